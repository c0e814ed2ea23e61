import { diffWordsWithSpace } from 'diff';

/** One step of a word diff, in reading order. */
export interface WordDiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Word by word difference of two texts; joining `same` and `added` gives `after`. */
export function wordDiff(before: string, after: string): WordDiffPart[] {
  return diffWordsWithSpace(before, after).map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value,
  }));
}
