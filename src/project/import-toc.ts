import type { ReturnedUnit } from '../model/exchange.ts';
import { replaceTocName, tocNames } from '../review/toc-names.ts';
import type { ImportOptions, ImportOutcome } from './import-outcome.ts';
import { importPlain } from './import-plain.ts';

/** Puts names that came back into a `toc.yml`. `text`: the whole file afterwards. */
export function importToc(before: string, units: readonly ReturnedUnit[], options: ImportOptions): { readonly text: string; readonly outcomes: readonly ImportOutcome[] } {
  const names = new Map(tocNames(before).map(({ number, name }) => [`name-${number}`, { number, name }]));
  let text = before;
  const outcomes = units.map((unit): ImportOutcome => {
    const { id } = unit;
    const entry = names.get(id);
    if (!entry) return { id, kind: 'refused', reason: 'unknown-unit' };
    const outcome = importPlain(unit, entry.name, options);
    if (outcome.kind !== 'changed') return outcome;
    const edit = replaceTocName(text, entry.number, outcome.after ?? '');
    if (!edit) return { id, kind: 'refused', reason: 'not-text' };
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    return outcome;
  });
  return { text, outcomes };
}
