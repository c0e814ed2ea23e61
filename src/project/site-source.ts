import type { Check } from '../checks/define-check.ts';
import type { PageEntry, SiteIndex } from '../model/site.ts';
import type { ArticlePage } from '../views/article-page.ts';
import { SEARCH_SLUG } from '../views/search-page.ts';
import type { SiteSource } from '../views/site-source.ts';
import { checkListPage, checkPage } from './check-pages.ts';
import type { ContentMap } from './content-map.ts';
import type { BodyText } from './article-body.ts';
import { localeOf, shellOf } from './article-page.ts';
import { readMdx } from '../markdown/read-mdx.ts';
import { pageText } from './render-family.ts';
import type { Shard } from './shard.ts';
import { homePage, notFoundPage, rootPage, searchPage, sectionItems, sectionPage } from './site-pages.ts';

export interface SiteSourceOptions {
  readonly map: ContentMap;
  /** Reads the families whose pages Astro renders itself. */
  readonly shard: Shard;
  /** Resolves when all families have been scanned. */
  readonly index: () => Promise<SiteIndex>;
  readonly checks: readonly Check[];
  /** `all`: Astro renders every page (`dev`); `rest`: only what is not filled into layouts (`build`). */
  readonly scope: 'all' | 'rest';
  /** Whether the site has a search index. */
  readonly search: boolean;
}

/** Answers what Astro's pages ask, from the project. */
export function createSiteSource({ map, shard, index, checks, scope, search }: SiteSourceOptions): SiteSource {
  const { config } = map;
  let known: SiteIndex | undefined;
  const ready = async (): Promise<void> => {
    const current = await index();
    if (current !== known) shard.setIndex(current);
    known = current;
  };
  // An article at the address of the search page has it.
  const searched = search && !map.sections.has(SEARCH_SLUG) && !map.paths.some((path) => map.slugs.get(path) === SEARCH_SLUG) ? config.locales.map(({ id }) => id) : [];
  const home = map.paths.find((path) => map.slugs.get(path) === '');

  return {
    templatePaths: () => (scope === 'all' ? [] : config.locales.flatMap(({ id }) => (['article', 'section'] as const).map((layout) => ({ layout, locale: id })))),
    shell: (locale) => shellOf(config, locale),
    hasSearch: (locale) => search && config.locales.some(({ id }) => id === locale),
    async pagePaths() {
      await ready();
      const articles = config.locales.flatMap(({ id }) => (shard.site.index.pages[id] ?? []).filter((page) => page.slug !== '' && (scope === 'all' || page.mdx)));
      const sections = scope === 'all' ? config.locales.flatMap(({ id }) => [...sectionItems(shard.site, id, map.sections).keys()].map((slug) => ({ locale: id, slug }))) : [];
      return [...articles.map(({ locale, slug }) => ({ locale, slug })), ...sections];
    },
    async page(locale, slug) {
      await ready();
      const entry = (shard.site.index.pages[locale] ?? []).find((page) => page.slug === slug);
      if (!entry) return { kind: 'section', page: sectionPage(shard.site, locale, slug, sectionItems(shard.site, locale, map.sections).get(slug) ?? []) };
      const page = await onlyPage(shard, locale, entry.path);
      return { kind: 'article', page, mdx: entry.mdx ? mdxKey(locale, entry.path) : undefined };
    },
    homePaths: () => config.locales.map(({ id }) => id),
    homeArticle,
    async homePage(locale) {
      const article = await homeArticle(locale);
      const entry = homeEntry(locale);
      return { page: homePage(shard.site, locale, article), mdx: entry?.mdx ? mdxKey(locale, entry.path) : undefined };
    },
    finishMdx(key, rendered) {
      const [locale, path] = splitKey(key);
      const page = shard.mdxPage(locale, path, rendered);
      if (!page) throw new Error(`No page for the MDX article ${key}.`);
      return page;
    },
    mdxKeys: () => mdxPaths(map).flatMap((path) => config.locales.map(({ id }) => mdxKey(id, path))),
    mdxFacing(key) {
      const text = mdxText(key);
      const own = splitKey(key)[0] === config.sourceLocale;
      // The page of the source, rebuilt from a translation, can show that translation.
      if (!text || text.article.locale === config.sourceLocale || own !== (text.side === 'source')) return undefined;
      const { tag, dir } = localeOf(config, own ? text.article.locale : config.sourceLocale);
      return { side: own ? 'target' : 'source', lang: tag, dir };
    },
    mdxCode(key) {
      const text = mdxText(key);
      // A line before it, so that nothing in the body is taken for frontmatter.
      return text ? `\n${readMdx(text.article.skeleton).safe}` : '';
    },
    notFoundPaths: () => config.locales.map(({ id }) => id),
    notFoundPage: (locale) => notFoundPage(config, locale),
    searchPaths: () => searched,
    async searchPage(locale) {
      await ready();
      return searchPage(shard.site, locale, searched);
    },
    async rootPage() {
      await ready();
      return rootPage(shard.site);
    },
    rootNotFoundPage: () => notFoundPage(config, config.defaultLocale),
    // Its files are written by a build only.
    hasReview: () => config.review && scope === 'rest',
    checkPaths: () => (config.checkPages ? checks.map(({ id }) => id) : []),
    checkPage(id) {
      const check = checks.find((candidate) => candidate.id === id);
      if (!check) throw new Error(`No check ${id}.`);
      return checkPage(config, check);
    },
    checkListPage: () => checkListPage(config, checks),
  };

  function homeEntry(locale: string): PageEntry | undefined {
    return home === undefined ? undefined : shard.site.page(locale, home);
  }

  async function homeArticle(locale: string): Promise<ArticlePage | undefined> {
    await ready();
    const entry = homeEntry(locale);
    return entry && onlyPage(shard, locale, entry.path);
  }

  function mdxText(key: string): BodyText | undefined {
    const [locale, path] = splitKey(key);
    const family = shard.family(path);
    return family && (pageText(family, { locale, kind: 'own' }) ?? pageText(family, { locale, kind: 'fallback' }));
  }
}

function mdxPaths(map: ContentMap): string[] {
  return map.paths.filter((path) => /\.mdx$/i.test(path));
}

/** mdxKey('vi-vn', 'index.mdx') // => 'vi-vn/index.mdx' */
function mdxKey(locale: string, path: string): string {
  return `${locale}/${path}`;
}

function splitKey(key: string): [string, string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}

async function onlyPage(shard: Shard, locale: string, path: string): Promise<ArticlePage> {
  const [page] = await shard.pages(path, locale);
  if (!page) throw new Error(`No page for ${locale}/${path}.`);
  return page;
}
