import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { htmlProblems } from '../support/html-problems.ts';
import { all, attribute, readSite, textOf } from '../support/read-site.ts';

const { folder } = inject('branded');
const pages = readSite(folder);
const list = [...pages.values()];
const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
const exists = (url: string | undefined): boolean => url !== undefined && existsSync(join(folder, url.replace(/^(?:https:\/\/harbour\.example)?\/help\//, '')));

test('every page is valid HTML', async () => {
  const problems: string[] = [];
  for (const page of list) problems.push(...(await htmlProblems(page)));
  expect(problems).toEqual([]);
});

describe('every page has what the settings say', () => {
  test.each(list.map((page) => [page.url, page] as const))('%s', (url, page) => {
    const arabic = url.startsWith('/ar-sa/');
    expect(all(page, 'meta', { 'http-equiv': 'Content-Security-Policy' }).map((meta) => attribute(meta, 'content')).join()).toMatch(/script-src 'self' 'wasm-unsafe-eval'; .*object-src 'none'/);
    const href = (attributes: Record<string, string>): (string | undefined)[] => all(page, 'link', attributes).map((link) => attribute(link, 'href'));
    expect(all(page, 'link', { rel: 'stylesheet' }).some((link) => /^\/help\/assets\/brand\.\w+\.css$/.test(attribute(link, 'href') ?? ''))).toBe(true);
    expect(all(page, 'meta', { name: 'theme-color' }).map((meta) => attribute(meta, 'content'))).toEqual(['#ffcc00', '#ffcc00']);
    expect([...href({ rel: 'icon' }), ...href({ rel: 'apple-touch-icon' }), ...href({ rel: 'manifest' }), ...href({ rel: 'preload', as: 'font' })].map(exists)).toEqual([true, true, true, true, true]);
    expect(all(page, 'meta', { property: 'og:image' }).map((meta) => attribute(meta, 'content')).map(exists)).toEqual([true]);
    expect(all(page, 'meta', { name: 'harbour-verification' }).map((meta) => attribute(meta, 'content'))).toEqual(['a & b']);
    const [footer] = all(page, 'footer');
    expect(footer && textOf(footer)).toContain(arabic ? 'مكتب الميناء' : url.startsWith('/vi-vn/') ? 'Văn phòng bến cảng' : 'The harbour office');
    expect(all(page, 'aside').filter((aside) => attribute(aside, 'class') === 'site-banner').map(textOf).join()).toContain(arabic ? 'الميناء مغلق' : '');
    const social = all(page, 'a', { rel: 'me noopener' });
    expect(social.map((link) => textOf(link).trim())).toEqual(['GitHub', 'Harbour forum']);
    expect(page.html).not.toMatch(/window\.ran|onclick|styles\.harbour/);
  });
});

test('the search page fetches early what it loads in any case', () => {
  const preloads = (locale: string): (string | undefined)[] => ['preload', 'modulepreload'].flatMap((rel) => all(pages.get(`/${locale}/search/`) ?? list[0]!, 'link', { rel }).map((link) => attribute(link, 'href')).filter((href) => href?.includes('/search/')));
  expect(preloads('ar-sa')).toEqual(['/help/search/ar-sa/site.json', '/help/search/ar-sa/pagefind.js', '/help/search/ar-sa/pagefind.js#en-us']);
  expect(preloads('en-us')).toEqual(['/help/search/en-us/site.json', '/help/search/en-us/pagefind.js']);
  expect(preloads('ar-sa').every((url) => exists(url?.replace(/#.*/, '')))).toBe(true);
});

test('the head of an article', () => {
  const page = pages.get('/ar-sa/tides/');
  if (!page) throw new Error('No page.');
  const graph = Object.fromEntries(all(page, 'meta').flatMap((meta) => (attribute(meta, 'property') === undefined ? [] : [[attribute(meta, 'property'), attribute(meta, 'content')]])));
  expect(graph).toMatchObject({
    'og:type': 'article', 'og:title': 'قراءة المد والجزر', 'og:description': 'أين يُعلَّق جدول المد.', 'og:url': 'https://harbour.example/help/ar-sa/tides/', 'og:site_name': 'مساعدة الميناء', 'og:locale': 'ar_SA',
    'article:modified_time': '2026-03-05', 'og:image:width': '600', 'og:image:height': '315',
  });
  expect(all(page, 'meta', { property: 'og:locale:alternate' }).map((meta) => attribute(meta, 'content'))).toEqual(['en_US', 'vi_VN']);
  const feedback = all(page, 'a').map((link) => attribute(link, 'href') ?? '').filter((href) => href.includes('feedback'));
  expect(feedback).toEqual(['https://harbour.example/feedback?page=https%3A%2F%2Fharbour.example%2Fhelp%2Far-sa%2Ftides%2F&lang=ar-sa&path=tides.md']);
});

test('the home page has the description of the site', () => {
  const page = pages.get('/vi-vn/');
  expect(page && all(page, 'meta', { name: 'description' }).map((meta) => attribute(meta, 'content'))).not.toEqual([]);
});

test('manifest', () => {
  const manifest: unknown = JSON.parse(text('ar-sa/manifest.webmanifest'));
  expect(manifest).toMatchObject({ name: 'مساعدة الميناء', lang: 'ar-SA', dir: 'rtl', start_url: '/help/ar-sa/', scope: '/help/', theme_color: '#ffcc00', icons: [{ type: 'image/svg+xml', sizes: 'any' }, { type: 'image/png', sizes: '192x192' }] });
});

test.each([
  ['ar-sa', 'https://harbour.example/help/ar-sa/tides/', 'قراءة المد والجزر', '2026-03-05T00:00:00Z', 'Thu, 05 Mar 2026 00:00:00 GMT'],
  ['vi-vn', 'https://harbour.example/help/vi-vn/tides/', 'Xem thủy triều', '2026-04-06T00:00:00Z', 'Mon, 06 Apr 2026 00:00:00 GMT'],
])('feeds of %s: what was handed off, and nothing that stands in for a translation', (locale, url, title, atomDate, rssDate) => {
  const atom = text(`${locale}/feed.xml`);
  expect([...atom.matchAll(/<entry>\n<title>([^<]*)<\/title>\n<id>([^<]*)<\/id>\n<link [^>]*href="([^"]*)"\/>\n<updated>([^<]*)<\/updated>/g)].map((match) => match.slice(1))).toEqual([[title, url, url, atomDate]]);
  expect(/<updated>([^<]*)<\/updated>\n<author>/.exec(atom)?.[1]).toBe(atomDate);
  const rss = text(`${locale}/rss.xml`);
  expect([...rss.matchAll(/<item>\n<title>([^<]*)<\/title>\n<link>([^<]*)<\/link>\n<guid isPermaLink="true">([^<]*)<\/guid>\n<pubDate>([^<]*)<\/pubDate>/g)].map((match) => match.slice(1))).toEqual([[title, url, url, rssDate]]);
  const page = pages.get(`/${locale}/tides/`);
  expect(page && all(page, 'link', { type: 'application/atom+xml' }).map((link) => attribute(link, 'href'))).toEqual([`/help/${locale}/feed.xml`]);
});

test('llms.txt', () => {
  expect(text('llms.txt')).toBe(`# Harbour Help

> Answers for people who run a small harbour.

## Language

- [English](https://harbour.example/help/en-us/llms.txt): Harbour Help (en-US)
- [العربية](https://harbour.example/help/ar-sa/llms.txt): مساعدة الميناء (ar-SA)
- [Tiếng Việt](https://harbour.example/help/vi-vn/llms.txt): Trợ giúp Bến Cảng (vi-VN)
`);
  expect(text('vi-vn/llms.txt')).toBe(`# Trợ giúp Bến Cảng

> Giải đáp cho người quản lý một bến cảng nhỏ.

## Bài viết

- [Xem thủy triều](https://harbour.example/help/vi-vn/tides/): Nơi treo bảng thủy triều.
`);
});
