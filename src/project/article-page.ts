import type { Family } from '../model/family.ts';
import type { Locale } from '../model/locale.ts';
import type { PageEntry, SiteConfig } from '../model/site.ts';
import { absoluteUrl, alternates } from '../views/alternates.ts';
import type { ArticlePage, MachineNotice, Notice, ReviewedCount } from '../views/article-page.ts';
import { ancestorsAt, neighboursAt, sidebarAt } from '../views/navigation.ts';
import type { Alternate, LanguageLink, LanguageMark, PageBase, Shell } from '../views/shell.ts';
import type { ArticleBody } from './article-body.ts';
import { feedbackUrl } from './feedback-url.ts';
import { frameOf } from './frame-of.ts';
import { pageUrl } from './resolve-link.ts';
import { editUrl, sentenceLinks, suggestUrl, type PageFile } from './sentence-links.ts';
import type { SiteLookup } from './site-lookup.ts';
import { staleNotice } from './stale-notice.ts';
import { uiOf } from './ui-of.ts';

/** What an article's page is made with. */
export interface PageTools {
  /** What a reader sees of one side of a segment. */
  readonly plain: (raw: string) => string;
  /** How many sentences of a translation people have read; undefined when nobody keeps account of it. */
  readonly reviewOf?: ((locale: string) => ReviewedCount | undefined) | undefined;
}

/** Everything that the page of one article in one locale shows. */
export function articlePage(site: SiteLookup, entry: PageEntry, family: Family, body: ArticleBody, tools: PageTools): ArticlePage {
  const { config } = site;
  const navigation = site.navigation(entry.locale);
  const shell = shellOf(config, entry.locale);
  const { pages, alternates } = familyPages(site, entry.path);
  const source = site.page(config.sourceLocale, entry.path);
  const file = pageFile(entry, family);
  const shownLocale = entry.kind === 'fallback' ? localeOf(config, config.sourceLocale) : localeOf(config, entry.locale);
  return {
    shell,
    title: entry.title,
    description: entry.description ?? (body.summary === '' ? undefined : body.summary),
    canonical: canonicalOf(config, entry.kind === 'fallback' ? (source ?? entry) : entry),
    // Nothing links back to a page that only stands in for a translation.
    alternates: entry.kind === 'fallback' ? [] : alternates,
    robots: entry.robots,
    languages: languageLinks(site, entry, pages),
    url: entry.url,
    content: { locale: shownLocale, side: entry.kind === 'fallback' ? 'source' : 'target' },
    facing: body.facing ? localeOf(config, config.sourceLocale) : undefined,
    breadcrumbs: ancestorsAt(navigation, entry.url),
    sidebar: sidebarAt(navigation, entry.url, shell.homeUrl),
    notices: noticesOf(site, entry, { family, file, body, tools, sourceUrl: source?.url }),
    headings: body.headings,
    articleHtml: body.html,
    ...neighboursAt(navigation, entry.url),
    editUrl: file && editUrl(config, entry, file),
    feedbackUrl: feedbackUrl(config, entry),
    updated: entry.date,
    sentences: sentenceLinks(config, entry, file),
  };
}

export function localeOf(config: SiteConfig, id: string): Locale {
  const locale = config.locales.find((candidate) => candidate.id === id);
  if (!locale) throw new Error(`No locale ${id} in the configuration.`);
  return locale;
}

const shells = new WeakMap<SiteConfig, Map<string, Shell>>();

/** What stands on every page of a locale; made once. */
export function shellOf(config: SiteConfig, id: string): Shell {
  const known = shells.get(config) ?? new Map<string, Shell>();
  const shell = known.get(id) ?? makeShell(config, id);
  known.set(id, shell);
  shells.set(config, known);
  return shell;
}

function makeShell(config: SiteConfig, id: string): Shell {
  const locale = localeOf(config, id);
  return {
    locale,
    siteTitle: config.title[id] ?? config.title['*'] ?? config.title[config.sourceLocale] ?? uiOf(locale).text('articles'),
    homeUrl: pageUrl(config, id, ''),
    multilingual: config.locales.length > 1,
    ...frameOf(config, id),
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

interface FamilyPages {
  readonly path: string;
  /** In the order of the site's locales. */
  readonly pages: readonly (PageEntry | undefined)[];
  readonly alternates: readonly Alternate[];
}

const latest = new WeakMap<SiteLookup, FamilyPages>();

/** The pages of a family in all locales; kept for the family asked for last, whose pages are made one after another. */
function familyPages(site: SiteLookup, path: string): FamilyPages {
  const known = latest.get(site);
  if (known?.path === path) return known;
  const found: FamilyPages = { path, pages: site.config.locales.map(({ id }) => site.page(id, path)), alternates: alternatesOf(site, path) };
  latest.set(site, found);
  return found;
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
function languageLinks({ config }: SiteLookup, entry: PageEntry, pages: readonly (PageEntry | undefined)[]): LanguageLink[] {
  return config.locales.map((locale, index) => {
    const page = pages[index];
    return { locale, url: page?.url ?? pageUrl(config, locale.id, ''), current: locale.id === entry.locale, marks: marksOf(page), keeps: keptBy(page, entry), pivot: isPivot(page, entry, config) };
  });
}

/** What of a place on the page `entry` is found on another page of the family. */
function keptBy(page: PageEntry | undefined, { version }: PageEntry): LanguageLink['keeps'] {
  if (page === undefined) return undefined;
  return version !== undefined && page.version === version ? 'segment' : 'heading';
}

/** The source stands beside the page already. */
function isPivot(page: PageEntry | undefined, { locale, version }: PageEntry, { sourceLocale }: SiteConfig): boolean {
  return page !== undefined && page.kind === 'own' && page.version !== undefined && page.version === version && page.locale !== locale && page.locale !== sourceLocale;
}

function marksOf(page: PageEntry | undefined): LanguageMark[] {
  if (!page || page.kind === 'fallback') return ['missing'];
  return [...(page.provenance === 'MT' && page.kind === 'own' ? ['machine' as const] : []), ...(page.stale > 0 ? ['stale' as const] : [])];
}

interface NoticeContext {
  readonly family: Family;
  readonly file: PageFile | undefined;
  readonly body: ArticleBody;
  readonly tools: PageTools;
  readonly sourceUrl: string | undefined;
}

function noticesOf({ config }: SiteLookup, entry: PageEntry, context: NoticeContext): Notice[] {
  if (entry.kind === 'fallback') return [{ kind: 'fallback' }];
  if (entry.kind === 'rebuilt') return [];
  const { family, body, tools, sourceUrl } = context;
  const machine: Notice[] = entry.provenance === 'MT' ? [machineNotice(config, entry, context)] : [];
  const languages = { source: localeOf(config, config.sourceLocale), target: localeOf(config, entry.locale) };
  const stale: Notice[] = entry.stale > 0 ? [staleNotice(family, entry.stale, { ...languages, sourceUrl, html: body.html, plain: tools.plain })] : [];
  return [...machine, ...stale];
}

function machineNotice(config: SiteConfig, entry: PageEntry, { file, body, tools, sourceUrl }: NoticeContext): MachineNotice {
  return {
    kind: 'machine',
    date: entry.date,
    sourceUrl,
    facing: body.facing,
    suggestUrl: file && suggestUrl(config, entry, file, canonicalOf(config, entry)),
    reviewed: tools.reviewOf?.(entry.locale),
  };
}

/** The file of a page; a rebuilt or missing article has none of its own to edit. */
function pageFile(entry: PageEntry, { sourceArticle, translations }: Family): PageFile | undefined {
  if (entry.kind !== 'own') return undefined;
  if (sourceArticle?.locale === entry.locale) return { article: sourceArticle, joined: [] };
  return translations.find(({ locale }) => locale === entry.locale);
}
