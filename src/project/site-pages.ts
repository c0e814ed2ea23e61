import type { NavNode, PageEntry, SiteConfig } from '../model/site.ts';
import { absoluteUrl, alternates } from '../views/alternates.ts';
import type { ArticlePage } from '../views/article-page.ts';
import { homeSections, type HomePage } from '../views/home-page.ts';
import { ancestorsAt, sidebarAt } from '../views/navigation.ts';
import type { NotFoundPage } from '../views/not-found-page.ts';
import type { RootPage } from '../views/root-page.ts';
import { SEARCH_SLUG, type SearchPage } from '../views/search-page.ts';
import type { SectionItem, SectionPage } from '../views/section-page.ts';
import type { Alternate, LanguageLink } from '../views/shell.ts';
import { localeOf, pageBase, shellOf } from './article-page.ts';
import { isFragmentPath } from './fragment-path.ts';
import { folderTitle } from './navigation.ts';
import { pageUrl } from './resolve-link.ts';
import { searchPreloads } from './search-files.ts';
import type { SiteLookup } from './site-lookup.ts';
import { uiOf } from './ui-of.ts';

/** The home page of a locale. `article`: the page of the article that serves as home page, where there is one. */
export function homePage(site: SiteLookup, locale: string, article: ArticlePage | undefined): HomePage {
  const { config } = site;
  const shell = shellOf(config, locale);
  const base = article ?? pageBase(config, locale, { title: shell.siteTitle, slug: '', languages: homeLinks(config, locale) });
  const own = article === undefined || article.content.side === 'target';
  return {
    ...base,
    alternates: own ? homeAlternates(site) : [],
    title: article?.title ?? shell.siteTitle,
    description: base.description ?? shell.frame.description,
    body: article && { content: article.content, html: article.articleHtml },
    sections: homeSections(homeNodes(site, locale), new Set((site.index.pages[locale] ?? []).flatMap(({ kind, url }) => (kind === 'fallback' ? [url] : [])))),
  };
}

/** The navigation without the home page itself, and with the articles that nothing else leads to where it names few of all. */
function homeNodes({ index, config }: SiteLookup, locale: string): readonly NavNode[] {
  const home = pageUrl(config, locale, '');
  const nodes = (index.navigation[locale] ?? []).filter(({ url, items }) => url !== home || items.length > 0);
  const listed = new Set([home]);
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.url !== undefined) listed.add(node.url);
    for (const item of node.items) waiting.push(item);
  }
  const pages = (index.pages[locale] ?? []).filter(({ path }) => !isFragmentPath(path));
  const others = pages.filter(({ url }) => !listed.has(url));
  // Who leaves out some articles may mean it; who leaves out most of them has no table of contents yet.
  return others.length * 2 < pages.length ? nodes : [...nodes, ...others.map(({ title, url, path }) => ({ title, url, path, items: [] }))];
}

/** The listing of a folder that has no article of its own. */
export function sectionPage(site: SiteLookup, locale: string, slug: string, items: readonly SectionItem[]): SectionPage {
  const { config } = site;
  const url = pageUrl(config, locale, slug);
  const navigation = site.navigation(locale);
  const languages = config.locales.map((other): LanguageLink => ({ locale: other, url: pageUrl(config, other.id, slug), current: other.id === locale, marks: [] }));
  return {
    ...pageBase(config, locale, { title: titleOf(site.index.navigation[locale] ?? [], url) ?? folderTitle(lastStep(slug)), slug, languages }),
    // What a search engine may show of a list: how it begins.
    description: items.length === 0 ? undefined : items.slice(0, 4).map(({ title }) => title).join(' · '),
    url,
    breadcrumbs: ancestorsAt(navigation, url),
    sidebar: sidebarAt(navigation, url, pageUrl(config, locale, '')),
    items,
  };
}

/** What each folder of a locale lists: its articles and its folders, in path order. One pass over the pages. */
export function sectionItems(site: SiteLookup, locale: string, sections: ReadonlySet<string>): ReadonlyMap<string, readonly SectionItem[]> {
  const pages = (site.index.pages[locale] ?? []).filter(({ path }) => !isFragmentPath(path));
  const counts = new Map<string, number>();
  for (const { slug } of pages) for (const folder of foldersOf(slug)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const items = new Map<string, SectionItem[]>();
  const listed = new Set<string>();
  for (const page of pages) {
    const [parent = '', ...above] = foldersOf(page.slug);
    append(items, parent, articleItem(page));
    let child = parent;
    for (const folder of above) {
      if (sections.has(child) && !listed.has(child)) {
        listed.add(child);
        const url = pageUrl(site.config, locale, child);
        append(items, folder, { title: titleOf(site.index.navigation[locale] ?? [], url) ?? folderTitle(lastStep(child)), url, description: undefined, articles: counts.get(child) ?? 0, missing: false });
      }
      child = folder;
    }
  }
  return new Map([...items].filter(([slug]) => sections.has(slug)));
}

export function notFoundPage(config: SiteConfig, locale: string): NotFoundPage {
  const title = uiOf(localeOf(config, locale)).text('not-found-title');
  return pageBase(config, locale, { title, slug: undefined, languages: homeLinks(config, locale), robots: 'noindex' });
}

/** Of the locales in `searched`. */
export function searchPage(site: SiteLookup, locale: string, searched: readonly string[]): SearchPage {
  const { config } = site;
  const languages = homeLinks(config, locale).map((link) => (searched.includes(link.locale.id) ? { ...link, url: pageUrl(config, link.locale.id, SEARCH_SLUG) } : link));
  const ui = uiOf(localeOf(config, locale));
  const pages = config.locales.flatMap(({ id, tag }) => (searched.includes(id) ? [{ kind: 'own' as const, url: pageUrl(config, id, SEARCH_SLUG), locale: id, tag }] : []));
  const base = pageBase(config, locale, { title: ui.text('search'), slug: SEARCH_SLUG, languages });
  return { ...base, description: `${base.shell.siteTitle} – ${ui.text('search-placeholder')}`, alternates: alternates(pages, config), preloads: searchPreloads(site, locale) };
}

export function rootPage(site: SiteLookup): RootPage {
  const { config } = site;
  const shell = shellOf(config, config.defaultLocale);
  const languages = homeLinks(config, config.defaultLocale).map((link) => ({ ...link, siteTitle: shellOf(config, link.locale.id).siteTitle }));
  const base = pageBase(config, config.defaultLocale, { title: shell.siteTitle, slug: undefined, languages });
  return { ...base, shell: { ...base.shell, homeUrl: config.base }, description: shell.frame.description, canonical: absoluteUrl(config.base, config.origin), alternates: homeAlternates(site), languages };
}

function homeLinks(config: SiteConfig, current: string): LanguageLink[] {
  return config.locales.map((locale) => ({ locale, url: pageUrl(config, locale.id, ''), current: locale.id === current, marks: [] }));
}

/** The home pages, and the page that offers the languages for everybody else. */
function homeAlternates(site: SiteLookup): readonly Alternate[] {
  const { config } = site;
  const pages = config.locales.map(({ id, tag }) => {
    const kind = (site.index.pages[id] ?? []).find(({ slug }) => slug === '')?.kind ?? 'own';
    return { kind, url: pageUrl(config, id, ''), locale: id, tag };
  });
  const root = absoluteUrl(config.base, config.origin);
  return alternates(pages, config).map((alternate) => (alternate.hreflang === 'x-default' ? { ...alternate, href: root } : alternate));
}

/** foldersOf('a/b/c/') // => ['a/b/', 'a/', ''] */
function foldersOf(slug: string): string[] {
  const folders: string[] = [];
  let folder = slug;
  do {
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
    folders.push(folder);
  } while (folder !== '');
  return folders;
}

function articleItem(page: PageEntry): SectionItem {
  return { title: page.title, url: page.url, description: page.description, articles: 0, missing: page.kind === 'fallback' };
}

function append(items: Map<string, SectionItem[]>, folder: string, item: SectionItem): void {
  const list = items.get(folder);
  if (list) list.push(item);
  else items.set(folder, [item]);
}

function titleOf(nodes: readonly NavNode[], url: string): string | undefined {
  for (const node of nodes) {
    if (node.url === url) return node.title;
    const below = titleOf(node.items, url);
    if (below !== undefined) return below;
  }
  return undefined;
}

function lastStep(slug: string): string {
  return slug.split('/').at(-2) ?? '';
}
