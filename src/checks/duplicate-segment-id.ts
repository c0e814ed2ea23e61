import { defineCheck } from './define-check.ts';

type Args = { readonly ordinal: string };

export default defineCheck<Args>({
  id: 'duplicate-segment-id',
  category: 'structure',
  scope: 'article',
  severity: 'error',
  summary: 'An ordinal occurs once in an article.',
  why: 'The ordinal joins a sentence with its translations in every other language and is its address on the page. Of two with the same ordinal only one can be found.',
  whatToDo: 'If the pair was pasted twice, remove the copy; if it is a new sentence, give it an ordinal of its own.',
  message: ({ ordinal }) => `The ordinal ${ordinal} occurs a second time in this article. Remove the copy or give it its own ordinal.`,
  examples: [
    { name: 'numbered one by one', content: '⟦102: Eins.⟧⟪One.⟫ ⟦103: Zwei.⟧⟪Two.⟫', expected: [] },
    { name: 'a merged paragraph counts apart', content: '⟦102: Eins.⟧⟪One.⟫ ⟦p102: Zwei. Drei.⟧⟪Two. Three.⟫', expected: [] },
    { name: 'a pasted pair', content: '⟦102: Eins.⟧⟪One.⟫\n\n⟦102: Eins.⟧⟪One.⟫', expected: [{ ordinal: '102' }] },
  ],
  *run({ article }) {
    const seen = new Set<string>();
    for (const segment of article.segments) {
      if (seen.has(segment.ordinal)) yield { args: { ordinal: segment.ordinal }, at: segment, segment: segment.ordinal };
      seen.add(segment.ordinal);
    }
  },
});
