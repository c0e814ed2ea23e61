import { defineCheck } from './define-check.ts';

type Args = { readonly claimed: string; readonly expected: string };

export default defineCheck<Args>({
  id: 'locale-mismatch',
  category: 'metadata',
  scope: 'article',
  severity: 'error',
  summary: 'The frontmatter names the locale in whose folder the article stands.',
  why: 'An article in the wrong folder is published in the wrong language, with the wrong `lang` and reading direction.',
  whatToDo: 'Move the file to its locale’s folder, or correct `ms.contentlocale`.',
  message: ({ claimed, expected }) => `\`ms.contentlocale\` says ${claimed}, the folder is that of ${expected}. Move the file or correct the value.`,
  examples: [
    { name: 'the same locale', content: '---\nms.contentlocale: de-DE\n---\n⟦Hallo.⟧⟪Hello.⟫', expected: [] },
    { name: 'letter case does not matter', content: '---\nms.contentlocale: de-de\n---\n⟦Hallo.⟧⟪Hello.⟫', expected: [] },
    { name: 'another language', content: '---\nms.contentlocale: ja-JP\n---\n⟦Hallo.⟧⟪Hello.⟫', expected: [{ claimed: 'ja-JP', expected: 'de-DE' }] },
  ],
  *run({ handOff: { contentLocale }, locale, isSource }) {
    if (isSource || !contentLocale || contentLocale.toLowerCase() === locale.id) return;
    yield { args: { claimed: contentLocale, expected: locale.tag } };
  },
});
