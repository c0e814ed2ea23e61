import type { FileDigests } from '../model/file-digests.ts';
import type { RecordCaches } from '../model/record-cache.ts';
import { indexFolder, type indexPart, type IndexFiles, type SearchRecord } from '../model/search.ts';
import type { Template } from '../views/slots.ts';
import { textDigest } from './text-digest.ts';
import type { FamilyOutput, PagesCache } from './cache-pages.ts';
import type { ScanCache } from './cache-scan.ts';
import { partDigest, recordsByPart, type IndexPart, type PageInIndex, type PartRecords } from './cache-search.ts';
import type { PublishedSite } from './cache-site.ts';
import type { ContentMap } from './content-map.ts';
import type { ChangedPart, IndexUpdate } from './index-update.ts';
import type { WrittenFile } from './publish-manifest.ts';

/** What a build may take from earlier ones. */
export interface EarlierBuilds {
  readonly caches: RecordCaches;
  /** Digests as of {@link textDigest}. */
  readonly files: FileDigests;
  readonly scan: ScanCache;
  /** A digest of the tool. */
  readonly code: string;
  /** Whether there is a site of which some may stay. */
  readonly hasSite: boolean;
  /** Reads, once, what the site that is there says of itself; undefined when nothing can be read. */
  readonly readSite: () => Promise<PublishedSite | undefined>;
  /** Makes the changed parts of the search indexes. */
  readonly updates: IndexUpdate;
  /** What {@link EarlyIndexUpdate.begin} has begun. */
  readonly foreseen: PageInIndex | undefined;
}

/** The same when the site that is there was read. */
export interface EarlierSite extends EarlierBuilds {
  /** Its files, as far as nobody touched them, by path. Empty: all pages are written. */
  readonly site: ReadonlyMap<string, WrittenFile>;
}

/** Has the part of an edited article made with the record that it has now. */
export async function foreseeRecord(path: string, record: SearchRecord, out: string, { code, updates }: Pick<EarlierBuilds, 'code' | 'updates'>): Promise<void> {
  // What goes wrong is said when the part is made.
  await updates.foresee({ code, path, record, out }).catch(() => {});
}

function filesIn(site: EarlierSite['site'], folders: readonly string[]): string[] {
  return [...site.keys()].filter((path) => folders.some((folder) => path.startsWith(folder)));
}

/** Makes the parts of the search indexes anew whose records have changed. */
export interface IndexOptions {
  readonly map: ContentMap;
  /** Parts of a locale's search index. */
  readonly searchParts: (locale: string) => number;
  /** From {@link partFinder}. */
  readonly partOf: typeof indexPart;
  readonly earlier: EarlierSite;
  readonly pages: PagesCache;
  /** Every family by path, in path order. */
  readonly outputs: ReadonlyMap<string, FamilyOutput>;
  /** Records of the families that were rendered now. */
  readonly fresh: ReadonlyMap<string, readonly SearchRecord[]>;
  /** Renders families once more whose records are lost. */
  readonly renderAgain: (paths: readonly string[]) => Promise<ReadonlyMap<string, readonly SearchRecord[]>>;
  /** Folder to write to. */
  readonly out: string;
  /** Called once all records are there, when this thread has nothing to do. */
  readonly meanwhile: () => Promise<void>;
}

/** @returns what was made, and files of the indexes that stay as they are */
export async function indexChanged(options: IndexOptions): Promise<{ readonly made: readonly IndexFiles[]; readonly kept: readonly WrittenFile[] }> {
  const { map, searchParts, partOf, earlier, pages, outputs, out, meanwhile, renderAgain } = options;
  const kept: WrittenFile[] = [];
  const changed: (IndexPart & { readonly records: PartRecords })[] = [];
  for (const { id: locale } of map.config.locales) {
    for (const [part, records] of recordsByPart(locale, searchParts(locale), outputs, partOf).entries()) {
      const files = keptIndex(earlier, pages, { locale, part }, records);
      if (files) kept.push(...files);
      else changed.push({ locale, part, records });
    }
  }
  if (changed.length === 0) {
    await Promise.all([meanwhile(), earlier.updates.drop()]);
    return { made: [], kept };
  }
  const known = filesIn(earlier.site, changed.map(({ locale, part }) => indexFolder(locale, part)));
  const take = (fresh: IndexOptions['fresh']): Promise<readonly string[]> => earlier.updates.take({ code: earlier.code, parts: changed.map((part) => withFresh(part, fresh)) });
  const lost = await take(options.fresh);
  if (lost.length > 0) await take(new Map([...options.fresh, ...(await renderAgain(lost))]));
  const [made] = await Promise.all([earlier.updates.write({ out, known }), meanwhile()]);
  return { made, kept };
}

function withFresh(part: IndexPart & { readonly records: PartRecords }, fresh: ReadonlyMap<string, readonly SearchRecord[]>): ChangedPart {
  const found = part.records.flatMap(([path]) => (fresh.get(path) ?? []).flatMap((record) => (record.locale === part.locale ? [[path, record] as const] : [])));
  return { ...part, fresh: found };
}

interface IndexRecord {
  readonly digest: string;
  readonly files: readonly WrittenFile[];
}

function keptIndex({ site }: EarlierSite, { extra }: PagesCache, part: IndexPart, records: PartRecords): readonly WrittenFile[] | undefined {
  const digest = partDigest(records);
  if (digest === '') return [];
  const record = extra.get(nameOf(part)) as IndexRecord | undefined;
  return record?.digest === digest && record.files.every(({ path, hash }) => site.get(path)?.hash === hash) ? record.files : undefined;
}

/** Notes what the indexes that were made consist of. */
export function keepIndexes(made: readonly IndexFiles[], { searchParts, partOf, earlier, pages, outputs }: Pick<IndexOptions, 'searchParts' | 'partOf' | 'earlier' | 'pages' | 'outputs'>): { readonly written: readonly WrittenFile[]; readonly kept: readonly WrittenFile[] } {
  const indexes = made.map(({ kept, ...index }) => ({ ...index, kept: kept.flatMap((path) => earlier.site.get(path) ?? []) }));
  for (const [locale, parts] of Map.groupBy(indexes, (index) => index.locale)) {
    const records = recordsByPart(locale, searchParts(locale), outputs, partOf);
    for (const { part, written, kept } of parts) pages.extra.set(nameOf({ locale, part }), { digest: partDigest(records[part] ?? []), files: [...written, ...kept] } satisfies IndexRecord);
  }
  return { written: indexes.flatMap(({ written }) => written), kept: indexes.flatMap(({ kept }) => kept) };
}

/** The listings, when the index of the site and their layouts are as they were. */
export function keptListingFiles({ site }: EarlierSite, { extra, index }: PagesCache, templates: Templates): readonly WrittenFile[] | undefined {
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
