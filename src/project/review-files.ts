import type { Check } from '../checks/define-check.ts';
import { MarkdownCache } from '../markdown/markdown-cache.ts';
import type { BitextFile, DeskArticle, DeskInfo, DeskRow, QueueItem, Silenced } from '../model/desk.ts';
import type { Family, Translation } from '../model/family.ts';
import type { Host } from '../model/host.ts';
import type { SiteConfig } from '../model/site.ts';
import { countWords } from '../text/count-words.ts';
import { htmlText } from '../markdown/html-text.ts';
import { readReviews } from './article-reviews.ts';
import type { ContentMap } from './content-map.ts';
import type { DeskRules } from './browser-desk.ts';
import { deskArticle } from './desk-article.ts';
import { deskInfo } from './desk-info.ts';
import { queueItem } from './desk-queue.ts';
import { readSuppressions } from './read-suppressions.ts';
import type { ContentScan } from './scan-content.ts';
import { segmentReaders } from './segment-readers.ts';
import { createShard } from './shard.ts';
import type { TextFile } from './text-file.ts';
import { ignoredRules } from './suppress.ts';

/** Folder of the published desk's files, below the output. */
const FOLDER = 'review/data';

/** Length of the texts in a file of the bitext, in UTF-16 code units: some hundred segments, which the concordance loads one file after the other. */
const BITEXT_LENGTH = 400_000;

/**
 * What the published review desk reads, one file at a time: `desk.json`, `queue/<locale>.json`, and
 * `article/<locale>/<path>.json` for every translation. The shapes are those of the desk's server (model/desk.ts).
 * `rules.json` and `bitext/<locale>/<n>.json` hold what checks and concordance need where no server has the content.
 */
export function* reviewFiles(host: Host, map: ContentMap, scan: ContentScan, checks: readonly Check[]): Generator<TextFile> {
  const { config } = map;
  const shard = createShard({ host, map, writeAsset: () => {} });
  const cache = new MarkdownCache(16_000_000);
  const inlineText = cache.text.bind(cache);
  const skeleton = cache.skeleton.bind(cache);
  const key = (locale: string, path: string): string => `${locale}/${path}`;
  const findings = Map.groupBy(scan.findings, ({ locale, path }) => key(locale, path));
  const facts = new Map(scan.facts.map((page) => [key(page.locale, page.path), page]));
  const queues = new Map(config.locales.flatMap(({ id }) => (id === config.sourceLocale ? [] : [[id, new Array<QueueItem>()] as const])));
  const segmenter = new Intl.Segmenter(config.sourceLocale, { granularity: 'word' });
  const words = new Map<string, number>();
  const wordsIn = (source: string): number => {
    const known = words.get(source) ?? countWords(inlineText(source).plain, segmenter);
    words.set(source, known);
    return known;
  };
  const bitexts = new Map(config.locales.map(({ id }) => [id, { files: 0, length: 0, articles: new Array<BitextFile[number]>() }]));
  const bitextFile = (locale: string): TextFile | undefined => {
    const bitext = bitexts.get(locale);
    if (!bitext || bitext.articles.length === 0) return undefined;
    const file = { path: `${FOLDER}/bitext/${locale}/${bitext.files}.json`, text: JSON.stringify(bitext.articles satisfies BitextFile) };
    bitexts.set(locale, { files: bitext.files + 1, length: 0, articles: [] });
    return file;
  };
  for (const path of map.paths) {
    const family = shard.family(path);
    shard.forget(path);
    for (const translation of family?.translations ?? []) {
      const { locale, article } = translation;
      const page = facts.get(key(locale, path));
      const found = findings.get(key(locale, path)) ?? [];
      const title = page?.title ?? path;
      const { reviews } = map.inventory.reviews.size === 0 ? { reviews: new Map() } : readReviews(host, `${map.root}/${article.file}`);
      queues.get(locale)?.push(queueItem(translation, { title, stale: page?.stale ?? 0, findings: found, reviews, views: undefined, wordsIn }));
      const readerOf = segmentReaders(article, inlineText, skeleton);
      const shown = deskArticle(translation, { title, slug: map.slugs.get(path) ?? '', findings: found, reviews, readerOf, repeats: () => 0 });
      const rows = shown.rows.map((row, at): DeskRow => ({ ...row, ...coverage(translation, at), ...(readerOf(at) === htmlText && { isHtml: true as const }) }));
      const silenced = silencedIn(config, translation);
      yield { path: `${FOLDER}/article/${locale}/${path}.json`, text: JSON.stringify({ ...shown, rows, others: othersOf(family, translation), ...(silenced.length > 0 && { silenced }) } satisfies DeskArticle) };
      const bitext = bitexts.get(locale);
      if (!bitext) continue;
      bitext.articles.push([path, article.segments.map(({ index, ordinal, source, target }) => (readerOf(index) === htmlText ? ([ordinal, source, target, 1] as const) : ([ordinal, source, target] as const)))]);
      bitext.length += article.segments.reduce((sum, { source, target }) => sum + source.length + target.length, 0);
      const full = bitext.length < BITEXT_LENGTH ? undefined : bitextFile(locale);
      if (full) yield full;
    }
  }
  for (const locale of bitexts.keys()) {
    const last = bitextFile(locale);
    if (last) yield last;
  }
  for (const [locale, queue] of queues) yield { path: `${FOLDER}/queue/${locale}.json`, text: JSON.stringify(queue) };
  const rules: DeskRules = { locales: config.locales, sourceLocale: config.sourceLocale, checks: config.checks, settings: map.rules };
  yield { path: `${FOLDER}/rules.json`, text: JSON.stringify(rules) };
  const published = { suggest: config.suggest ?? config.repository, bitext: Object.fromEntries([...bitexts].map(([locale, { files }]) => [locale, files])) };
  const info: DeskInfo = { ...deskInfo(config, checks), canSave: false, checked: map.paths.length, articles: map.paths.length, pageUrl: `${config.base}{locale}/{slug}`, published };
  yield { path: `${FOLDER}/desk.json`, text: JSON.stringify(info) };
}

/** What a row answers for, where that is more than its own ordinal. */
function coverage({ joined }: Translation, index: number): { readonly covers?: readonly number[] } {
  const { covers = [], segment } = joined[index] ?? {};
  return covers.length === 1 && String(covers[0]) === segment?.ordinal ? {} : { covers };
}

/** Locales in which the same segments stand. */
function othersOf(family: Family | undefined, { locale, version }: Translation): string[] {
  return (family?.translations ?? []).flatMap((other) => (other.locale !== locale && other.version === version ? [other.locale] : []));
}

function silencedIn(config: SiteConfig, { article }: Translation): Silenced[] {
  const ignored = ignoredRules(config, article);
  return [
    ...(ignored.length > 0 ? [{ rules: ignored }] : []),
    ...readSuppressions(article).map(({ rules, lines }) => ({ rules, ...(lines && { lines }) })),
  ];
}
