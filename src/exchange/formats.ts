import type { ExchangeFile, ReturnedUnit } from '../model/exchange.ts';
import { ExchangeError } from './exchange-error.ts';
import type { PieceReader } from './piece-reader.ts';
import { csvReader } from './read-csv.ts';
import { htmlReader } from './read-html.ts';
import { jsonlReader } from './read-jsonl.ts';
import { poReader } from './read-po.ts';
import { tmxReader } from './read-tmx.ts';
import { xliffReader } from './read-xliff.ts';
import { unitKey } from './unit-key.ts';
import { writeCsv } from './write-csv.ts';
import { writeHtml } from './write-html.ts';
import { writeJsonl } from './write-jsonl.ts';
import { writePo } from './write-po.ts';
import { writeTmx } from './write-tmx.ts';
import { writeXliff1 } from './write-xliff-1.ts';
import { writeXliff2 } from './write-xliff-2.ts';

export interface ExchangeFormat {
  /** As in `--format`. */
  readonly name: string;
  /** Ending of a file of it, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** One sentence: what it is for. */
  readonly summary: string;
  /** The whole document in pieces; nothing for no files. */
  write(files: Iterable<ExchangeFile>, version: string): Iterable<string>;
}

export const EXCHANGE_FORMATS: readonly ExchangeFormat[] = [
  { name: 'xliff-2.1', extension: 'xlf', mediaType: 'application/xliff+xml', summary: 'XLIFF 2.1, with findings as ITS quality issues', write: (files) => writeXliff2(files, '2.1') },
  { name: 'xliff-2.0', extension: 'xlf', mediaType: 'application/xliff+xml', summary: 'XLIFF 2.0, for tools that refuse 2.1', write: (files) => writeXliff2(files, '2.0') },
  { name: 'xliff-1.2', extension: 'xlf', mediaType: 'application/xliff+xml', summary: 'XLIFF 1.2, which most tools read', write: (files) => writeXliff1(files, { codes: 'gx' }) },
  { name: 'xliff-1.2-ops', extension: 'xlf', mediaType: 'application/xliff+xml', summary: 'XLIFF 1.2 whose codes hold the Markdown', write: (files) => writeXliff1(files, { codes: 'ops' }) },
  { name: 'xliff-1.2-kit', extension: 'xlf', mediaType: 'application/xliff+xml', summary: 'XLIFF 1.2 whose targets hold the source, for tools that translate targets', write: (files) => writeXliff1(files, { codes: 'gx', sourceAsTarget: true }) },
  { name: 'tmx', extension: 'tmx', mediaType: 'application/x-tmx+xml', summary: 'TMX 1.4, a translation memory', write: (files, version) => writeTmx(files, version) },
  { name: 'csv', extension: 'csv', mediaType: 'text/csv', summary: 'CSV for spreadsheets', write: (files) => writeCsv(files) },
  { name: 'jsonl', extension: 'jsonl', mediaType: 'application/jsonl', summary: 'one JSON object a segment', write: (files) => writeJsonl(files) },
  { name: 'html', extension: 'html', mediaType: 'text/html', summary: 'a page of tables, for a browser or word processor', write: (files) => writeHtml(files) },
  { name: 'po', extension: 'po', mediaType: 'text/x-gettext-translation', summary: 'a gettext catalogue', write: (files) => writePo(files) },
];

/** Takes a document of any of our formats in pieces. */
export interface UnitReader extends PieceReader {
  /** Number of units read so far. */
  readonly units: number;
}

/**
 * Reads what comes back, of the format that its name says.
 * @throws {ExchangeError} at once for an ending that no format has; from `write` and `close` for content that cannot be read, and for a document without units
 */
export function unitReader(fileName: string, take: (unit: ReturnedUnit) => void): UnitReader {
  let units = 0;
  const count = (unit: ReturnedUnit): void => {
    units += 1;
    take(unit);
  };
  const reader = readerFor(/\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '', count);
  return {
    write: reader.write,
    close() {
      reader.close();
      if (units === 0) throw new ExchangeError('It holds no segment that belongs to an article of ours.');
    },
    get units() {
      return units;
    },
  };
}

function readerFor(extension: string, take: (unit: ReturnedUnit) => void): PieceReader {
  switch (extension) {
    case 'xlf':
    case 'xliff':
      return xliffReader(take);
    case 'tmx':
      return tmxReader(take);
    case 'csv':
      return csvReader(once(take));
    case 'jsonl':
      return jsonlReader(once(take));
    case 'html':
    case 'htm':
      return htmlReader(once(take));
    case 'po':
      return poReader(once(take));
    default:
      throw new ExchangeError(`No format has the ending "${extension}". Known: xlf, xliff, tmx, csv, jsonl, html, po.`);
  }
}

/** Refuses a unit that occurs twice, as the XML readers do. */
function once(take: (unit: ReturnedUnit) => void): (unit: ReturnedUnit) => void {
  const seen = new Set<string>();
  return (unit) => {
    const key = unitKey(unit.locale, unit.path, unit.id);
    if (seen.has(key)) throw new ExchangeError(`The segment "${unit.id}" of "${unit.path}" occurs twice.`);
    seen.add(key);
    take(unit);
  };
}
