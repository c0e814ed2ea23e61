import { defineCheck } from './define-check.ts';

type Args = { readonly prefix: string; readonly expected: string; readonly count: number };

export default defineCheck<Args>({
  id: 'mixed-id-prefix',
  category: 'structure',
  scope: 'article',
  severity: 'error',
  summary: 'All pairs of an article have the same id prefix.',
  why: 'The prefix belongs to one hand-back of one file. Another one in the same file means that pairs were pasted from another article or another version, with ordinals that count something else.',
  whatToDo: 'Take the article from one hand-back only, or give the pasted pairs the prefix and ordinals of this article.',
  message: ({ prefix, expected, count }) =>
    `${count === 1 ? 'One pair has' : `${count} pairs have`} the id prefix \`${prefix}\`, the article \`${expected}\`. The first one stands here; restore it from this article’s own hand-back.`,
  examples: [
    { name: 'one prefix', content: '⟦0a1b2-102: Eins.⟧⟪0a1b2-102: One.⟫ ⟦0a1b2-103: Zwei.⟧⟪0a1b2-103: Two.⟫', expected: [] },
    {
      name: 'a pair from another file',
      content: '⟦0a1b2-102: Eins.⟧⟪0a1b2-102: One.⟫ ⟦ccccc-103: Zwei.⟧⟪ccccc-103: Two.⟫',
      expected: [{ prefix: 'ccccc', expected: '0a1b2', count: 1 }],
    },
  ],
  *run({ article: { segments } }) {
    const expected = segments[0]?.prefix;
    if (expected === undefined || segments.every(({ prefix }) => prefix === expected)) return;
    const others = Map.groupBy(segments.filter(({ prefix }) => prefix !== expected), ({ prefix }) => prefix);
    for (const [prefix, [first, ...rest]] of others) {
      if (first) yield { args: { prefix, expected, count: rest.length + 1 }, at: first, segment: first.ordinal };
    }
  },
});
