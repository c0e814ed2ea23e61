import Papa from 'papaparse';
import type { ReturnedUnit } from '../model/exchange.ts';
import { unguardCell } from './csv-cells.ts';
import { ExchangeError } from './exchange-error.ts';
import { readState } from './unit-state.ts';

/** The units of a CSV file, whatever its delimiter and line ends. @throws {ExchangeError} when a column is missing or a row is broken */
export function* readCsv(text: string): Generator<ReturnedUnit> {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: 'greedy' });
  const missing = ['path', 'unit', 'target'].filter((column) => !meta.fields?.includes(column));
  if (missing.length > 0) throw new ExchangeError(`It has no column "${missing.join('", "')}".`, 1);
  const broken = errors.find(({ type }) => type !== 'Delimiter');
  if (broken) throw new ExchangeError(broken.message, broken.row === undefined ? undefined : broken.row + 2);
  for (const row of data) {
    const cell = (name: string): string | undefined => (row[name] === undefined ? undefined : unguardCell(row[name]));
    const source = cell('source');
    const target = cell('target') ?? '';
    yield {
      path: cell('path') ?? '',
      locale: cell('locale'),
      id: cell('unit') ?? '',
      source: source === undefined ? undefined : { kind: 'raw', text: source },
      target: target === '' ? undefined : { kind: 'raw', text: target },
      sourceHash: cell('source-hash'),
      targetHash: cell('target-hash'),
      state: readState(cell('state')),
    };
  }
}
