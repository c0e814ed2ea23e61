import { po } from 'gettext-parser';
import type { ReturnedUnit } from '../model/exchange.ts';
import { ExchangeError } from './exchange-error.ts';
import { LONGEST_ENTRY, lineReader } from './line-reader.ts';
import type { PieceReader } from './piece-reader.ts';
import { readState } from './unit-state.ts';

type Catalogue = ReturnType<typeof po.parse>;

/** Parsed at a time, in UTF-16 code units, and the rest of the entry. */
const PIECE = 1 << 16;
/** The last keyword of an entry; `#~` stands before those that an editor has laid aside. */
const LAST_PART = /^(?:#~\s*)?msgstr\b/;
/** What an entry begins with: a comment, or its first keyword. */
const BEGINNING = /^(?:#(?!~\s*")|msgctxt\b|msgid\b)/;

/**
 * Reads a catalogue that write-po.ts wrote and an editor gave back; `take` gets each unit. The parser reads whole
 * texts only: it is given some entries at a time.
 * @throws {ExchangeError} from `write` and `close` for text that is no catalogue
 */
export function poReader(take: (unit: ReturnedUnit) => void): PieceReader {
  let lines: string[] = [];
  let size = 0;
  let first = 1;
  let isComplete = false;
  let locale: string | undefined;
  let hasHeader = false;
  const { write, close } = lineReader((line, number) => {
    if (isComplete && size >= PIECE && BEGINNING.test(line)) parse(number);
    if (LAST_PART.test(line)) isComplete = true;
    else if (BEGINNING.test(line)) isComplete = false;
    lines.push(line);
    size += line.length + 1;
    if (size > LONGEST_ENTRY) throw new ExchangeError('An entry is longer than any segment.', number);
  });
  return {
    write,
    close() {
      close();
      parse(0);
    },
  };

  /** @param next number of the line that follows */
  function parse(next: number): void {
    const catalogue = read(lines.join('\n'), first - 1);
    [lines, size, first, isComplete] = [[], 0, next, false];
    if (!hasHeader) {
      // Text without any entry parses too, and has no headers.
      if (!('' in catalogue.translations)) throw new ExchangeError('It is not a gettext catalogue: it has no header.');
      hasHeader = true;
      locale = catalogue.headers['X-Interlinear-Locale'] ?? catalogue.headers['x-interlinear-locale'] ?? catalogue.headers['Language'];
    }
    for (const unit of units(catalogue, locale)) take(unit);
  }
}

function* units({ translations }: Catalogue, locale: string | undefined): Generator<ReturnedUnit> {
  for (const [context, entries] of Object.entries(translations)) {
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

/** @param before number of lines before the text */
function read(text: string, before: number): Catalogue {
  try {
    return po.parse(text, { validation: true });
  } catch (error) {
    const line = error instanceof Error && 'lineNumber' in error && typeof error.lineNumber === 'number' ? error.lineNumber : undefined;
    const reason = (error instanceof Error ? error.message : String(error)).replace(/^Error parsing PO data: /, '').replace(/ at line \d+/, '');
    throw new ExchangeError(`It is not a gettext catalogue: ${reason}`, line === undefined ? undefined : before + line);
  }
}
