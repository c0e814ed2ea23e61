import { defineCheck } from './define-check.ts';
import { isMerged } from './shared/ordinals.ts';

type Args = { readonly ordinal: string; readonly after: string };

export default defineCheck<Args>({
  id: 'segment-order',
  category: 'structure',
  scope: 'article',
  severity: 'error',
  summary: 'Ordinals rise from the top of an article to its end.',
  why: 'Ordinals number the sentences of the original in reading order. One that falls back shows that pairs were moved, so that the page no longer says what the original says where it says it.',
  whatToDo: 'Move the pair back to its place in the order of the original.',
  message: ({ ordinal, after }) => `Segment ${ordinal} stands after segment ${after}. Move it back to the place it has in the original.`,
  examples: [
    { name: 'rising, with a gap', content: '⟦102: Eins.⟧⟪One.⟫ ⟦105: Zwei.⟧⟪Two.⟫', expected: [] },
    { name: 'merged paragraphs have their own counter', content: '⟦110: Eins.⟧⟪One.⟫\n\n⟦p102: Zwei. Drei.⟧⟪Two. Three.⟫', expected: [] },
    { name: 'two sentences swapped', content: '⟦103: Zwei.⟧⟪Two.⟫ ⟦102: Eins.⟧⟪One.⟫', expected: [{ ordinal: '102', after: '103' }] },
  ],
  *run({ article }) {
    let lastPlain = 0;
    let lastMerged = 0;
    for (const segment of article.segments) {
      const merged = isMerged(segment.ordinal);
      const number = Number(merged ? segment.ordinal.slice(1) : segment.ordinal);
      const last = merged ? lastMerged : lastPlain;
      // An equal ordinal is reported by duplicate-segment-id.
      if (number < last) yield { args: { ordinal: segment.ordinal, after: merged ? `p${last}` : `${last}` }, at: segment, segment: segment.ordinal };
      if (merged) lastMerged = number;
      else lastPlain = number;
    }
  },
});
