import { segmentSource, type SegmentedSource } from '../align/segment-source.ts';
import type { Family } from '../model/family.ts';

const known = new WeakMap<Family, { readonly source: SegmentedSource | undefined }>();

/** See {@link segmentSource}; found once per family, for the index, its page and its search record ask for it. */
export function sourceBitext(family: Family): SegmentedSource | undefined {
  const found = known.get(family) ?? { source: segmentSource(family) };
  known.set(family, found);
  return found.source;
}
