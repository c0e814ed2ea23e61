import Papa from 'papaparse';
import type { ReturnedUnit } from '../model/exchange.ts';
import { unguardCell } from './csv-cells.ts';
import { ExchangeError } from './exchange-error.ts';
import { LONGEST_ENTRY } from './line-reader.ts';
import type { PieceReader } from './piece-reader.ts';
import { readState } from './unit-state.ts';

/** As much is looked at to find out the delimiter and the line ends; as much is parsed at a time. */
const PIECE = 1 << 16;

/**
 * Reads a CSV file piece by piece, whatever its delimiter and line ends; `take` gets each unit.
 * @throws {ExchangeError} from `write` and `close` when a column is missing or a row is broken
 */
export function csvReader(take: (unit: ReturnedUnit) => void): PieceReader {
  const waiting: string[] = [];
  let size = 0;
  let parser: Papa.Parser | undefined;
  let columns: readonly string[] | undefined;
  let rows = 0;
  return {
    write(piece) {
      waiting.push(piece);
      size += piece.length;
      if (size >= PIECE) parse(false);
    },
    close: () => parse(true),
  };

  function parse(isLast: boolean): void {
    let text = waiting.splice(0).join('');
    if (!parser) {
      text = text.replace(/^\uFEFF/, '');
      const { delimiter, linebreak } = Papa.parse(text, { preview: 10, skipEmptyLines: 'greedy' }).meta;
      parser = new Papa.Parser({ delimiter, newline: lineEnd(linebreak) });
    }
    const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(text, 0, !isLast);
    // What is wrong with a row that is not complete yet is told when it is.
    const broken = errors.find(({ row }) => row === undefined || row < data.length);
    data.forEach((cells, index) => {
      rows += 1;
      if (index === broken?.row) throw new ExchangeError(broken.message, rows);
      if (cells.some((cell) => cell.trim() !== '')) takeRow(cells);
    });
    if (isLast && !columns) takeRow([]);
    const rest = isLast ? '' : text.slice(meta.cursor);
    if (rest.length > LONGEST_ENTRY) throw new ExchangeError('A row is longer than any segment. A quote may be missing.', rows + 1);
    waiting.push(rest);
    // A row of many pieces is not parsed anew with each of them.
    size = rest.length >= PIECE ? -rest.length : rest.length;
  }

  function takeRow(cells: readonly string[]): void {
    if (!columns) {
      const missing = ['path', 'unit', 'target'].filter((column) => !cells.includes(column));
      if (missing.length > 0) throw new ExchangeError(`It has no column "${missing.join('", "')}".`, 1);
      columns = cells;
      return;
    }
    if (cells.length !== columns.length) throw new ExchangeError(`It has ${columns.length} columns, this row ${cells.length} cells.`, rows);
    const names = columns;
    const cell = (name: string): string | undefined => {
      const written = cells[names.indexOf(name)];
      return written === undefined ? undefined : unguardCell(written);
    };
    const source = cell('source');
    const target = cell('target') ?? '';
    take({
      path: cell('path') ?? '',
      locale: cell('locale'),
      id: cell('unit') ?? '',
      source: source === undefined ? undefined : { kind: 'raw', text: source },
      target: target === '' ? undefined : { kind: 'raw', text: target },
      sourceHash: cell('source-hash'),
      targetHash: cell('target-hash'),
      state: readState(cell('state')),
    });
  }
}

function lineEnd(found: string): '\n' | '\r' | '\r\n' {
  return found === '\r' || found === '\r\n' ? found : '\n';
}
