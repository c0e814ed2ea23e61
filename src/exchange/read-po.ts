import { po } from 'gettext-parser';
import type { ReturnedUnit } from '../model/exchange.ts';
import { ExchangeError } from './exchange-error.ts';
import { readState } from './unit-state.ts';

/** The units of a catalogue that write-po.ts wrote and an editor gave back. @throws {ExchangeError} for text that is no catalogue */
export function* readPo(text: string): Generator<ReturnedUnit> {
  const catalogue = parse(text);
  const locale = catalogue.headers['X-Interlinear-Locale'] ?? catalogue.headers['x-interlinear-locale'] ?? catalogue.headers['Language'];
  for (const [context, entries] of Object.entries(catalogue.translations)) {
    const mark = context.lastIndexOf('#');
    if (mark < 1) continue;
    for (const { msgid, msgstr, comments } of Object.values(entries)) {
      const fact = (name: string): string | undefined => new RegExp(`(?:^|\\s)${name}=(\\S+)`).exec(comments?.extracted ?? '')?.[1];
      const target = msgstr[0] ?? '';
      yield {
        path: context.slice(0, mark),
        locale,
        id: context.slice(mark + 1),
        source: { kind: 'raw', text: msgid },
        target: target === '' ? undefined : { kind: 'raw', text: target },
        sourceHash: fact('source-hash'),
        targetHash: fact('target-hash'),
        state: readState(fact('state')),
      };
    }
  }
}

function parse(text: string): ReturnType<typeof po.parse> {
  try {
    const catalogue = po.parse(text, { validation: true });
    // Text without any entry parses too, and has no headers.
    if (!('' in catalogue.translations)) throw new Error('it has no header.');
    return catalogue;
  } catch (error) {
    throw new ExchangeError(`It is not a gettext catalogue: ${error instanceof Error ? error.message : String(error)}`);
  }
}
