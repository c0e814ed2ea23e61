import type { FileDigests } from '../model/file-digests.ts';
import type { RecordCaches } from '../model/record-cache.ts';
import type { IndexFiles, SearchRecord } from '../model/search.ts';
import type { Template } from '../views/slots.ts';
import { textDigest } from './cache-digests.ts';
import type { FamilyOutput, PagesCache } from './cache-pages.ts';
import type { ScanCache } from './cache-scan.ts';
import { partDigest, readSearchRecords, recordsByPart, writeSearchRecords, type IndexPart, type PartRecords } from './cache-search.ts';
import type { ContentMap } from './content-map.ts';
import type { WrittenFile } from './publish-manifest.ts';

/** What a build may take from earlier ones. */
export interface EarlierBuilds {
  readonly caches: RecordCaches;
  /** Digests as of {@link textDigest}. */
  readonly files: FileDigests;
  readonly scan: ScanCache;
  /** A digest of the tool. */
  readonly code: string;
  /** Files of the site that is there, as far as nobody touched them, by path. Empty: all pages are written. */
  readonly site: ReadonlyMap<string, WrittenFile>;
}

/** Makes the parts of the search indexes anew whose records have changed. */
export interface IndexOptions {
  readonly map: ContentMap;
  /** Parts of a locale's search index. */
  readonly searchParts: (locale: string) => number;
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
  const { map, searchParts, earlier, pages, outputs } = options;
  const kept: WrittenFile[] = [];
  for (const { id: locale } of map.config.locales) {
    for (const [part, records] of recordsByPart(locale, searchParts(locale), outputs).entries()) {
      const files = keptIndex(earlier, pages, { locale, part }, records);
      if (files) kept.push(...files);
      else await indexAnew({ locale, part }, records, options);
    }
  }
  return kept;
}

interface IndexRecord {
  readonly digest: string;
  readonly files: readonly WrittenFile[];
}

function keptIndex({ site }: EarlierBuilds, { extra }: PagesCache, part: IndexPart, records: PartRecords): readonly WrittenFile[] | undefined {
  const digest = partDigest(records);
  if (digest === '') return [];
  const record = extra.get(nameOf(part)) as IndexRecord | undefined;
  return record?.digest === digest && record.files.every(({ path, hash }) => site.get(path)?.hash === hash) ? record.files : undefined;
}

async function indexAnew(part: IndexPart, records: PartRecords, { earlier, fresh, renderAgain, add }: IndexOptions): Promise<void> {
  const { locale } = part;
  const read = readSearchRecords(earlier.caches, earlier.code, part);
  const found = new Map<string, SearchRecord>();
  const lost: string[] = [];
  for (const [path, digest] of records) {
    const record = fresh.get(path)?.find((one) => one.locale === locale) ?? read(path, digest);
    if (record) found.set(path, record);
    else lost.push(path);
  }
  const again = lost.length === 0 ? undefined : await renderAgain(lost);
  const store = writeSearchRecords(earlier.caches, earlier.code);
  for (const [path] of records) {
    const record = found.get(path) ?? again?.get(path)?.find((one) => one.locale === locale);
    if (!record) continue;
    store.add(path, record);
    await add([record]);
  }
  store.commit();
}

/** Notes what the indexes that were made consist of. */
export function keepIndexes(made: readonly IndexFiles[], { searchParts, earlier, pages, outputs }: Pick<IndexOptions, 'searchParts' | 'earlier' | 'pages' | 'outputs'>): { readonly written: readonly WrittenFile[]; readonly kept: readonly WrittenFile[] } {
  const indexes = made.map(({ kept, ...index }) => ({ ...index, kept: kept.flatMap((path) => earlier.site.get(path) ?? []) }));
  for (const [locale, parts] of Map.groupBy(indexes, (index) => index.locale)) {
    const records = recordsByPart(locale, searchParts(locale), outputs);
    for (const { part, written, kept } of parts) pages.extra.set(nameOf({ locale, part }), { digest: partDigest(records[part] ?? []), files: [...written, ...kept] } satisfies IndexRecord);
  }
  return { written: indexes.flatMap(({ written }) => written), kept: indexes.flatMap(({ kept }) => kept) };
}

/** The listings, when the index of the site and their layouts are as they were. */
export function keptListingFiles({ site }: EarlierBuilds, { extra, index }: PagesCache, templates: Templates): readonly WrittenFile[] | undefined {
  const record = extra.get(LISTINGS) as IndexRecord | undefined;
  return record?.digest === listingsDigest(index, templates) && record.files.every(({ path, hash }) => site.get(path)?.hash === hash) ? record.files : undefined;
}

/** Notes the listings for later builds. */
export function keepListingFiles({ extra, index }: PagesCache, templates: Templates, files: readonly WrittenFile[]): void {
  extra.set(LISTINGS, { digest: listingsDigest(index, templates), files } satisfies IndexRecord);
}

type Templates = Readonly<Record<string, Template>>;

const LISTINGS = 'listings';

function listingsDigest(index: string, templates: Templates): string {
  return textDigest(JSON.stringify([index, templates]));
}

function nameOf({ locale, part }: IndexPart): string {
  return part === 0 ? `search/${locale}` : `search/${locale}/${part}`;
}
