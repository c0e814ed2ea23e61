import { indexParts } from '../model/search.ts';
import type { PageEntry, SiteConfig, SiteIndex } from '../model/site.ts';
import { indexNavigation, type NavigationIndex } from '../views/navigation.ts';

/** The site index with its look-ups made once: what a page asks is answered in constant time. */
export interface SiteLookup {
  readonly index: SiteIndex;
  readonly config: SiteConfig;
  page(locale: string, path: string): PageEntry | undefined;
  navigation(locale: string): NavigationIndex;
  /** Parts of a locale's search index. */
  searchParts(locale: string): number;
}

/** A page that only stands in for a translation is found in the original's index. */
export function isSearched(page: PageEntry): boolean {
  return page.kind !== 'fallback';
}

/** Several parts of a build ask for the same one. */
export function siteLookup(index: SiteIndex): SiteLookup {
  const known = lookups.get(index) ?? makeLookup(index);
  lookups.set(index, known);
  return known;
}

const lookups = new WeakMap<SiteIndex, SiteLookup>();

function makeLookup(index: SiteIndex): SiteLookup {
  const pages = new Map(Object.entries(index.pages).map(([locale, entries]) => [locale, new Map(entries.map((entry) => [entry.path, entry]))]));
  const navigations = new Map<string, NavigationIndex>();
  const parts = new Map(Object.entries(index.pages).map(([locale, entries]) => [locale, indexParts(entries.filter(isSearched).length)]));
  return {
    index,
    config: index.config,
    page: (locale, path) => pages.get(locale)?.get(path),
    navigation(locale) {
      const known = navigations.get(locale) ?? indexNavigation(index.navigation[locale] ?? []);
      navigations.set(locale, known);
      return known;
    },
    searchParts: (locale) => parts.get(locale) ?? 1,
  };
}


/** What a page of a locale calls an article: its title there, or in the source locale. */
export function titleOf(site: SiteLookup, locale: string, path: string): string | undefined {
  return (site.page(locale, path) ?? site.page(site.config.sourceLocale, path))?.title;
}
