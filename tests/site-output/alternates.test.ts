import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { all, attribute, readSite, type SitePage } from '../support/read-site.ts';

describe.each([['own', 'https://interlinear.example'], ['docset', 'https://help.example']] as const)('%s', (name, origin) => {
  const { folder } = inject(name);
  const pages = readSite(folder);
  const articles = [...pages.values()].filter((page) => !page.url.startsWith('/checks/') && all(page, 'article', { id: 'article' }).length > 0);
  const fallbacks = articles.filter((page) => all(page, 'article')[0]?.attrs.some(({ name: attr, value }) => attr === 'lang' && value !== language(page)));
  const sitemap = [...readFileSync(join(folder, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => path(url));

  test('there is something to look at', () => {
    expect(fallbacks.length).toBeGreaterThan(0);
    expect(sitemap.length).toBeGreaterThan(0);
    expect(articles.filter((page) => alternates(page).length > 0).length).toBeGreaterThan(fallbacks.length);
  });

  test('alternates name each other, and the default', () => {
    const wrong = [...pages.values()].flatMap((page) => {
      const own = alternates(page);
      if (own.length === 0) return [];
      const unequal = own.filter(([, url]) => JSON.stringify(alternates(pages.get(url))) !== JSON.stringify(own)).map(([locale]) => `${page.url}: ${locale} does not answer`);
      const languages = own.filter(([locale, url]) => locale !== 'x-default' && language(pages.get(url)) !== locale).map(([locale]) => `${page.url}: ${locale} is not in its language`);
      const missing = own.some(([locale]) => locale === 'x-default') && own.some(([, url]) => url === page.url) ? [] : [`${page.url}: no x-default, or not itself`];
      return [...unequal, ...languages, ...missing];
    });
    expect(wrong).toEqual([]);
  });

  test('a page in the source language for want of a translation points to the source page', () => {
    expect(fallbacks.map((page) => [page.url, canonical(page)])).toEqual(fallbacks.map((page) => [page.url, page.url.replace(/^\/[^/]+/, '/en-us')]));
    expect(fallbacks.flatMap((page) => alternates(page))).toEqual([]);
    const named = new Set([...pages.values()].flatMap((page) => alternates(page).map(([, url]) => url)));
    expect(fallbacks.filter(({ url }) => named.has(url) || sitemap.includes(url)).map(({ url }) => url)).toEqual([]);
  });

  test('every other article is canonical itself', () => {
    const rest = articles.filter((page) => !fallbacks.includes(page));
    expect(rest.filter((page) => canonical(page) !== page.url).map(({ url }) => url)).toEqual([]);
  });

  test('the sitemap has every page that may be found, once', () => {
    expect(sitemap.filter((url) => !pages.has(url))).toEqual([]);
    expect(new Set(sitemap).size).toBe(sitemap.length);
    const hidden = articles.filter((page) => /noindex/i.test(all(page, 'meta', { name: 'robots' }).map((meta) => attribute(meta, 'content')).join()));
    const findable = articles.filter((page) => !hidden.includes(page) && !fallbacks.includes(page)).map(({ url }) => url);
    expect(findable.filter((url) => !sitemap.includes(url))).toEqual([]);
    expect(hidden.filter(({ url }) => sitemap.includes(url)).map(({ url }) => url)).toEqual([]);
    if (name === 'docset') expect(hidden.map(({ url }) => url)).toContain('/ar-sa/help/ask/');
  });

  function path(url: string): string {
    return url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
  }

  function alternates(page: SitePage | undefined): (readonly [string, string])[] {
    return page === undefined ? [] : all(page, 'link', { rel: 'alternate' }).flatMap((link) => {
      const locale = attribute(link, 'hreflang');
      return locale === undefined ? [] : [[locale, path(attribute(link, 'href') ?? '')] as const];
    });
  }

  function canonical(page: SitePage): string | undefined {
    const [link] = all(page, 'link', { rel: 'canonical' });
    return link && path(attribute(link, 'href') ?? '');
  }
});

function language(page: SitePage | undefined): string | undefined {
  const [html] = page ? all(page, 'html') : [];
  return html && attribute(html, 'lang');
}
