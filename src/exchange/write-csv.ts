import Papa from 'papaparse';
import type { ExchangeFile } from '../model/exchange.ts';
import { guardCell } from './csv-cells.ts';
import { unitState } from './unit-state.ts';

const COLUMNS = ['locale', 'path', 'unit', 'state', 'provenance', 'source', 'target', 'note', 'source-hash', 'target-hash'] as const;

/** CSV (RFC 4180, UTF-8 with byte order mark for spreadsheets) of Markdown texts. No cell is taken for a formula. */
export function* writeCsv(files: Iterable<ExchangeFile>): Generator<string> {
  yield `\uFEFF${row([...COLUMNS])}`;
  for (const { locale, path, units } of files) {
    for (const unit of units) {
      const note = unit.notes.map(({ text }) => text).join('\n');
      yield row([locale, path, unit.id, unitState(unit), unit.provenance ?? '', unit.source.raw, unit.target.raw, note, unit.sourceHash, unit.targetHash]);
    }
  }
}

function row(cells: readonly string[]): string {
  return `${Papa.unparse([cells.map(guardCell)], { newline: '\r\n' })}\r\n`;
}
