import { multisetDifference } from '../text/multiset-difference.ts';
import type { InlineText } from '../model/inline.ts';
import { defineCheck } from './define-check.ts';
import { comparableUrl } from './shared/comparable-url.ts';
import { excerpt } from './shared/excerpt.ts';
import { perText } from './shared/per-text.ts';
import { plainLinks } from './shared/plain-links.ts';
import { quoted } from './shared/quoted.ts';

type Args = { readonly found: string; readonly wanted: readonly string[] };

export default defineCheck<Args>({
  id: 'link-target-differs',
  category: 'links',
  scope: 'segment',
  signs: { in: 'target', of: '[<' },
  severity: 'error',
  summary: 'The links and images of the target lead where those of its source lead.',
  why: 'An address that was changed in translation leads to another page or to none. Only the locale in an address is meant to change.',
  whatToDo: 'Copy the address from the source.',
  message: ({ found, wanted }) => `\`${excerpt(found)}\` is no address of the source${wanted.length > 0 ? `, which has ${quoted(wanted)}` : ''}. Copy the address from the source.`,
  examples: [
    { name: 'the same addresses', content: { 'de-de/a.md': '⟦[b](b.md) und [a](a.md?x=1&amp;y=2)⟧⟪[a](a.md?x=1&y=2) and [b](b.md)⟫', 'ar-sa/a.md': '⟦[تعليمات](<a b.md>)⟧⟪[Help](<a b.md>)⟫', 'ja-jp/a.md': '⟦[ヘルプ](https://example.com/ja-jp/a)⟧⟪[Help](https://example.com/en-us/a/)⟫', 'th-th/a.md': '⟦![รูป](a%20b.png)⟧⟪![Fig](<a b.png>)⟫', 'ru-ru/a.md': '⟦<https://example.com/>⟧⟪<https://EXAMPLE.com>⟫' }, expected: [] },
    { name: 'a lost link is another matter', content: { 'he-il/a.md': '⟦עזרה⟧⟪[Help](a.md)⟫' }, expected: [] },
    { name: 'a translated address', content: { 'vi-vn/a.md': '⟦[Trợ giúp](tro-giup.md)⟧⟪[Help](help.md)⟫', 'zh-cn/a.md': '⟦[帮助](https：//example.com)⟧⟪[Help](https://example.com)⟫' }, expected: [{ found: 'tro-giup.md', wanted: ['help.md'] }, { found: 'https：//example.com', wanted: ['https://example.com'] }] },
    { name: 'an image of another name', content: { 'ar-sa/a.md': '⟦![شكل](شكل.png)⟧⟪![Fig](fig.png)⟫' }, expected: [{ found: 'شكل.png', wanted: ['fig.png'] }] },
    { name: 'one address twice', content: { 'de-de/a.md': '⟦[a](a.md), [b](a.md)⟧⟪[a](a.md), [b](b.md)⟫' }, expected: [{ found: 'a.md', wanted: ['b.md'] }] },
  ],
  *run({ source, target }) {
    const plain = plainLinks(target.raw);
    if (plain && (plain.urls.length === 0 || isEqual(plain.urls, plainUrlsOf(source)))) return;
    if (target.tokens.length === 1) return;
    const found = addressesOf(target);
    if (found.length === 0) return;
    const wanted = sourceAddresses(source);
    if (found.length === wanted.length && found.every(({ url }, index) => url === wanted[index]?.url)) return;
    const extra = multisetDifference(found.map(({ key }) => key), wanted.map(({ key }) => key));
    if (extra.length === 0) return;
    const missing = new Set(multisetDifference(wanted.map(({ key }) => key), found.map(({ key }) => key)));
    const places = new Map(found.map((address) => [address.key, address]));
    for (const key of extra) {
      const place = places.get(key);
      if (place) yield { args: { found: place.url, wanted: wanted.filter((address) => missing.has(address.key)).map(({ url }) => url) }, inTarget: { start: place.start, end: place.end } };
    }
  },
});

function isEqual(a: readonly string[], b: readonly string[] | undefined): boolean {
  return a.length === b?.length && a.every((url, index) => url === b[index]);
}

interface Address {
  readonly url: string;
  /** What is compared. */
  readonly key: string;
  /** Of the markup that holds it. */
  readonly start: number;
  readonly end: number;
}

const plainUrlsOf = perText(({ raw }) => plainLinks(raw)?.urls);

const sourceAddresses = perText((source) => addressesOf(source));

function addressesOf({ tokens }: InlineText): Address[] {
  return tokens.flatMap((token) => {
    if (token.kind === 'autolink') return { url: token.value, key: comparableUrl(token.value), start: token.start, end: token.end };
    return token.kind === 'close' && token.url !== undefined ? { url: token.url, key: comparableUrl(token.url), start: token.start, end: token.end } : [];
  });
}
