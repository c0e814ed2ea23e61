import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { attribute, readSite, type SitePage } from '../support/read-site.ts';

/** Attributes that name another file. */
const REFERENCES = ['href', 'src', 'poster', 'cite', 'data'];

describe.each(['own', 'docset'] as const)('%s', (name) => {
  const { folder } = inject(name);
  const pages = readSite(folder);

  test('every internal link and anchor resolves', () => {
    const broken = [...pages.values()].flatMap((page) => references(page).flatMap((reference) => {
      const reason = problem(page, reference);
      return reason === undefined ? [] : [`${page.url}: ${reference} (${reason})`];
    }));
    expect([...new Set(broken)]).toEqual([]);
  });

  test('nothing is loaded from elsewhere, and nothing runs', () => {
    const loaded = [...pages.values()].flatMap((page) => page.elements.flatMap((element) => {
      const loads = ['img', 'script', 'iframe', 'source', 'video', 'audio', 'embed', 'object'].includes(element.tagName) || (element.tagName === 'link' && attribute(element, 'rel') !== 'canonical' && attribute(element, 'rel') !== 'alternate');
      const from = attribute(element, 'src') ?? attribute(element, 'href') ?? attribute(element, 'data') ?? '';
      return loads && /^(?:[a-z]+:)?\/\//i.test(from) ? [`${page.url}: ${element.tagName} ${from}`] : [];
    }));
    const running = [...pages.values()].flatMap((page) => page.elements.flatMap((element) => element.attrs.filter(({ name: attr, value }) => /^on/.test(attr) || /^\s*(?:javascript|vbscript):/i.test(value)).map(({ name: attr }) => `${page.url}: ${element.tagName} ${attr}`)));
    expect([...loaded, ...running]).toEqual([]);
  });

  function problem(page: SitePage, reference: string): string | undefined {
    const url = URL.parse(reference, `https://site.invalid${page.url}`);
    if (url === null) return 'no address';
    if (url.host !== 'site.invalid') return undefined;
    const path = decodeURIComponent(url.pathname);
    const target = pages.get(path);
    if (!target) return existsSync(join(folder, path)) && statSync(join(folder, path)).isFile() ? undefined : 'no such page';
    const anchor = decodeURIComponent(url.hash.slice(1));
    return anchor === '' || target.elements.some((element) => attribute(element, 'id') === anchor) ? undefined : 'no such anchor';
  }
});

function references(page: SitePage): string[] {
  return page.elements.flatMap((element) => REFERENCES.flatMap((name) => attribute(element, name) ?? []));
}
