import { defineCheck } from './define-check.ts';

type Args = { readonly side: 'target' | 'source' };

export default defineCheck<Args>({
  id: 'empty-segment',
  category: 'structure',
  scope: 'article',
  severity: 'error',
  summary: 'Neither half of a pair is empty.',
  why: 'Without a target the reader misses a sentence; without a source nobody can say what was translated.',
  whatToDo: 'Restore the missing text, or remove the whole pair when the sentence was dropped on purpose.',
  message: ({ side }) => `The ${side} of this pair is empty. Restore its text, or remove the pair when the sentence was dropped from the original.`,
  examples: [
    { name: 'both halves have text', content: '⟦Hallo.⟧⟪Hello.⟫', expected: [] },
    { name: 'no translation', content: '⟦⟧⟪Hello.⟫', expected: [{ side: 'target' }] },
    { name: 'an anchor or a mark without an original', content: '⟦<a name="top"> </a>⟧⟪⟫ ⟦.⟧⟪⟫', expected: [] },
    { name: 'an original of white space', content: '⟦Hallo.⟧⟪ ⟫', expected: [{ side: 'source' }] },
  ],
  *run({ article }) {
    for (const segment of article.segments) {
      if (isBlank(segment.target)) yield { args: { side: 'target' }, at: segment, segment: segment.ordinal };
      if (isBlank(segment.source) && saysSomething(segment.target)) yield { args: { side: 'source' }, at: segment, segment: segment.ordinal };
    }
  },
});

/** Beside its tags and marks. The producer makes pairs of anchors alone, whose sources it leaves empty. */
function saysSomething(text: string): boolean {
  return isBlank(text) || /[\p{L}\p{N}]/u.test(text.replace(/<[^<>]*>/g, ''));
}

/** Zero-width characters show nothing either. The first character decides almost every segment. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  if ((first > 0x20 && first < 0x80) || (first > 0xa0 && first < 0x1680) || (first > 0x3000 && first < 0xfeff)) return false;
  return /^[\s\u200B-\u200F\u2060\uFEFF]*$/.test(text);
}
