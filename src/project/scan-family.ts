import { align } from '../align/align.ts';
import { articleReferences } from '../checks/shared/article-references.ts';
import { runChecks, type CheckSet } from '../checks/run-checks.ts';
import { handOff } from '../ingest/hand-off.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Article, HandOff } from '../model/article.ts';
import type { Family } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/locale.ts';
import type { ArticleStore } from './article-store.ts';
import type { ContentMap } from './content-map.ts';
import { pageFacts, type PageFacts } from './page-facts.ts';
import { mdxFacts } from './mdx-facts.ts';
import { resolveLink, type LinkContext } from './resolve-link.ts';

export interface ScanContext {
  readonly map: ContentMap;
  readonly links: LinkContext;
  readonly locales: ReadonlyMap<string, Locale>;
  readonly checks: CheckSet;
  readonly store: ArticleStore;
  /** Ids on the page of an article; undefined when there is no such article. */
  readonly anchorsOf: (locale: string, path: string) => ReadonlySet<string> | undefined;
  readonly includesOf: (locale: string, path: string) => readonly string[];
}

export interface ScannedFamily {
  readonly family: Family;
  readonly pages: readonly PageFacts[];
  readonly findings: readonly Finding[];
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

function filesOf(map: ContentMap, path: string): Locale[] {
  return [...map.inventory.locales.values()].filter(({ byLowerCase }) => byLowerCase.get(path.toLowerCase()) === path).map(({ locale }) => locale);
}
