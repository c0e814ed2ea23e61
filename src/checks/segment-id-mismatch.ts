import { defineCheck } from './define-check.ts';

type Args = { readonly targetId: string; readonly sourceId: string };

export default defineCheck<Args>({
  id: 'segment-id-mismatch',
  category: 'structure',
  scope: 'article',
  severity: 'error',
  summary: 'Both halves of a pair carry the same id.',
  why: 'Different ids mean that the translation stands beside the wrong original: the sentence is compared, reviewed and reused against a text it does not translate.',
  whatToDo: 'Find the half that was moved or copied and restore its partner; then give both halves the same id.',
  message: ({ targetId, sourceId }) => `The target has the id \`${targetId}\`, its source \`${sourceId}\`. Check that the two belong together, then give them one id.`,
  examples: [
    { name: 'one id', content: '⟦0a1b2-102: Hallo.⟧⟪0a1b2-102: Hello.⟫', expected: [] },
    {
      name: 'another sentence’s source',
      content: '⟦0a1b2-102: Hallo.⟧⟪0a1b2-103: Goodbye.⟫',
      expected: [{ targetId: '0a1b2-102', sourceId: '0a1b2-103' }],
    },
  ],
  *run({ article }) {
    for (const segment of article.segments) {
      const targetId = `${segment.prefix}-${segment.ordinal}`;
      if (segment.sourceId !== targetId) yield { args: { targetId, sourceId: segment.sourceId }, at: segment, segment: segment.ordinal };
    }
  },
});
