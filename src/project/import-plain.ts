import { rebuildTarget } from '../exchange/rebuild-target.ts';
import type { ReturnedSide, ReturnedUnit } from '../model/exchange.ts';
import { contentHash } from '../text/content-hash.ts';
import type { ImportOptions, ImportOutcome } from './import-outcome.ts';
import { plainUnit } from './plain-units.ts';

/**
 * What a returned text without Markdown means for the one that is stored.
 * @param source the source as it is now, where it is known; else the one that came back is asked
 */
export function importPlain(unit: ReturnedUnit, before: string, options: ImportOptions, source = textOf(unit.source)): ImportOutcome {
  const { id, targetHash } = unit;
  if (unit.target !== undefined && textOf(unit.target).trim() === '') return { id, kind: 'refused', reason: 'empty' };
  const rebuilt = rebuildTarget(plainUnit(id, source, before), unit, options);
  switch (rebuilt.kind) {
    case 'refused':
      return { id, kind: 'refused', reason: rebuilt.reason };
    case 'changed':
      if (contentHash(rebuilt.text) === targetHash) return { id, kind: 'unchanged' };
      return { id, kind: targetHash !== undefined && targetHash !== contentHash(before) ? 'conflict' : 'changed', before, after: rebuilt.text };
    default:
      return { id, kind: rebuilt.kind, ...('note' in rebuilt && rebuilt.note ? { note: rebuilt.note } : {}) };
  }
}

function textOf(side: ReturnedSide | undefined): string {
  if (side === undefined) return '';
  return side.kind === 'raw' ? side.text : side.pieces.filter((piece) => typeof piece === 'string').join('');
}
