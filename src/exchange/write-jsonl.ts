import type { ExchangeFile } from '../model/exchange.ts';
import { unitState } from './unit-state.ts';

/** One JSON object a line and unit, texts as Markdown. */
export function* writeJsonl(files: Iterable<ExchangeFile>): Generator<string> {
  for (const { locale, path, units } of files) {
    for (const unit of units) {
      yield `${JSON.stringify({
        locale,
        path,
        unit: unit.id,
        state: unitState(unit),
        provenance: unit.provenance,
        source: unit.source.raw,
        target: unit.target.raw,
        notes: unit.notes.length === 0 ? undefined : unit.notes.map(({ category, text }) => ({ category, text })),
        sourceHash: unit.sourceHash,
        targetHash: unit.targetHash,
      })}\n`;
    }
  }
}
