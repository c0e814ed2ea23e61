import { hash } from 'node:crypto';
import { ingest } from '../ingest/ingest.ts';
import type { Host } from '../model/host.ts';
import type { RecordCaches } from '../model/record-cache.ts';
import { isReviewed, reviewOf } from '../review/review-of.ts';
import { SIDECAR_ENDING } from '../review/sidecar.ts';
import { countWords } from '../text/count-words.ts';
import { readReviews } from './article-reviews.ts';
import { contentFile } from './inventory.ts';
import type { ContentMap } from './content-map.ts';
import { filesOf } from './scan-family.ts';

export interface ArticleSize {
  readonly segments: number;
  /** Of the sources. */
  readonly words: number;
  /** Segments that a person has accepted. */
  readonly reviewed: number;
}

/** What earlier runs have counted. */
export interface CountedBefore {
  readonly caches: RecordCaches;
  /** Digests of all families' files with their reviews; see cache-digests.ts. */
  readonly digests: ReadonlyMap<string, string | undefined>;
  /** A digest of the tool. */
  readonly code: string;
}

interface SizesRecord {
  readonly digest: string;
  readonly sizes: FamilySizes;
}

type FamilySizes = readonly (readonly [locale: string, size: ArticleSize])[];

/**
 * Size of every article of a translated locale, by `locale/path`. Articles are read only where they have changed since they were
 * counted; each distinct source is counted once.
 */
export function articleSizes(host: Host, map: ContentMap, before: CountedBefore | undefined, onProgress: (done: number) => void): Map<string, ArticleSize> {
  const { locales, sourceLocale } = map.config;
  const cache = before?.caches.open('sizes', hash('sha256', JSON.stringify([before.code, locales, sourceLocale]), 'hex'));
  const words = new Intl.Segmenter(sourceLocale, { granularity: 'word' });
  const known = new Map<string, number>();
  const sizes = new Map<string, ArticleSize>();
  map.paths.forEach((path, index) => {
    const digest = before?.digests.get(path);
    // Its checksum is right, and its key holds the digest of the code that wrote it: it has the form that this code writes.
    const record = digest === undefined ? undefined : (cache?.get(path) as SizesRecord | undefined);
    const counted = record?.digest === digest && record !== undefined ? record.sizes : count(path);
    if (digest !== undefined) cache?.set(path, { digest, sizes: counted } satisfies SizesRecord);
    for (const [locale, size] of counted) sizes.set(`${locale}/${path}`, size);
    if (index % 50 === 0) onProgress(index);
  });
  cache?.save((name) => map.slugs.has(name));
  return sizes;

  function count(path: string): FamilySizes {
    return filesOf(map, path).flatMap((locale): FamilySizes => {
      const file = contentFile(locale, path);
      const read = locale.id === sourceLocale ? undefined : host.readText(`${map.root}/${file}`);
      if (read?.kind !== 'text') return [];
      const { segments } = ingest({ locale: locale.id, path, file, text: read.text });
      // Few articles have a review; the others are not asked.
      const reviews = map.inventory.reviews.has(`${file}${SIDECAR_ENDING}`) ? readReviews(host, `${map.root}/${file}`).reviews : undefined;
      const reviewed = reviews ? segments.filter((segment) => isReviewed(reviewOf(segment, reviews))).length : 0;
      return [[locale.id, { segments: segments.length, words: segments.reduce((sum, { source }) => sum + wordsIn(source), 0), reviewed }]];
    });
  }

  function wordsIn(source: string): number {
    const counted = known.get(source) ?? countWords(source, words);
    known.set(source, counted);
    return counted;
  }
}
