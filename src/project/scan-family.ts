import { align } from '../align/align.ts';
import { articleReferences } from '../checks/shared/article-references.ts';
import type { ProjectRules } from '../checks/define-check.ts';
import { runChecks, runSegmentChecks, type CheckSet } from '../checks/run-checks.ts';
import { handOff } from '../ingest/hand-off.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Article, HandOff } from '../model/article.ts';
import type { Family } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { InlineText } from '../model/inline.ts';
import type { Locale } from '../model/locale.ts';
import type { SourceVariant } from '../model/repeats.ts';
import type { SuppressionComment } from '../model/suppression.ts';
import type { ArticleStore } from './article-store.ts';
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
  /** Ids on the page of an article; undefined when there is no such article. */
  readonly anchorsOf: (locale: string, path: string) => ReadonlySet<string> | undefined;
  readonly includesOf: (locale: string, path: string) => readonly string[];
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
  for (const input of inputs) findings.push(...articleFindings(input, context));
  const handOffs = new Map(inputs.map((input) => [input.article.locale, input.handOff]));
  return {
    family,
    pages: pageFacts(family, map.config, handOffs),
    findings,
    comments: inputs.flatMap(({ article }) => readSuppressions(article)),
    variants: checks.repeats.length === 0 ? [] : inputs.flatMap(({ article }) => (article.locale === map.config.sourceLocale ? [] : sourceVariants(article, context.inlineText))),
    counts: inputs.map(({ article }) => ({ locale: article.locale, segments: article.segments.length })),
  };
}

function articleFindings({ article, handOff }: { readonly article: Article; readonly handOff: HandOff }, context: ScanContext): Finding[] {
  const { map, checks, links } = context;
  const locale = context.locales.get(article.locale);
  if (!locale) return [];
  const isSource = article.locale === map.config.sourceLocale;
  const mdx = article.format === 'mdx' ? { mdx: mdxFacts(article) } : {};
  const findings = runChecks(checks, { scope: 'article', article, handOff, locale, isSource, ...mdx });
  if (!isSource) for (const finding of segmentFindings(article, locale, context)) findings.push(finding);
  const references = articleReferences(article);
  if (references.length === 0) return findings;
  return findings.concat(
    runChecks(checks, {
      scope: 'reference',
      article,
      references,
      sourceLocale: map.config.sourceLocale,
      resolveLink: (url) => resolveLink(links, article.locale, article.path, url),
      anchorsOf: context.anchorsOf,
      includesOf: (path) => context.includesOf(article.locale, path),
    }),
  );
}

function segmentFindings(article: Article, locale: Locale, { map, checks, settings, locales, inlineText }: ScanContext): Finding[] {
  const sourceLocale = locales.get(map.config.sourceLocale);
  if (checks.segment.length === 0 || !sourceLocale) return [];
  return runSegmentChecks(
    checks,
    article.segments.map((segment) => ({
      scope: 'segment',
      segment,
      source: inlineText(segment.source),
      target: inlineText(segment.target),
      locale,
      sourceLocale,
      article,
      settings,
    })),
  );
}

function filesOf(map: ContentMap, path: string): Locale[] {
  return [...map.inventory.locales.values()].filter(({ byLowerCase }) => byLowerCase.get(path.toLowerCase()) === path).map(({ locale }) => locale);
}
