import { Parser } from 'htmlparser2';
import type { ReturnedUnit } from '../model/exchange.ts';
import { ExchangeError } from './exchange-error.ts';
import { LONGEST_ENTRY } from './line-reader.ts';
import type { PieceReader } from './piece-reader.ts';
import { readState } from './unit-state.ts';

/** Elements that may be open at once: an editor nests a few dozen, and the parser looks at them all. */
const DEEPEST = 500;

interface Row {
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts of its cells. */
  readonly cells: string[][];
}

/**
 * Reads a page that write-html.ts wrote, piece by piece; `take` gets each unit. Markup that an editor put into a cell is
 * dropped, its text kept.
 * @throws {ExchangeError} from `write` and `close` for a page without our tables
 */
export function htmlReader(take: (unit: ReturnedUnit) => void): PieceReader {
  let any = false;
  let depth = 0;
  /** Number of open tables: what stands in a cell of ours is its text. */
  let tables = 0;
  let table: Readonly<Record<string, string>> | undefined;
  let row: Row | undefined;
  let cell: string[] | undefined;
  let length = 0;
  /** A carriage return at the end of a piece, which may be half a line end. */
  let held = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > DEEPEST) throw new ExchangeError('Its elements are nested too deeply.');
      if (name === 'table') {
        tables += 1;
        if (tables === 1 && attributes['data-path'] !== undefined) {
          table = attributes;
          any = true;
        }
      }
      if (!table || tables > 1) return;
      if (name === 'tr') [row, length] = [{ attributes, cells: [] }, 0];
      if (name === 'td' && row) row.cells.push((cell = []));
    },
    ontext(text) {
      cell?.push(text);
      length += text.length;
      if (length > LONGEST_ENTRY) throw new ExchangeError('A row is longer than any segment.');
    },
    onclosetag(name) {
      depth -= 1;
      if (name === 'table') tables -= 1;
      if (!table) return;
      if (tables === 0) table = row = cell = undefined;
      else if (tables === 1 && name === 'td') cell = undefined;
      else if (tables === 1 && name === 'tr') end();
    },
  });
  return {
    write(piece) {
      const text = held + piece;
      held = text.endsWith('\r') ? '\r' : '';
      parser.write(text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n'));
    },
    close() {
      parser.end(held.replace('\r', '\n'));
      if (!any) throw new ExchangeError('It holds no table of an exported article (table data-path="…").');
    },
  };

  function end(): void {
    const [source, target] = row?.cells ?? [];
    const { 'data-unit': id, 'data-source-hash': sourceHash, 'data-target-hash': targetHash, 'data-state': state } = row?.attributes ?? {};
    row = cell = undefined;
    if (id === undefined || !source || !target) return;
    const words = target.join('');
    take({
      path: table?.['data-path'] ?? '',
      locale: table?.['data-locale'],
      id,
      source: { kind: 'raw', text: source.join('') },
      target: words.trim() === '' ? undefined : { kind: 'raw', text: words },
      sourceHash,
      targetHash,
      state: readState(state),
    });
  }
}
