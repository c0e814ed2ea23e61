import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { createNodeHost } from '../../src/host/node-host.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { openFolder } from '../support/own-content.ts';
import { htmlProblems } from '../support/html-problems.ts';
import { all, attribute, readSite, textOf, type SitePage } from '../support/read-site.ts';

const DIRECTIONS: Readonly<Record<string, string>> = { 'ar-SA': 'rtl' };

describe.each([['own', 'content'], ['docset', 'tests/fixtures/docset']] as const)('%s', (name, content) => {
  const pages = readSite(inject(name).folder);
  const list = [...pages.values()];

  test('every page has its language, its direction, one title and one first heading', () => {
    const wrong = list.flatMap((page) => {
      const [html] = all(page, 'html');
      const lang = html && attribute(html, 'lang');
      const expected = /^\/([a-z]{2}-[a-z]{2})\//.exec(page.url)?.[1];
      return [
        ...(expected !== undefined && lang?.toLowerCase() !== expected ? [`${page.url}: lang ${lang}`] : []),
        ...(html && attribute(html, 'dir') !== (DIRECTIONS[lang ?? ''] ?? 'ltr') ? [`${page.url}: dir`] : []),
        ...(all(page, 'h1').length === 1 ? [] : [`${page.url}: ${all(page, 'h1').length} h1`]),
        ...(all(page, 'title').map(textOf).join().trim() === '' ? [`${page.url}: no title`] : []),
        ...(all(page, 'main').length === 1 ? [] : [`${page.url}: ${all(page, 'main').length} main`]),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('ids are unique', () => {
    const twice = list.flatMap((page) => {
      const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page.url}: ${id}`);
    });
    expect(twice).toEqual([]);
  });

  test('every segment has its id on the page of its article', () => {
    const host = createNodeHost();
    const map = openFolder(content);
    let segments = 0;
    const absent = map.config.locales.flatMap((locale) => (map.inventory.locales.get(locale.id)?.articles ?? []).flatMap((path) => {
      const read = host.readText(join(map.root, locale.folder, path));
      if (read.kind !== 'text') return [`${path}: ${read.kind}`];
      const page = pages.get(`/${locale.id}/${map.slugs.get(path) ?? ''}`);
      const ids = new Set(page?.elements.flatMap((element) => attribute(element, 'id') ?? []));
      const article = ingest({ locale: locale.id, path, file: path, text: read.text });
      segments += article.segments.length;
      // A merged paragraph answers for the ordinals that it covers; the page of the source has them all.
      const merged = article.segments.some(({ ordinal }) => ordinal.startsWith('p'));
      const source = merged ? segmentIds(pages.get(`/${map.config.sourceLocale}/${map.slugs.get(path) ?? ''}`)) : [];
      const expected = [...article.segments.flatMap(({ ordinal }) => (ordinal.startsWith('p') ? [] : [`s${ordinal}`])), ...source];
      return expected.filter((id) => !ids.has(id)).map((id) => `${locale.id}/${path}: ${id}`);
    }));
    expect(absent).toEqual([]);
    expect(segments).toBeGreaterThan(30);
  });

  test('an article in the language of the source is marked as such in the other locales', () => {
    const sides = list.flatMap((page) => {
      const [article] = all(page, 'article', { id: 'article' });
      const [html] = all(page, 'html');
      if (!article || !html || page.url.startsWith('/checks/')) return [];
      const fallback = attribute(article, 'lang') !== attribute(html, 'lang');
      return [{ page: page.url, side: attribute(article, 'data-side'), expected: fallback ? 'source' : 'target' }];
    });
    expect(sides.filter(({ side, expected }) => side !== expected)).toEqual([]);
    expect(sides.some(({ side }) => side === 'source')).toBe(true);
  });

  test('every page is valid HTML', async () => {
    const problems: string[] = [];
    for (const page of list) {
      problems.push(...(await htmlProblems(page)));
    }
    expect(problems).toEqual([]);
  });
});

function segmentIds(page: SitePage | undefined): string[] {
  return (page?.elements ?? []).flatMap((element) => attribute(element, 'id') ?? []).filter((id) => /^s[0-9]+$/.test(id));
}
