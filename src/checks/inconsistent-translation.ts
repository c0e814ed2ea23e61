import type { SourceVariant } from '../model/repeats.ts';
import { compareText } from '../text/compare-text.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly source: string; readonly target: string; readonly usual: string; readonly count: number };

export default defineCheck<Args>({
  id: 'inconsistent-translation',
  category: 'project',
  scope: 'repeats',
  severity: 'info',
  isOptional: true,
  summary: 'A sentence that occurs more than once in the originals is always translated in the same way.',
  why: 'Readers take two wordings for two things, and every variant is translated, reviewed and paid for anew.',
  whatToDo: 'Choose one wording. Where the context asks for another one, leave it: the check cannot know, and is therefore off until `site.yml` gives it a severity.',
  message: ({ source, target, usual, count }) => `“${source}” is translated “${target}” here, and “${usual}” in ${count === 1 ? 'another place' : `${count} places`}. Use one wording.`,
  examples: [
    { name: 'the same everywhere', content: { 'de-de/a.md': '⟦Wählen Sie **OK** aus.⟧⟪Select **OK** now.⟫', 'de-de/b.md': '⟦Wählen Sie OK aus.⟧⟪Select OK now.⟫', 'ja-jp/a.md': '⟦OK を選びます。⟧⟪Select OK now.⟫', 'ar-sa/a.md': '⟦حدد موافق.⟧⟪Select OK now.⟫' }, expected: [] },
    { name: 'labels of one or two words', content: { 'vi-vn/a.md': '⟦Ghi chú⟧⟪Note well⟫', 'vi-vn/b.md': '⟦Lưu ý⟧⟪Note well⟫' }, expected: [] },
    { name: 'two ways in German', content: { 'de-de/a.md': '⟦Wählen Sie OK aus.⟧⟪Select OK now.⟫', 'de-de/b.md': '⟦Wählen Sie OK aus.⟧⟪Select OK now.⟫', 'de-de/c.md': '⟦Klicken Sie auf OK.⟧⟪Select OK now.⟫' }, expected: [{ source: 'Select OK now.', target: 'Klicken Sie auf OK.', usual: 'Wählen Sie OK aus.', count: 2 }] },
    { name: 'two ways in Arabic, equally often', content: { 'ar-sa/a.md': '⟦حدد موافق.⟧⟪Select OK now.⟫', 'ar-sa/b.md': '⟦اختر موافق.⟧⟪Select OK now.⟫' }, expected: [{ source: 'Select OK now.', target: 'حدد موافق.', usual: 'اختر موافق.', count: 1 }] },
    { name: 'two ways in Japanese and in Thai', content: { 'ja-jp/a.md': '⟦OK を選びます。⟧⟪Select OK now.⟫\n\n⟦OK を押します。⟧⟪Select OK now.⟫', 'th-th/a.md': '⟦เลือก ตกลง⟧⟪Select OK now.⟫\n\n⟦กด ตกลง⟧⟪Select OK now.⟫' }, expected: [{ source: 'Select OK now.', target: 'OK を選びます。', usual: 'OK を押します。', count: 1 }, { source: 'Select OK now.', target: 'เลือก ตกลง', usual: 'กด ตกลง', count: 1 }] },
  ],
  *run({ variants }) {
    for (const group of Map.groupBy(variants, ({ locale, sourceKey }) => `${locale} ${sourceKey}`).values()) {
      if (group.length < 2) continue;
      const [usual, ...others] = group.toSorted(byUse);
      for (const variant of usual ? others : []) yield { variant, args: { source: excerpt(variant.source), target: excerpt(variant.target), usual: excerpt(usual?.target ?? ''), count: usual?.count ?? 0 } };
    }
  },
});

function byUse(a: SourceVariant, b: SourceVariant): number {
  return b.count - a.count || compareText(a.target, b.target) || compareText(a.targetKey, b.targetKey);
}
