import { defineCheck } from './define-check.ts';
import { countOf } from './shared/count-of.ts';
import { listOf } from './shared/list-of.ts';
import { isMerged } from './shared/ordinals.ts';

type Args = { readonly count: number; readonly ordinals: readonly string[] };

export default defineCheck<Args>({
  id: 'merged-segment',
  category: 'alignment',
  scope: 'article',
  severity: 'info',
  summary: 'Every sentence of the original is a segment of its own.',
  why: 'A merged paragraph is aligned as a whole: its sentences cannot be compared with other languages one by one, and translation memories find it less often. Nothing is wrong with the page.',
  whatToDo: 'Nothing, unless you want the finer alignment: then split the pair at the sentences of the original and number them.',
  message: ({ count, ordinals }) => `The article has ${countOf(count, 'merged paragraph')} (${listOf(ordinals)}), aligned as a whole and not sentence by sentence. Split ${count === 1 ? 'it' : 'them'} where finer alignment matters.`,
  examples: [
    { name: 'sentence by sentence', content: '⟦Eins.⟧⟪One.⟫ ⟦Zwei.⟧⟪Two.⟫', expected: [] },
    {
      name: 'two paragraphs merged: one finding an article',
      content: '⟦p101: Eins. Zwei.⟧⟪One. Two.⟫\n\n⟦p102: Drei. Vier.⟧⟪Three. Four.⟫',
      expected: [{ count: 2, ordinals: ['p101', 'p102'] }],
    },
  ],
  *run({ article }) {
    const merged = article.segments.filter(({ ordinal }) => isMerged(ordinal));
    const first = merged[0];
    if (first) yield { args: { count: merged.length, ordinals: merged.map(({ ordinal }) => ordinal) }, at: first, segment: first.ordinal };
  },
});
