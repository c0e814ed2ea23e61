import { diffArrays } from 'diff';
import type { WordDiffPart } from './word-diff.ts';

/** More steps than this are no edit of a sentence, but another one. */
const MAX_EDITS = 400;

/**
 * Word by word difference of two texts of one language; words are told apart as the language does, so that it also
 * works without spaces. `words`: an Intl.Segmenter of granularity `word`. Joining `same` and `added` gives `after`.
 */
export function segmentWordDiff(before: string, after: string, words: Intl.Segmenter): WordDiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const tokens = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);
  const changes = before === '' || after === '' ? undefined : diffArrays(tokens(before), tokens(after), { maxEditLength: MAX_EDITS });
  if (!changes) return [{ kind: 'removed' as const, text: before }, { kind: 'added' as const, text: after }].filter(({ text }) => text !== '');
  return joined(changes.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })));
}

/** Takes blanks between two changes for changed, so that a phrase that was replaced is shown as one. */
function joined(parts: readonly WordDiffPart[]): WordDiffPart[] {
  const runs: WordDiffPart[] = [];
  let run = { removed: '', added: '' };
  const flush = (): void => {
    if (run.removed !== '') runs.push({ kind: 'removed', text: run.removed });
    if (run.added !== '') runs.push({ kind: 'added', text: run.added });
    run = { removed: '', added: '' };
  };
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    const isBlank = part.kind === 'same' && /^\s*$/.test(part.text) && run.removed !== '' && run.added !== '' && next !== undefined;
    if (part.kind !== 'added') run.removed += part.kind === 'removed' || isBlank ? part.text : '';
    if (part.kind !== 'removed') run.added += part.kind === 'added' || isBlank ? part.text : '';
    if (part.kind !== 'same' || isBlank) return;
    flush();
    runs.push(part);
  });
  flush();
  return runs;
}
