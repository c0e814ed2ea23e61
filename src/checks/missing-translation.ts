import { defineCheck } from './define-check.ts';
import { listOf } from './shared/list-of.ts';

type Args = { readonly missing: string; readonly present: readonly string[] };

export default defineCheck<Args>({
  id: 'missing-translation',
  category: 'alignment',
  scope: 'family',
  severity: 'warning',
  summary: 'An article exists in every published locale.',
  why: 'Readers of that locale get the original with a notice, or nothing, as the site is configured.',
  whatToDo: 'Have the article translated, or remove the locale from the site if it is no longer maintained.',
  message: ({ missing, present }) => `There is no ${missing} translation of this article${present.length > 0 ? ` (there is ${listOf(present)})` : ''}. Have it translated.`,
  examples: [
    { name: 'in both locales', content: { 'de-de/guide.md': '⟦Hallo.⟧⟪Hello.⟫', 'ja-jp/guide.md': '⟦こんにちは。⟧⟪Hello.⟫' }, expected: [] },
    {
      name: 'in one of two locales',
      content: { 'de-de/guide.md': '⟦Hallo.⟧⟪Hello.⟫', 'de-de/extra.md': '⟦Mehr.⟧⟪More.⟫', 'ja-jp/guide.md': '⟦こんにちは。⟧⟪Hello.⟫' },
      expected: [{ missing: 'ja-JP', present: ['de-DE'] }],
    },
  ],
  *run({ family, locales }) {
    const tagOf = (id: string): string => locales.get(id)?.tag ?? id;
    for (const locale of family.missing) yield { locale, args: { missing: tagOf(locale), present: family.translations.map((translation) => tagOf(translation.locale)) } };
  },
});
