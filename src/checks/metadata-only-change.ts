import { defineCheck } from './define-check.ts';

type Args = { readonly sourceHash: string };

export default defineCheck<Args>({
  id: 'metadata-only-change',
  category: 'alignment',
  scope: 'family',
  severity: 'info',
  summary: 'A translation claims the newest version of its source.',
  why: 'The translation was made from an older file whose text is the same: only metadata changed. It is current, although its hash says otherwise.',
  whatToDo: 'Nothing. The next hand-back brings the hash up to date.',
  message: ({ sourceHash }) => `The source file changed since (this translation claims version \`${sourceHash.slice(0, 8)}\`), but not its text: the translation is current. Nothing to do.`,
  examples: [
    {
      name: 'one version',
      content: {
        'de-de/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\nms.lasthandoff: 01/02/2026\n---\n⟦Hallo.⟧⟪Hello.⟫',
        'ja-jp/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\nms.lasthandoff: 01/02/2026\n---\n⟦こんにちは。⟧⟪Hello.⟫',
      },
      expected: [],
    },
    {
      name: 'another hash, the same text',
      content: {
        'de-de/guide.md': '---\nms.openlocfilehash: b0b0000000000000000000000000000000000002\nms.lasthandoff: 03/04/2026\n---\n⟦Hallo.⟧⟪Hello.⟫',
        'ja-jp/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\nms.lasthandoff: 01/02/2026\n---\n⟦こんにちは。⟧⟪Hello.⟫',
      },
      expected: [{ sourceHash: 'a11ce00000000000000000000000000000000001' }],
    },
  ],
  *run({ family }) {
    for (const locale of family.metadataOnly) {
      const translation = family.translations.find((candidate) => candidate.locale === locale);
      yield { locale, args: { sourceHash: translation?.handOff.sourceHash ?? '' } };
    }
  },
});
