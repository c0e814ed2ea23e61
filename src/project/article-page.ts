import type { Family } from '../model/family.ts';
import type { Locale } from '../model/locale.ts';
import type { PageEntry, SiteConfig } from '../model/site.ts';
import { absoluteUrl, alternates } from '../views/alternates.ts';
import type { ArticlePage, Notice } from '../views/article-page.ts';
import { ancestorsAt, neighboursAt, sidebarAt } from '../views/navigation.ts';
import type { Alternate, LanguageLink, LanguageMark, PageBase, Shell } from '../views/shell.ts';
import type { ArticleBody } from './article-body.ts';
import { pageUrl } from './resolve-link.ts';
import type { SiteLookup } from './site-lookup.ts';
import { uiOf } from './ui-of.ts';

/** Everything that the page of one article in one locale shows. */
export function articlePage(site: SiteLookup, entry: PageEntry, family: Family, body: ArticleBody): ArticlePage {
  const { config } = site;
  const navigation = site.navigation(entry.locale);
  const source = site.page(config.sourceLocale, entry.path);
  const shownLocale = entry.kind === 'fallback' ? localeOf(config, config.sourceLocale) : localeOf(config, entry.locale);
  return {
    shell: shellOf(config, entry.locale),
    title: entry.title,
    description: entry.description ?? (body.summary === '' ? undefined : body.summary),
    canonical: canonicalOf(config, entry.kind === 'fallback' ? (source ?? entry) : entry),
    // Nothing links back to a page that only stands in for a translation.
    alternates: entry.kind === 'fallback' ? [] : alternatesOf(site, entry.path),
    robots: entry.robots,
    languages: languageLinks(site, entry),
    url: entry.url,
    content: { locale: shownLocale, side: entry.kind === 'fallback' ? 'source' : 'target' },
    breadcrumbs: ancestorsAt(navigation, entry.url),
    sidebar: sidebarAt(navigation, entry.url, pageUrl(config, entry.locale, '')),
    notices: noticesOf(entry, source),
    headings: body.headings,
    articleHtml: body.html,
    ...neighboursAt(navigation, entry.url),
    editUrl: editUrl(config, entry, family),
    updated: entry.date,
  };
}

export function localeOf(config: SiteConfig, id: string): Locale {
  const locale = config.locales.find((candidate) => candidate.id === id);
  if (!locale) throw new Error(`No locale ${id} in the configuration.`);
  return locale;
}

export function shellOf(config: SiteConfig, id: string): Shell {
  const locale = localeOf(config, id);
  return {
    locale,
    siteTitle: config.title[id] ?? config.title['*'] ?? config.title[config.sourceLocale] ?? uiOf(locale).text('articles'),
    homeUrl: pageUrl(config, id, ''),
    multilingual: config.locales.length > 1,
  };
}

/** Fields of a page that is not one article's: home, section, root, not found. */
export function pageBase(config: SiteConfig, locale: string, page: { readonly title: string; readonly slug: string | undefined; readonly languages: readonly LanguageLink[]; readonly robots?: string | undefined }): PageBase {
  const url = page.slug === undefined ? undefined : pageUrl(config, locale, page.slug);
  return {
    shell: shellOf(config, locale),
    title: page.title,
    description: undefined,
    canonical: url === undefined ? undefined : absoluteUrl(url, config.origin),
    alternates: [],
    robots: page.robots ?? config.robots,
    languages: page.languages,
  };
}

function canonicalOf(config: SiteConfig, entry: PageEntry): string {
  return absoluteUrl(entry.url, config.origin);
}

/** The hreflang set of a family, of those of its pages that `wanted` takes. */
export function alternatesOf(site: SiteLookup, path: string, wanted: (page: PageEntry) => boolean = () => true): readonly Alternate[] {
  const pages = site.config.locales.flatMap((locale) => {
    const page = site.page(locale.id, path);
    return page && wanted(page) ? [{ kind: page.kind, url: page.url, locale: locale.id, tag: locale.tag }] : [];
  });
  return alternates(pages, site.config);
}

/** One link per language; a language without the article leads to the page that shows the original, or home. */
function languageLinks(site: SiteLookup, entry: PageEntry): LanguageLink[] {
  return site.config.locales.map((locale) => {
    const page = site.page(locale.id, entry.path);
    return { locale, url: page?.url ?? pageUrl(site.config, locale.id, ''), current: locale.id === entry.locale, marks: marksOf(page) };
  });
}

function marksOf(page: PageEntry | undefined): LanguageMark[] {
  if (!page || page.kind === 'fallback') return ['missing'];
  return [...(page.provenance === 'MT' && page.kind === 'own' ? ['machine' as const] : []), ...(page.stale > 0 ? ['stale' as const] : [])];
}

function noticesOf(entry: PageEntry, source: PageEntry | undefined): Notice[] {
  if (entry.kind === 'fallback') return [{ kind: 'fallback' }];
  if (entry.kind === 'rebuilt') return [];
  const machine: Notice[] = entry.provenance === 'MT' ? [{ kind: 'machine', date: entry.date, sourceUrl: source?.url }] : [];
  const stale: Notice[] = entry.stale > 0 ? [{ kind: 'stale', sentences: entry.stale, sourceUrl: source?.url }] : [];
  return [...machine, ...stale];
}

/** Link to the file at its host; a rebuilt or missing article has no file of its own to edit. */
function editUrl(config: SiteConfig, entry: PageEntry, family: Family): string | undefined {
  if (config.repository === undefined || entry.kind !== 'own') return undefined;
  const article = family.sourceArticle?.locale === entry.locale ? family.sourceArticle : family.translations.find((translation) => translation.locale === entry.locale)?.article;
  if (!article) return undefined;
  const line = article.text.slice(0, article.bodyStart).split('\n').length;
  return config.repository.replaceAll('{file}', article.file.split('/').map(encodeURIComponent).join('/')).replaceAll('{line}', String(line));
}
