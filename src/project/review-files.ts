import type { Check } from '../checks/define-check.ts';
import { MarkdownCache } from '../markdown/markdown-cache.ts';
import type { DeskInfo, QueueItem } from '../model/desk.ts';
import type { Host } from '../model/host.ts';
import { countWords } from '../text/count-words.ts';
import { readReviews } from './article-reviews.ts';
import type { ContentMap } from './content-map.ts';
import { deskArticle } from './desk-article.ts';
import { deskInfo } from './desk-info.ts';
import { queueItem } from './desk-queue.ts';
import type { ContentScan } from './scan-content.ts';
import { segmentReaders } from './segment-readers.ts';
import { createShard } from './shard.ts';
import type { SiteFile } from './site-files.ts';

/** Folder of the published desk's files, below the output. */
const FOLDER = 'review/data';

/**
 * What the published review desk reads, one file at a time: `desk.json`, `queue/<locale>.json`, and
 * `article/<locale>/<path>.json` for every translation. The shapes are those of the desk's server (model/desk.ts).
 */
export function* reviewFiles(host: Host, map: ContentMap, scan: ContentScan, checks: readonly Check[]): Generator<SiteFile> {
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
      const shown = deskArticle(translation, { title, slug: map.slugs.get(path) ?? '', findings: found, reviews, readerOf: segmentReaders(article, inlineText, skeleton), repeats: () => 0 });
      yield { path: `${FOLDER}/article/${locale}/${path}.json`, text: JSON.stringify(shown) };
    }
  }
  for (const [locale, queue] of queues) yield { path: `${FOLDER}/queue/${locale}.json`, text: JSON.stringify(queue) };
  const info: DeskInfo = { ...deskInfo(config, checks), canSave: false, checked: map.paths.length, articles: map.paths.length, pageUrl: `${config.base}{locale}/{slug}` };
  yield { path: `${FOLDER}/desk.json`, text: JSON.stringify(info) };
}
