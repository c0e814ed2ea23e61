import { posix } from 'node:path';
import { checks as allChecks } from '../checks/index.ts';
import type { MarkdownCache } from '../markdown/markdown-cache.ts';
import type { QueueItem } from '../model/desk.ts';
import type { Family, Translation } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { Host } from '../model/host.ts';
import type { SegmentReview } from '../model/review.ts';
import type { SuppressionComment } from '../model/suppression.ts';
import { countWords } from '../text/count-words.ts';
import { readReviews } from './article-reviews.ts';
import { compareWithBaseline, type BaselineEntry } from './baseline.ts';
import type { ContentMap } from './content-map.ts';
import { queueItem } from './desk-queue.ts';
import { segmentContexts, type SegmentContexts } from './desk-tools.ts';
import { createShard } from './shard.ts';
import { suppressFindings } from './suppress.ts';

/** One path as it lies on the disk, read and checked. Plain, so that another thread may have read it. */
export interface FamilyReading {
  readonly path: string;
  readonly family: Family;
  /** Of all locales, without what is silenced or known. */
  readonly findings: readonly Finding[];
  /** Comments that silence rules. */
  readonly comments: readonly SuppressionComment[];
  /** Titles and numbers of stale segments, by locale. */
  readonly facts: ReadonlyMap<string, ArticleFacts>;
  /** Entries of the queue, by locale. */
  readonly items: ReadonlyMap<string, QueueItem>;
  /** By locale, where the articles were compiled as well. */
  readonly contexts: ReadonlyMap<string, SegmentContexts>;
}

export interface ArticleFacts {
  readonly title: string;
  readonly stale: number;
}

/** What is known of a path beside its files. Plain. */
export interface KnownOfPath {
  /** Findings that are not shown. */
  readonly baseline: readonly BaselineEntry[];
  /** Page views. */
  readonly views: number | undefined;
}

export interface FamilyReader {
  /** `compiles`: with the contexts, which takes the longest for an article that is long. Undefined when there is no such path. */
  read(path: string, known: KnownOfPath, compiles: boolean): FamilyReading | undefined;
  /** An article's entry of the queue. */
  item(translation: Translation, facts: ArticleFacts, findings: readonly Finding[], reviews: ReadonlyMap<string, SegmentReview>, views: number | undefined): QueueItem;
  /** Those of the findings of a path that are to be shown, as the same objects. */
  fresh(findings: readonly Finding[], comments: readonly SuppressionComment[], baseline: readonly BaselineEntry[]): readonly Finding[];
}

export interface FamilyReaderOptions {
  readonly host: Host;
  readonly map: ContentMap;
  readonly cache: MarkdownCache;
}

/** Reads and checks paths for the desk, one at a time. */
export function familyReader({ host, map, cache }: FamilyReaderOptions): FamilyReader {
  const { config } = map;
  const shard = createShard({ host, map, writeAsset: () => {}, cache });
  const ruleIds = allChecks.map(({ id }) => id);
  const words = new Map<string, number>();
  const segmenter = new Intl.Segmenter(config.sourceLocale, { granularity: 'word' });
  return { read, item, fresh };

  function read(path: string, { baseline, views }: KnownOfPath, compiles: boolean): FamilyReading | undefined {
    const report = shard.scan([path], true);
    const family = shard.family(path);
    shard.forget(path);
    if (!family) return undefined;
    const findings = fresh(report.findings, report.comments, baseline);
    const byLocale = Map.groupBy(findings, ({ locale }) => locale);
    const facts = new Map(family.translations.map(({ locale }) => {
      const page = report.pages.find((candidate) => candidate.locale === locale);
      return [locale, { title: page?.title ?? path, stale: page?.stale ?? 0 }];
    }));
    return {
      path,
      family,
      findings,
      comments: report.comments,
      facts,
      items: new Map(family.translations.map((translation) => {
        const { locale, article } = translation;
        const { reviews } = readReviews(host, posix.join(map.root, article.file));
        return [locale, item(translation, facts.get(locale) ?? { title: path, stale: 0 }, byLocale.get(locale) ?? [], reviews, views)];
      })),
      contexts: new Map(compiles ? family.translations.map(({ locale, article }) => [locale, segmentContexts(article, cache.skeleton(article.skeleton))]) : []),
    };
  }

  function item(translation: Translation, { title, stale }: ArticleFacts, findings: readonly Finding[], reviews: ReadonlyMap<string, SegmentReview>, views: number | undefined): QueueItem {
    return queueItem(translation, { title, stale, findings, reviews, views, wordsIn });
  }

  function fresh(found: readonly Finding[], comments: readonly SuppressionComment[], baseline: readonly BaselineEntry[]): readonly Finding[] {
    const { findings } = suppressFindings(found, comments, config, ruleIds);
    return baseline.length === 0 ? findings : compareWithBaseline(findings, baseline, () => false).fresh;
  }

  function wordsIn(source: string): number {
    const known = words.get(source) ?? countWords(cache.text(source).plain, segmenter);
    words.set(source, known);
    return known;
  }
}
