import { posix } from 'node:path';
import { selectChecks } from '../checks/run-checks.ts';
import { createHighlighter } from '../markdown/highlight.ts';
import { MarkdownCache } from '../markdown/markdown-cache.ts';
import type { Article } from '../model/article.ts';
import type { Family } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { Host } from '../model/host.ts';
import type { CompiledSkeleton } from '../model/markup.ts';
import type { SearchRecord } from '../model/search.ts';
import type { SourceVariant } from '../model/repeats.ts';
import type { LinkTarget, SiteIndex } from '../model/site.ts';
import type { SuppressionComment } from '../model/suppression.ts';
import { isReviewed, reviewOf } from '../review/review-of.ts';
import { SIDECAR_ENDING } from '../review/sidecar.ts';
import { anchorSlug } from '../text/anchor-slug.ts';
import type { ArticlePage } from '../views/article-page.ts';
import { readReviews, type ArticleReviews } from './article-reviews.ts';
import { createArticleStore } from './article-store.ts';
import type { BodyContext, BodyText } from './article-body.ts';
import { createAssets, type PublishedAsset } from './assets.ts';
import { linkContext, type ContentMap } from './content-map.ts';
import { localeOf } from './article-page.ts';
import type { PageFacts } from './page-facts.ts';
import { familyPage, mdxPage, ownText, pageText, sourceText } from './render-family.ts';
import { resolveLink, type LinkContext } from './resolve-link.ts';
import { familyDigest } from './cache-digests.ts';
import { createTrace, type Dependencies, type Trace } from './cache-trace.ts';
import { scanFamily, type ScannedFamily } from './scan-family.ts';
import { searchRecord, titleWords } from './search-records.ts';
import { isSearched, siteLookup, titleOf, type SiteLookup } from './site-lookup.ts';
import { mergeVariants } from './source-variants.ts';
import { textDigest } from './text-digest.ts';
import { uiOf } from './ui-of.ts';

/** What a shard tells about the families it has scanned. Plain. */
export interface ScanReport {
  readonly pages: readonly PageFacts[];
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<string, { articles: number; segments: number }>>;
  /** Comments that silence rules. */
  readonly comments: readonly SuppressionComment[];
  /** How sources are translated, each way once; empty unless a check wants to know. */
  readonly variants: readonly SourceVariant[];
}

/** What a shard tells about one family, so that it can be kept until something of it changes. Plain JSON. */
export interface FamilyScan {
  readonly path: string;
  readonly report: ScanReport;
  /** Digest of its files; undefined when one could not be read. See {@link familyDigest}. */
  readonly digest: string | undefined;
  readonly dependencies: Dependencies;
}

/**
 * A part of the site that one thread works on: it reads, checks and later renders its families, and shares
 * compiled Markdown between them. All locales of a path are in one shard.
 */
export interface Shard {
  /** Reads and checks families; with `keep` they stay in memory to be rendered. */
  scan(paths: readonly string[], keep: boolean): ScanReport;
  /** The same of each family by itself, with all that it depends on. */
  scanEach(paths: readonly string[], keep: boolean): readonly FamilyScan[];
  /** Tells the shard about all pages of the site; must precede {@link page}. */
  setIndex(index: SiteIndex): void;
  /** The props of a family's pages, in all locales or in one. Reads the family if it was not kept. */
  pages(path: string, locale?: string): Promise<readonly ArticlePage[]>;
  /** The props of an MDX article's page with the body that MDX has rendered, placeholders still in it. */
  mdxPage(locale: string, path: string, rendered: string): ArticlePage | undefined;
  /** What search learns about one of {@link pages}; undefined for a page that only stands in for a translation. */
  searchRecord(path: string, page: ArticlePage): SearchRecord | undefined;
  /** Notes what the pages of a family depend on and show, until the function that it gives is called. */
  watch(path: string): () => { readonly dependencies: Dependencies; readonly assets: readonly PublishedAsset[] };
  /** Compiles the Markdown of a family that is kept, so that its pages are quickly made later. */
  prepare(path: string): void;
  /** Paths of the families that are kept, in the order of scanning. */
  kept(): Iterable<string>;
  family(path: string): Family | undefined;
  /** Forgets one family, or all, so that it is read again. */
  forget(path?: string): void;
  readonly site: SiteLookup;
}

export interface ShardOptions {
  readonly host: Host;
  readonly map: ContentMap;
  /** Called once for every file of the content that a page shows or links to. */
  readonly writeAsset: (asset: PublishedAsset) => void;
  /** Compiled Markdown that others use as well; absent: its own. */
  readonly cache?: MarkdownCache;
}

export function createShard({ host, map, writeAsset, cache = new MarkdownCache() }: ShardOptions): Shard {
  const locate = (file: string): string => (file.startsWith('.') ? posix.join(map.root, file) : `${map.root}/${file}`);
  const store = createArticleStore(host, locate, map.inventory);
  const highlighter = createHighlighter();
  const assets = createAssets(host, locate, writeAsset);
  const families = new Map<string, Family>();
  const anchors = new Map<string, { readonly found: ReadonlySet<string> | undefined; readonly visited: readonly string[] }>();
  let trace: Trace | undefined;
  const shown = new Set<PublishedAsset>();
  let texts: ScannedFamily['texts'] = [];
  const locales = new Map(map.config.locales.map((locale) => [locale.id, locale]));
  const checks = selectChecks(map.config.checks);
  const source = map.config.sourceLocale;
  let links = linkContext(map);
  let site: SiteLookup | undefined;
  let words = new Map<string, ReadonlySet<string>>();

  const scanContext = { map, links, locales, checks, settings: map.rules, inlineText: (raw: string) => cache.text(raw), store, reviewsOf, anchorsOf, includesOf };

  return {
    scan,
    scanEach: (paths, keep) => paths.map((path) => scanTraced(path, keep)),
    setIndex(index) {
      site = siteLookup(index);
      links = linkContext(map, index.uids);
      words = new Map();
    },
    async pages(path, locale) {
      const family = familyOf(path);
      if (!family) return [];
      const entries = map.config.locales.flatMap(({ id }) => (locale === undefined || locale === id ? (lookup().page(id, path) ?? []) : []));
      if (entries.length > 0) await highlighter.load(languagesOf(family, new Set()));
      return entries.flatMap((entry) => familyPage(family, entry, lookup(), bodyContext(entry.locale, links)) ?? []);
    },
    mdxPage(locale, path, rendered) {
      const entry = lookup().page(locale, path);
      const family = familyOf(path);
      return entry && family && mdxPage(family, entry, lookup(), bodyContext(locale, links), rendered);
    },
    searchRecord(path, page) {
      const { locale } = page.shell;
      const entry = lookup().page(locale.id, path);
      const family = familyOf(path);
      const text = entry && family && isSearched(entry) ? pageText(family, entry) : undefined;
      return entry && text && searchRecord(entry, text, {
        cache,
        locale,
        parts: lookup().searchParts(locale.id),
        headings: page.headings.map(({ id }) => id),
        include: (from, url) => included(from, locale.id, url),
        words: () => wordsOf(locale.id),
      });
    },
    watch(path) {
      const current = createTrace();
      trace = current;
      shown.clear();
      return () => {
        trace = undefined;
        const assets = [...shown];
        shown.clear();
        return { dependencies: current.dependencies(path), assets };
      };
    },
    prepare(path) {
      for (const { article } of families.get(path)?.translations ?? []) compileText(article, ['target', 'source']);
    },
    kept: () => families.keys(),
    family: familyOf,
    forget(path) {
      if (path === undefined) families.clear();
      else families.delete(path);
      anchors.clear();
      store.forget();
    },
    get site() {
      return lookup();
    },
  };

  function scan(paths: readonly string[], keep: boolean): ScanReport {
    const pages: PageFacts[] = [];
    const findings: Finding[] = [];
    const counts: Record<string, { articles: number; segments: number }> = {};
    const comments: SuppressionComment[] = [];
    const variants: SourceVariant[] = [];
    for (const path of paths) {
      const scanned = scanFamily(path, { ...scanContext, trace });
      for (const page of scanned.pages) pages.push(page);
      for (const finding of scanned.findings) findings.push(finding);
      for (const comment of scanned.comments) comments.push(comment);
      for (const variant of scanned.variants) variants.push(variant);
      texts = scanned.texts;
      for (const { locale, segments } of scanned.counts) {
        const count = (counts[locale] ??= { articles: 0, segments: 0 });
        count.articles += 1;
        count.segments += segments;
      }
      if (keep) families.set(path, scanned.family);
    }
    return { pages, findings, counts, comments, variants: mergeVariants(variants) };
  }

  function scanTraced(path: string, keep: boolean): FamilyScan {
    trace = createTrace();
    const report = scan([path], keep);
    const digest = familyDigest(map, path, ({ id }) => {
      const read = texts.find((one) => one.locale === id);
      return read && textDigest(read.text);
    });
    const dependencies = trace.dependencies(path);
    trace = undefined;
    return { path, report, digest, dependencies };
  }

  /** Reads a review file only where the inventory lists one. */
  function reviewsOf({ file }: Article): ArticleReviews | undefined {
    return map.inventory.reviews.has(`${file}${SIDECAR_ENDING}`) ? readReviews(host, locate(file)) : undefined;
  }

  function lookup(): SiteLookup {
    if (!site) throw new Error('The shard has no site index yet.');
    return site;
  }

  function familyOf(path: string): Family | undefined {
    trace?.family(path);
    const known = families.get(path);
    if (known) return known;
    if (!map.slugs.has(path)) return undefined;
    const { family } = scanFamily(path, { ...scanContext, checks: NO_CHECKS });
    families.set(path, family);
    return family;
  }

  function bodyContext(locale: string, context: LinkContext): BodyContext {
    return {
      config: map.config,
      cache,
      highlighter,
      assets: { publish },
      locale: localeOf(map.config, locale),
      ui: uiOf(localeOf(map.config, locale)),
      resolve: (path, url) => resolved(context, locale, path, url),
      reviewed: (article) => {
        const reviews = reviewsOf(article)?.reviews;
        return reviews && { reviewed: article.segments.filter((segment) => isReviewed(reviewOf(segment, reviews))).length, of: article.segments.length };
      },
      resolveSource: (path, url) => resolved(context, source, path, url),
      findArticle: (path, insideSource) => {
        const family = insideSource ? familyOf(path) : undefined;
        return (family && sourceText(family)) ?? textOf(path, locale);
      },
      readText: (file) => {
        trace?.file(file);
        const read = host.readText(locate(file));
        return read.kind === 'text' ? read.text : undefined;
      },
      titleOf: (path) => {
        const title = titleOf(lookup(), locale, path);
        trace?.title(locale, path, title);
        return title;
      },
    };
  }

  function publish(file: string): PublishedAsset | undefined {
    const asset = assets.publish(file);
    trace?.file(file);
    if (asset) shown.add(asset);
    return asset;
  }

  function resolved(context: LinkContext, locale: string, path: string, url: string): LinkTarget {
    const target = resolveLink(context, locale, path, url);
    trace?.link(locale, path, url, target);
    return target;
  }

  /** The locale's own text of an article, or the source's. */
  function textOf(path: string, locale: string): BodyText | undefined {
    const family = familyOf(path);
    return family && (ownText(family, locale) ?? sourceText(family));
  }

  function included({ article }: BodyText, locale: string, url: string): BodyText | undefined {
    const target = resolved(links, locale, article.path, url);
    return target.kind === 'article' ? textOf(target.path, locale) : undefined;
  }

  function wordsOf(locale: string): ReadonlySet<string> {
    const known = words.get(locale) ?? titleWords(lookup().index.pages[locale] ?? []);
    words.set(locale, known);
    return known;
  }

  function compileText(article: Article, sides: readonly ('target' | 'source')[]): void {
    const { parts, definitions } = cache.skeleton(article.skeleton);
    for (const part of parts) {
      if (typeof part === 'string' || part.kind !== 'segment') continue;
      const segment = article.segments[part.index];
      if (segment) for (const side of sides) cache.inline(segment[side], part.context, definitions);
    }
  }

  /** Code languages of an article and of what it includes. */
  function languagesOf(family: Family, seen: Set<string>): string[] {
    if (seen.has(family.path)) return [];
    seen.add(family.path);
    const articles = family.sourceArticle ? [family.sourceArticle] : [];
    return [...articles, ...family.translations.map(({ article }) => article)].flatMap((article) => {
      const compiled = cache.skeleton(article.skeleton);
      const included = includePaths(article, compiled).flatMap((path) => {
        const other = familyOf(path);
        return other ? languagesOf(other, seen) : [];
      });
      return [...compiled.languages, ...included];
    });
  }

  function includePaths(article: Article, compiled: CompiledSkeleton): string[] {
    return compiled.parts.flatMap((part) => {
      if (typeof part === 'string' || part.kind !== 'include') return [];
      const target = resolved(links, article.locale, article.path, part.path);
      return target.kind === 'article' && map.slugs.has(target.path) ? [target.path] : [];
    });
  }

  function includesOf(locale: string, path: string): readonly string[] {
    trace?.family(path);
    const article = articleOrSource(locale, path);
    return article ? includePaths(article, cache.skeleton(article.skeleton)) : [];
  }

  function anchorsOf(locale: string, path: string): ReadonlySet<string> | undefined {
    const key = `${locale}/${path}`;
    if (!anchors.has(key) && anchors.size > KEPT_ANCHORS) anchors.clear();
    const visited: string[] = [];
    const known = anchors.get(key) ?? { found: findAnchors(locale, path, new Set(), visited), visited };
    anchors.set(key, known);
    for (const family of known.visited) trace?.family(family);
    return known.found;
  }

  /** @param visited takes the families that the answer comes from */
  function findAnchors(locale: string, path: string, seen: ReadonlySet<string>, visited: string[]): ReadonlySet<string> | undefined {
    visited.push(path);
    const article = articleOrSource(locale, path);
    if (!article) return undefined;
    const compiled = cache.skeleton(article.skeleton);
    const found = new Set(compiled.anchors);
    // A plain file of the source has the ordinals of its translations.
    const articles = article.segments.length > 0 ? [article] : map.config.locales.flatMap(({ id }) => store.article(id, path) ?? []);
    for (const one of articles) for (const anchor of segmentAnchors(one)) found.add(anchor);
    for (const heading of compiled.headings) {
      if (heading.id === undefined) found.add(anchorSlug(heading.content.map((part) => (typeof part !== 'string' && part.kind === 'segment' ? (article.segments[part.index]?.source ?? '') : '')).join(' ')));
    }
    for (const included of includePaths(article, compiled)) {
      if (!seen.has(included)) for (const anchor of findAnchors(locale, included, new Set([...seen, path]), visited) ?? []) found.add(anchor);
    }
    return found;
  }

  /** As markdown/fill.ts writes them: a merged paragraph has those of all that it answers for. */
  function segmentAnchors({ locale, path, segments }: Article): readonly string[] {
    if (segments.every(({ ordinal }) => /^\d/.test(ordinal))) return segments.map(({ ordinal }) => `s${ordinal}`);
    const joined = familyOf(path)?.translations.find((translation) => translation.locale === locale)?.joined ?? [];
    return segments.flatMap(({ ordinal }, index) => {
      const covers = joined[index]?.covers ?? [];
      return covers.length > 0 ? covers.map((number) => `s${number}`) : [ordinal.replace(/^(?=\d)/, 's')];
    });
  }

  /** The locale's article, else the source's own file, else any translation: the skeleton is the same. */
  function articleOrSource(locale: string, path: string): Article | undefined {
    return store.article(locale, path) ?? store.article(source, path) ?? map.config.locales.map(({ id }) => store.article(id, path)).find((article) => article !== undefined);
  }
}

/** Articles whose anchors are remembered; many links lead to the same few. */
const KEPT_ANCHORS = 2_000;

const NO_CHECKS = { article: [], segment: [], family: [], reference: [], file: [], toc: [], review: [], site: [], redirect: [], repeats: [], suppression: [] };
