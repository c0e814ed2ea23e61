import type { PageEntry } from '../model/site.ts';
import type { Alternate } from './shell.ts';

/** A published page of a family with the tag of its locale. */
export interface FamilyPage extends Pick<PageEntry, 'kind' | 'url'> {
  readonly locale: string;
  readonly tag: string;
}

/**
 * The hreflang set of a family: the same on each of its pages, so that every link is answered by one
 * back. Real translations only, no fallback page.
 * `x-default` is the source's page, or the first page where the source has none. Empty when only one page remains.
 */
export function alternates(pages: readonly FamilyPage[], options: { readonly origin: string | undefined; readonly sourceLocale: string }): readonly Alternate[] {
  const real = pages.filter((page) => page.kind !== 'fallback');
  const first = real.find((page) => page.locale === options.sourceLocale) ?? real[0];
  if (first === undefined || real.length < 2) return [];
  return [
    ...real.map((page) => ({ hreflang: page.tag, href: absoluteUrl(page.url, options.origin) })),
    { hreflang: 'x-default', href: absoluteUrl(first.url, options.origin) },
  ];
}

/** Whether a robots value lets a page be shown in search results. isIndexed('NOINDEX,FOLLOW') // => false */
export function isIndexed(robots: string | undefined): boolean {
  return robots === undefined || !/\b(?:noindex|none)\b/i.test(robots);
}

/** A site-root relative URL with the origin of the site, where that is known. */
export function absoluteUrl(url: string, origin: string | undefined): string {
  return origin === undefined || !url.startsWith('/') ? url : `${origin}${url}`;
}
