import type { Locale } from '../model/locale.ts';
import { SEARCH_FOLDER, indexModule, titleBucket, type SearchFacts } from '../model/search.ts';
import type { PageEntry } from '../model/site.ts';
import type { SearchPage } from '../views/search-page.ts';
import { folderTitle } from './navigation.ts';
import { pageUrl } from './resolve-link.ts';
import type { TextFile } from './text-file.ts';
import { isSearched, type SiteLookup } from './site-lookup.ts';

/** Titles per file: what a reader loads to learn the titles of articles that were found in the original. */
const TITLES = 48;

/** The files of search beside the indexes: see {@link SearchFacts}. */
export function searchFiles({ index, config, searchParts }: Pick<SiteLookup, 'index' | 'config' | 'searchParts'>): TextFile[] {
  return config.locales.flatMap((locale) => {
    const { id } = locale;
    const pages = index.pages[id] ?? [];
    const folder = `${SEARCH_FOLDER}${id}/`;
    const buckets = id === config.sourceLocale ? 0 : Math.ceil(pages.length / TITLES);
    const indexes = searchedIndexes({ index, config }, id).map(({ id: name, tag, dir }) => ({ locale: name, tag, dir, parts: searchParts(name) }));
    const facts: SearchFacts = { reader: { tag: locale.tag, dir: locale.dir }, indexes, sections: sectionTitles(index.navigation[id] ?? [], pages, (slug) => pageUrl(config, id, slug)), buckets };
    const chosen = Map.groupBy(pages, ({ slug }) => titleBucket(slug, buckets));
    return [
      { path: `${folder}site.json`, text: JSON.stringify(facts) },
      ...Array.from({ length: buckets }, (_, bucket) => ({ path: `${folder}titles-${bucket}.json`, text: titles(chosen.get(bucket) ?? []) })),
    ];
  });
}

/** Whose indexes a locale's search asks: its own and the source's, where they have pages. */
function searchedIndexes({ index, config }: Pick<SiteLookup, 'index' | 'config'>, locale: string): readonly Locale[] {
  const asked = [...new Set([locale, config.sourceLocale])].filter((id) => (index.pages[id] ?? []).some(isSearched));
  return asked.flatMap((id) => config.locales.filter((each) => each.id === id));
}

/** What the search page loads in any case: it is fetched before a script asks for it. */
export function searchPreloads(site: Pick<SiteLookup, 'index' | 'config'>, locale: string): SearchPage['preloads'] {
  const folder = `${site.config.base}${SEARCH_FOLDER}`;
  const indexes = searchedIndexes(site, locale);
  return { data: [`${folder}${locale}/site.json`], modules: indexes.map(({ id }) => indexModule(folder, indexes[0]?.id ?? id, id)) };
}

/** Title by slug; empty for an article that is not translated. */
function titles(pages: readonly PageEntry[]): string {
  return JSON.stringify(Object.fromEntries(pages.map((page) => [page.slug, isSearched(page) ? page.title : ''])));
}

interface TitledNode {
  readonly title: string;
  readonly url: string | undefined;
  readonly items: readonly TitledNode[];
}

function sectionTitles(navigation: readonly TitledNode[], pages: readonly PageEntry[], urlOf: (slug: string) => string): Record<string, string> {
  const sections = new Set(pages.flatMap(({ slug }) => /^[^/]+\/(?=.)/.exec(slug)?.[0] ?? []));
  return Object.fromEntries([...sections].map((slug) => [slug, topTitle(navigation, urlOf(slug)) ?? folderTitle(slug.slice(0, -1))]));
}

/** Title of the top-level node that leads into a folder: by its own URL, else by all of its pages, which several may share. */
function topTitle(navigation: readonly TitledNode[], url: string): string | undefined {
  const own = navigation.find((node) => node.url === url);
  if (own) return own.title;
  const within = navigation.filter((node) => node.items.length > 0 && node.items.every((item) => item.url?.startsWith(url)));
  return within.length === 0 ? undefined : within.map(({ title }) => title).join(' · ');
}
