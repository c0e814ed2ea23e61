import { FUNCTION_WORDS } from './data/function-words.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';
import { inlinePairs, type InlinePair } from './shared/inline-pairs.ts';
import { languageOf } from './shared/language-of.ts';

type Args = { readonly what: 'alternative text of an image' | 'title of a link'; readonly text: string };

export default defineCheck<Args>({
  id: 'alt-text-untranslated',
  category: 'wording',
  scope: 'segment',
  signs: { in: 'target', of: '[' },
  severity: 'warning',
  summary: 'Alternative texts of images and titles of links are translated.',
  why: 'Screen readers read them out, with the voice of the page’s language; they are easily overlooked because they are not on the page.',
  whatToDo: 'Translate the text; names and labels that are the same in both languages are not reported.',
  message: ({ what, text }) => `The ${what}, “${text}”, is not translated. Translate it.`,
  examples: [
    { name: 'translated', content: { 'de-de/a.md': '⟦![Bild der Seite](a.png)⟧⟪![Image of the page](a.png)⟫', 'ja-jp/a.md': '⟦![ページの画像](a.png)⟧⟪![Image of the page](a.png)⟫', 'ar-sa/a.md': '⟦[تعليمات](a.md "الصفحة")⟧⟪[Help](a.md "The page of the app")⟫' }, expected: [] },
    { name: 'names and short labels', content: { 'th-th/a.md': '⟦![Microsoft 365 Logo](a.png)⟧⟪![Microsoft 365 Logo](a.png)⟫', 'ru-ru/a.md': '⟦![OK](a.png) [x](a.md "GitHub")⟧⟪![OK](a.png) [x](a.md "GitHub")⟫' }, expected: [] },
    { name: 'left in the language of the source', content: { 'vi-vn/a.md': '⟦Xem ![Image of the page](a.png)⟧⟪See ![Image of the page](a.png)⟫', 'he-il/a.md': '⟦[עזרה](a.md "How to use the app")⟧⟪[Help](a.md "How to use the app")⟫', 'zh-cn/a.md': '⟦![The dialog box is open](a.png)⟧⟪![The dialog box is open](a.png)⟫' }, expected: [{ what: 'title of a link', text: 'How to use the app' }, { what: 'alternative text of an image', text: 'Image of the page' }, { what: 'alternative text of an image', text: 'The dialog box is open' }] },
  ],
  *run({ source, target, locale, sourceLocale }) {
    if (!/!\[|\]\([^)]*["'(]/.test(target.raw)) return;
    const words = FUNCTION_WORDS[languageOf(sourceLocale.tag)];
    if (words === undefined || languageOf(locale.tag) === languageOf(sourceLocale.tag)) return;
    const written = new Set([...textsOf(source)].map(({ text }) => text));
    for (const { what, text, pair } of textsOf(target)) {
      if (!written.has(text) || !isSentence(text, words)) continue;
      yield { args: { what, text: excerpt(text) }, inTarget: { start: pair.open.start, end: pair.close.end } };
    }
  },
});

function* textsOf(side: Parameters<typeof inlinePairs>[0]): Iterable<{ readonly what: Args['what']; readonly text: string; readonly pair: InlinePair }> {
  for (const pair of inlinePairs(side)) {
    if (pair.open.of === 'image') yield { what: 'alternative text of an image', text: pair.content.map((token) => ('text' in token ? token.text : '')).join('').trim(), pair };
    if (pair.open.of === 'link' && pair.open.title !== undefined) yield { what: 'title of a link', text: pair.open.title.trim(), pair };
  }
}

/** At least three words, one of them a function word: what names do not have. */
function isSentence(text: string, functionWords: ReadonlySet<string>): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length >= 3 && words.some((word) => functionWords.has(word));
}
