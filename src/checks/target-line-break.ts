import { defineCheck } from './define-check.ts';

type Args = { readonly breaks: number };

export default defineCheck<Args>({
  id: 'target-line-break',
  category: 'structure',
  scope: 'article',
  severity: 'warning',
  summary: 'A target has a line break only where its source has one.',
  why: 'In Markdown a line break can end a heading, a table row or a list item. Here it is read as a space; other tools show broken text, and the original beside it.',
  whatToDo: 'Put the target on one line.',
  message: ({ breaks }) => `The target has ${breaks === 1 ? 'a line break' : `${breaks} line breaks`}, its source none. Put it on one line.`,
  examples: [
    { name: 'both on one line', content: '⟦Hallo Welt.⟧⟪Hello world.⟫', expected: [] },
    { name: 'a break in both', content: '⟦Hallo\nWelt.⟧⟪Hello\nworld.⟫', expected: [] },
    { name: 'a break in the target only', content: '1. ⟦\n   Hallo\n   Welt.⟧⟪Hello world.⟫', expected: [{ breaks: 2 }] },
  ],
  *run({ article }) {
    for (const segment of article.segments) {
      if (!segment.target.includes('\n') || segment.source.includes('\n')) continue;
      const first = segment.targetRange.start + segment.target.indexOf('\n');
      yield { args: { breaks: segment.target.split('\n').length - 1 }, at: { start: first, end: first + 1 }, segment: segment.ordinal };
    }
  },
});
