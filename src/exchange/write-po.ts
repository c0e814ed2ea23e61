import { po, type GetTextTranslationRecord } from 'gettext-parser';
import type { ExchangeFile, ExchangeUnit } from '../model/exchange.ts';
import { unitState } from './unit-state.ts';

/** A gettext catalogue of one locale, an article at a time; the context of an entry names its article and unit. Texts are Markdown. */
export function* writePo(files: Iterable<ExchangeFile>): Generator<string> {
  let any = false;
  for (const file of files) {
    const text = catalogue(file);
    // The header is an entry of its own, at the beginning.
    yield any ? `\n${text.slice(text.indexOf('\n\n') + 2)}` : text;
    any = true;
  }
}

function catalogue({ path, locale, targetTag, units }: ExchangeFile): string {
  const translations: GetTextTranslationRecord = {};
  for (const unit of units) {
    const context = `${path}#${unit.id}`;
    translations[context] = {
      [unit.source.raw]: {
        msgctxt: context,
        msgid: unit.source.raw,
        msgstr: [unit.target.raw],
        comments: { extracted: [facts(unit), ...unit.notes.map(({ text }) => text)].join('\n'), reference: `${path}:${unit.id}`, ...(unit.rejection && { flag: 'fuzzy' }) },
      },
    };
  }
  const headers = { 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': '8bit', Language: targetTag, 'X-Interlinear-Locale': locale };
  return `${po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 }).toString('utf8').trimEnd()}\n`;
}

/** One line of facts that survives the way through an editor, see read-po.ts. */
function facts(unit: ExchangeUnit): string {
  return `interlinear: state=${unitState(unit)} provenance=${unit.provenance ?? ''} source-hash=${unit.sourceHash} target-hash=${unit.targetHash}`;
}
