import { defineCheck } from './define-check.ts';
import { listOf } from './shared/list-of.ts';

type Args = { readonly other: string; readonly sourceHash: string; readonly ordinals: readonly string[] };

export default defineCheck<Args>({
  id: 'source-mismatch',
  category: 'alignment',
  scope: 'family',
  severity: 'error',
  summary: 'Translations that claim one version of the source carry one source text.',
  why: 'One of the two was changed by hand or damaged on its way. Comparing the languages sentence by sentence, or reusing the translation, goes wrong there.',
  whatToDo: 'Compare the source halves of the two files and restore the one that differs from the original.',
  message: ({ other, sourceHash, ordinals }) => {
    const claim = sourceHash === '' ? 'name no source version, and' : `claim the same source version (\`${sourceHash.slice(0, 8)}\`), but`;
    const place = ordinals.length > 0 ? `in segment ${listOf(ordinals)}` : 'outside the segments';
    return `This article and its ${other} translation ${claim} their source text differs ${place}. Restore the source text that was changed.`;
  },
  examples: [
    {
      name: 'one hash, one text',
      content: {
        'de-de/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦Hallo.⟧⟪Hello.⟫',
        'ja-jp/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦こんにちは。⟧⟪Hello.⟫',
      },
      expected: [],
    },
    {
      name: 'one hash, two texts',
      content: {
        'de-de/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦Hallo.⟧⟪Hello.⟫ ⟦Bis bald.⟧⟪See you.⟫',
        'ja-jp/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦こんにちは。⟧⟪Hello.⟫ ⟦さようなら。⟧⟪Goodbye.⟫',
      },
      expected: [{ other: 'ja-JP', sourceHash: 'a11ce00000000000000000000000000000000001', ordinals: ['103'] }],
    },
  ],
  *run({ family, locales }) {
    for (const mismatch of family.mismatches) {
      if (mismatch.kind !== 'source') continue;
      const article = family.translations.find(({ locale }) => locale === mismatch.locale)?.article;
      const first = article?.segments.find(({ ordinal }) => ordinal === mismatch.ordinals[0]);
      yield {
        locale: mismatch.locale,
        args: { other: locales.get(mismatch.otherLocale)?.tag ?? mismatch.otherLocale, sourceHash: mismatch.sourceHash, ordinals: mismatch.ordinals },
        ...(first && { at: first.sourceRange, segment: first.ordinal }),
      };
    }
  },
});
