import type { InlineText, TextRun } from '../model/inline.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';
import { perText } from './shared/per-text.ts';
import { plainLinks } from './shared/plain-links.ts';
import { isContiguous, runRange } from './shared/run-range.ts';
import { withoutUrlLocale } from './shared/without-url-locale.ts';

type Args = { readonly url: string };

export default defineCheck<Args>({
  id: 'bare-url-missing',
  category: 'links',
  scope: 'segment',
  signs: { in: 'source', of: '/w' },
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
    const urls = urlsIn(source);
    if (urls.length === 0) return;
    const found = withoutUrlLocale(target.raw.replaceAll('&amp;', '&').replaceAll('\\', '')).toLowerCase();
    for (const { url, run, start } of urls) {
      if (!found.includes(withoutUrlLocale(url).toLowerCase().replace(/\/$/, ''))) yield { args: { url }, inSource: runRange(run, start, start + url.length) };
    }
  },
});

interface BareUrl {
  readonly url: string;
  readonly run: TextRun;
  /** In the run's text. */
  readonly start: number;
}

const urlsIn = perText((source: InlineText): readonly BareUrl[] => {
  const links = plainLinks(source.raw);
  if (links && !/\/\/|www|&/.test(links.text)) return NONE;
  if (!source.plain.includes('://') && !source.plain.includes('www.')) return NONE;
  return source.runs.flatMap((run) =>
    [...run.text.matchAll(URL)].flatMap(({ 0: match, index: start }) => {
      const url = match.replace(/[.,;:!?'"*_)\]}]+$/, '');
      return isContiguous(run, start, start + url.length) ? { url, run, start } : [];
    }),
  );
});

const NONE: readonly never[] = [];

/** ASCII only: Chinese and Japanese text follows without a blank. */
const URL = /(?:https?:\/\/|www\.)[\w.-]+\.[A-Za-z]{2,}(?:[/?#][!#-;=?-Z_a-z~]*)?/g;
