import { align } from '../align/align.ts';
import { articleReferences } from '../checks/shared/article-references.ts';
import type { ProjectRules } from '../checks/define-check.ts';
import { runChecks, runSegmentChecks, type CheckSet } from '../checks/run-checks.ts';
import { handOff } from '../ingest/hand-off.ts';
import { ingest } from '../ingest/ingest.ts';
import { inlineText as readInline } from '../markdown/inline-text.ts';
import type { Article, HandOff } from '../model/article.ts';
import type { Family } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { InlineText } from '../model/inline.ts';
import type { Locale } from '../model/locale.ts';
import type { SourceVariant } from '../model/repeats.ts';
import type { LinkTarget } from '../model/site.ts';
import type { SuppressionComment } from '../model/suppression.ts';
import { SIDECAR_ENDING } from '../review/sidecar.ts';
import type { ArticleReviews } from './article-reviews.ts';
import type { ArticleStore } from './article-store.ts';
import type { Trace } from './cache-trace.ts';
import type { ContentMap } from './content-map.ts';
import { pageFacts, type PageFacts } from './page-facts.ts';
import { mdxFacts } from './mdx-facts.ts';
import { readSuppressions } from './read-suppressions.ts';
import { sourceVariants } from './source-variants.ts';
import { resolveLink, type LinkContext } from './resolve-link.ts';

export interface ScanContext {
  readonly map: ContentMap;
  readonly links: LinkContext;
  readonly locales: ReadonlyMap<string, Locale>;
  readonly checks: CheckSet;
  readonly settings: ProjectRules;
  /** One side of a segment, read once per distinct text. */
  readonly inlineText: (raw: string) => InlineText;
  readonly store: ArticleStore;
  /** What people have said of an article; undefined where nobody has. */
  readonly reviewsOf: (article: Article) => ArticleReviews | undefined;
  /** Ids on the page of an article; undefined when there is no such article. */
  readonly anchorsOf: (locale: string, path: string) => ReadonlySet<string> | undefined;
  readonly includesOf: (locale: string, path: string) => readonly string[];
  /** Notes what the findings of the family depend on; absent: nobody wants to know. */
  readonly trace?: Trace | undefined;
}

export interface ScannedFamily {
  readonly family: Family;
  readonly pages: readonly PageFacts[];
  /** Those that a comment silences are among them. */
  readonly findings: readonly Finding[];
  readonly comments: readonly SuppressionComment[];
  /** How its sources are translated; empty unless a check wants to know. */
  readonly variants: readonly SourceVariant[];
  /** Articles and segments by locale. */
  readonly counts: readonly { readonly locale: string; readonly segments: number }[];
  /** The text of every file that could be read, by locale. */
  readonly texts: readonly { readonly locale: string; readonly text: string }[];
}

/** Reads, ingests, aligns and checks one path in all its locales. */
export function scanFamily(path: string, context: ScanContext): ScannedFamily {
  const { map, checks, store } = context;
  const findings: Finding[] = [];
  const inputs: { article: Article; handOff: HandOff }[] = [];
  for (const locale of filesOf(map, path)) {
    const file = store.read(locale.id, path);
    findings.push(...runChecks(checks, { scope: 'file', file }));
    if (file.invalidUtf8At !== undefined || file.unreadable !== undefined) continue;
    const article = ingest(file);
    store.keep(article);
    inputs.push({ article, handOff: handOff(article) });
  }
  const family = align(path, inputs, { sourceLocale: map.config.sourceLocale, locales: map.config.locales.map((locale) => locale.id) });
  findings.push(...runChecks(checks, { scope: 'family', family, locales: context.locales }));
  const sourceOf = sourceReader(context);
  for (const input of inputs) findings.push(...articleFindings(input, context, sourceOf));
  findings.push(...inputs.flatMap(({ article }) => reviewFindings(article, context)));
  const handOffs = new Map(inputs.map((input) => [input.article.locale, input.handOff]));
  return {
    family,
    pages: pageFacts(family, map.config, handOffs),
    findings,
    comments: inputs.flatMap(({ article }) => readSuppressions(article)),
    variants: checks.repeats.length === 0 ? [] : inputs.flatMap(({ article }) => (article.locale === map.config.sourceLocale ? [] : sourceVariants(article, context.inlineText))),
    counts: inputs.map(({ article }) => ({ locale: article.locale, segments: article.segments.length })),
    texts: inputs.map(({ article }) => ({ locale: article.locale, text: article.text })),
  };
}

function articleFindings({ article, handOff }: { readonly article: Article; readonly handOff: HandOff }, context: ScanContext, sourceOf: (raw: string) => InlineText): Finding[] {
  const { map, checks, links, trace } = context;
  const locale = context.locales.get(article.locale);
  if (!locale) return [];
  const isSource = article.locale === map.config.sourceLocale;
  const mdx = article.format === 'mdx' ? { mdx: mdxFacts(article) } : {};
  const findings = runChecks(checks, { scope: 'article', article, handOff, locale, isSource, ...mdx });
  if (!isSource) for (const finding of segmentFindings(article, locale, context, sourceOf)) findings.push(finding);
  const references = articleReferences(article);
  if (references.length === 0) return findings;
  const resolve = (url: string): LinkTarget => {
    const target = resolveLink(links, article.locale, article.path, url);
    trace?.link(article.locale, article.path, url, target);
    return target;
  };
  // Anchors that others ask for come from what is included.
  if (trace) for (const { kind, url } of references) if (kind === 'include') resolve(url);
  return findings.concat(
    runChecks(checks, {
      scope: 'reference',
      article,
      references,
      sourceLocale: map.config.sourceLocale,
      resolveLink: resolve,
      anchorsOf: context.anchorsOf,
      includesOf: (path) => context.includesOf(article.locale, path),
    }),
  );
}

/** Damaged lines, and a file that cannot be read at all. */
function reviewFindings(article: Article, { checks, reviewsOf }: ScanContext): Finding[] {
  const reviews = checks.review.length > 0 ? reviewsOf(article) : undefined;
  if (!reviews || (reviews.damaged.length === 0 && reviews.problem === undefined)) return [];
  const problems = reviews.problem === undefined ? reviews.damaged : [{ reason: reviews.problem, line: 1 }];
  return runChecks(checks, { scope: 'review', locale: article.locale, path: article.path, file: `${article.file}${SIDECAR_ENDING}`, problems });
}

/** Each source of a family once: its locales share most of them. */
function sourceReader({ inlineText }: ScanContext): (raw: string) => InlineText {
  const sources = new Map<string, InlineText>();
  return (raw) => {
    const known = sources.get(raw) ?? new LazyInlineText(raw, inlineText);
    sources.set(raw, known);
    return known;
  };
}

function segmentFindings(article: Article, locale: Locale, { map, checks, settings, locales, inlineText }: ScanContext, sourceOf: (raw: string) => InlineText): Finding[] {
  const sourceLocale = locales.get(map.config.sourceLocale);
  if (checks.segment.length === 0 || !sourceLocale) return [];
  // Few targets are there twice; remembering all costs more than reading some again.
  const targetText = checks.repeats.length > 0 ? inlineText : readInline;
  return runSegmentChecks(
    checks,
    article.segments.map((segment) => ({
      scope: 'segment',
      segment,
      source: sourceOf(segment.source),
      target: new LazyInlineText(segment.target, targetText),
      locale,
      sourceLocale,
      article,
      settings,
    })),
  );
}

/** Read when a check looks at more than the raw text: most need not, of most segments. */
class LazyInlineText implements InlineText {
  readonly raw: string;
  readonly #read: (raw: string) => InlineText;
  #text: InlineText | undefined;

  constructor(raw: string, read: (raw: string) => InlineText) {
    this.raw = raw;
    this.#read = read;
  }

  get tokens(): InlineText['tokens'] {
    return (this.#text ??= this.#read(this.raw)).tokens;
  }

  get plain(): string {
    return (this.#text ??= this.#read(this.raw)).plain;
  }

  get runs(): InlineText['runs'] {
    return (this.#text ??= this.#read(this.raw)).runs;
  }
}

/** Locales that have the file of a family. */
export function filesOf(map: ContentMap, path: string): Locale[] {
  const name = path.toLowerCase();
  const found: Locale[] = [];
  for (const { locale, byLowerCase } of map.inventory.locales.values()) if (byLowerCase.get(name) === path) found.push(locale);
  return found;
}
