import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';
import { plainLinks } from './shared/plain-links.ts';
import { isContiguous, runRange } from './shared/run-range.ts';
import { withoutUrlLocale } from './shared/without-url-locale.ts';

type Args = { readonly url: string };

export default defineCheck<Args>({
  id: 'bare-url-missing',
  category: 'links',
  scope: 'segment',
  severity: 'error',
  summary: 'An address that is part of the source text is in the target too.',
  why: 'Readers copy such an address. A changed letter, a blank or a full-width colon in it breaks it.',
  whatToDo: 'Copy the address from the source; the locale in it may change.',
  message: ({ url }) => `The address ${excerpt(url)} is not in the target. Copy it from the source unchanged.`,
  examples: [
    { name: 'as in the source', content: { 'de-de/a.md': '⟦Öffnen Sie https://example.com/a.⟧⟪Open https://example.com/a.⟫', 'ja-jp/a.md': '⟦https://example.com/ja-jp/aを開く⟧⟪Open https://example.com/en-us/a⟫', 'ar-sa/a.md': '⟦افتح [https://example.com](https://example.com)⟧⟪Open https://example.com⟫', 'th-th/a.md': '⟦เปิด `www.example.com`⟧⟪Open www.example.com⟫', 'he-il/a.md': '⟦פתח את http://example.com (כאן)⟧⟪Open http://example.com (here)⟫' }, expected: [] },
    { name: 'a link of the source is another matter', content: { 'ru-ru/a.md': '⟦Справка⟧⟪[Help](https://example.com)⟫' }, expected: [] },
    { name: 'a full-width colon', content: { 'zh-cn/a.md': '⟦打开 https：//example.com/a⟧⟪Open https://example.com/a⟫' }, expected: [{ url: 'https://example.com/a' }] },
    { name: 'translated, cut, with a blank', content: { 'vi-vn/a.md': '⟦Mở https://example.com/trang⟧⟪Open https://example.com/page⟫', 'ru-ru/a.md': '⟦Откройте https:// example.com⟧⟪Open https://example.com⟫', 'ar-sa/a.md': '⟦افتح الصفحة⟧⟪Open www.example.com/a⟫' }, expected: [{ url: 'www.example.com/a' }, { url: 'https://example.com' }, { url: 'https://example.com/page' }] },
  ],
  *run({ source, target }) {
    const plain = plainLinks(source.raw);
    if (plain && !/\/\/|www|&/.test(plain.text)) return;
    if (!source.plain.includes('://') && !source.plain.includes('www.')) return;
    let found: string | undefined;
    for (const run of source.runs) {
      for (const match of run.text.matchAll(URL)) {
        const url = match[0].replace(/[.,;:!?'"*_)\]}]+$/, '');
        const end = match.index + url.length;
        if (!isContiguous(run, match.index, end)) continue;
        found ??= withoutUrlLocale(target.raw.replaceAll('&amp;', '&').replaceAll('\\', '')).toLowerCase();
        if (!found.includes(withoutUrlLocale(url).toLowerCase().replace(/\/$/, ''))) yield { args: { url }, inSource: runRange(run, match.index, end) };
      }
    }
  },
});

/** ASCII only: Chinese and Japanese text follows without a blank. */
const URL = /(?:https?:\/\/|www\.)[\w.-]+\.[A-Za-z]{2,}(?:[/?#][!#-;=?-Z_a-z~]*)?/g;
