import type { Host } from '../model/host.ts';
import type { RecordCaches } from '../model/record-cache.ts';
import type { SearchRecord } from '../model/search.ts';
import { SEARCH_FOLDER } from '../model/search.ts';
import type { FamilyOutput, PagesCache } from './cache-pages.ts';
import type { ScanCache } from './cache-scan.ts';
import { localeDigest, readSearchRecords, writeSearchRecords } from './cache-search.ts';
import type { ContentMap } from './content-map.ts';
import { writtenFile, type WrittenFile } from './publish-manifest.ts';

/** What a build may take from earlier ones. */
export interface EarlierBuilds {
  readonly caches: RecordCaches;
  readonly scan: ScanCache;
  /** A digest of the tool. */
  readonly code: string;
  /** Files of the site that is there, as far as nobody touched them, by path. Empty: all pages are written. */
  readonly site: ReadonlyMap<string, WrittenFile>;
}

/** Makes the search indexes of the locales whose records have changed. */
export interface IndexOptions {
  readonly host: Host;
  readonly map: ContentMap;
  readonly earlier: EarlierBuilds;
  readonly pages: PagesCache;
  /** Every family by path, in path order. */
  readonly outputs: ReadonlyMap<string, FamilyOutput>;
  /** Records of the families that were rendered now. */
  readonly fresh: ReadonlyMap<string, readonly SearchRecord[]>;
  /** Renders families once more whose records are lost. */
  readonly renderAgain: (paths: readonly string[]) => Promise<ReadonlyMap<string, readonly SearchRecord[]>>;
  readonly add: (records: readonly SearchRecord[]) => Promise<void>;
}

/** @returns files of the indexes that stay as they are */
export async function indexChanged(options: IndexOptions): Promise<WrittenFile[]> {
  const { map, earlier, pages, outputs } = options;
  const kept: WrittenFile[] = [];
  for (const { id } of map.config.locales) {
    const files = keptIndex(earlier, pages, id, localeDigest(id, outputs));
    if (files) kept.push(...files);
    else await indexLocale(id, options);
  }
  return kept;
}

interface IndexRecord {
  readonly digest: string;
  readonly files: readonly WrittenFile[];
}

function keptIndex({ site }: EarlierBuilds, { extra }: PagesCache, locale: string, digest: string): readonly WrittenFile[] | undefined {
  if (digest === '') return [];
  const record = extra.get(nameOf(locale)) as IndexRecord | undefined;
  return record?.digest === digest && record.files.every(({ path, hash }) => site.get(path)?.hash === hash) ? record.files : undefined;
}

async function indexLocale(locale: string, { earlier, outputs, fresh, renderAgain, add }: IndexOptions): Promise<void> {
  const read = readSearchRecords(earlier.caches, earlier.code, locale);
  const found = new Map<string, SearchRecord>();
  const lost: string[] = [];
  for (const [path, { search }] of outputs) {
    const digest = search[locale];
    if (digest === undefined) continue;
    const record = fresh.get(path)?.find((one) => one.locale === locale) ?? read(path, digest);
    if (record) found.set(path, record);
    else lost.push(path);
  }
  const again = lost.length === 0 ? undefined : await renderAgain(lost);
  const store = writeSearchRecords(earlier.caches, earlier.code);
  for (const [path, { search }] of outputs) {
    if (search[locale] === undefined) continue;
    const record = found.get(path) ?? again?.get(path)?.find((one) => one.locale === locale);
    if (!record) continue;
    store.add(path, record);
    await add([record]);
  }
  store.commit();
}

/** Notes which files the indexes consist of, once they are written below `out`. */
export function keepIndexes({ map, pages, outputs, host }: Pick<IndexOptions, 'map' | 'pages' | 'outputs' | 'host'>, out: string, others: ReadonlySet<string>): WrittenFile[] {
  const written: WrittenFile[] = [];
  for (const { id } of map.config.locales) {
    const folder = `${SEARCH_FOLDER}${id}`;
    const files = host.readBytes(`${out}/${folder}/${ENTRY}`) === undefined ? [] : host.listFiles(`${out}/${folder}`).files.flatMap((name) => {
      const path = `${folder}/${name}`;
      const bytes = others.has(path) ? undefined : host.readBytes(`${out}/${path}`);
      return bytes ? [writtenFile(path, bytes)] : [];
    });
    if (files.length === 0) continue;
    written.push(...files);
    pages.extra.set(nameOf(id), { digest: localeDigest(id, outputs), files } satisfies IndexRecord);
  }
  return written;
}

/** File that every index of Pagefind has. */
const ENTRY = 'pagefind-entry.json';

function nameOf(locale: string): string {
  return `search ${locale}`;
}

