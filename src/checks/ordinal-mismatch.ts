import { defineCheck } from './define-check.ts';
import { listOf } from './shared/list-of.ts';

type Args = { readonly other: string; readonly missing: readonly string[]; readonly extra: readonly string[] };

export default defineCheck<Args>({
  id: 'ordinal-mismatch',
  category: 'alignment',
  scope: 'family',
  severity: 'error',
  summary: 'Translations of one source version have the same sentences.',
  why: 'A segment that only one language has cannot be joined: either a sentence was lost in one file or added in the other.',
  whatToDo: 'Compare the two files at the ordinals named and restore what was lost.',
  message: ({ other, missing, extra }) => {
    const parts = [missing.length > 0 ? `lacks segment ${listOf(missing)}` : '', extra.length > 0 ? `has segment ${listOf(extra)} in addition` : ''].filter((part) => part !== '');
    return `Compared with the ${other} translation of the same source, this article ${parts.join(' and ')}. Restore what was lost.`;
  },
  examples: [
    {
      name: 'the same ordinals',
      content: {
        'de-de/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦Eins.⟧⟪One.⟫ ⟦Zwei.⟧⟪Two.⟫',
        'ja-jp/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦一。⟧⟪One.⟫ ⟦二。⟧⟪Two.⟫',
      },
      expected: [],
    },
    {
      name: 'a sentence numbered anew',
      content: {
        'de-de/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦Eins.⟧⟪One.⟫ ⟦Zwei.⟧⟪Two.⟫',
        'ja-jp/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦一。⟧⟪One.⟫ ⟦104: 二。⟧⟪Two.⟫',
      },
      expected: [{ other: 'de-DE', missing: ['103'], extra: ['104'] }],
    },
  ],
  *run({ family, locales }) {
    for (const mismatch of family.mismatches) {
      if (mismatch.kind !== 'ordinals') continue;
      const article = family.translations.find(({ locale }) => locale === mismatch.locale)?.article;
      const first = article?.segments.find(({ ordinal }) => ordinal === mismatch.extra[0]);
      yield {
        locale: mismatch.locale,
        args: { other: locales.get(mismatch.otherLocale)?.tag ?? mismatch.otherLocale, missing: mismatch.missing, extra: mismatch.extra },
        ...(first && { at: first, segment: first.ordinal }),
      };
    }
  },
});
