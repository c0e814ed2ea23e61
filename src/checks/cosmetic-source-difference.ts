import { defineCheck } from './define-check.ts';

type Args = { readonly other: string; readonly sourceHash: string };

export default defineCheck<Args>({
  id: 'cosmetic-source-difference',
  category: 'alignment',
  scope: 'family',
  severity: 'info',
  summary: 'Translations that claim one version of the source agree to the letter.',
  why: 'They differ only in what is localized in place (image alts, link titles, the locale in a URL) or in white space. It does not disturb the alignment; it explains why the files are not equal byte by byte.',
  whatToDo: 'Nothing.',
  message: ({ other }) => `The source text differs from that of the ${other} translation only in image alts, link titles, URL locales or white space. Nothing to do.`,
  examples: [
    {
      name: 'equal texts',
      content: {
        'de-de/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦Hallo.⟧⟪Hello.⟫',
        'ja-jp/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦こんにちは。⟧⟪Hello.⟫',
      },
      expected: [],
    },
    {
      name: 'a double space',
      content: {
        'de-de/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦Hallo Welt.⟧⟪Hello world.⟫',
        'ja-jp/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\n---\n⟦こんにちは。⟧⟪Hello  world.⟫',
      },
      expected: [{ other: 'de-DE', sourceHash: 'a11ce00000000000000000000000000000000001' }],
    },
  ],
  *run({ family, locales }) {
    for (const mismatch of family.mismatches) {
      if (mismatch.kind === 'cosmetic') yield { locale: mismatch.locale, args: { other: locales.get(mismatch.otherLocale)?.tag ?? mismatch.otherLocale, sourceHash: mismatch.sourceHash } };
    }
  },
});
