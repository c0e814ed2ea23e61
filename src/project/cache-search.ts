import type { RecordCaches, RecordWriter } from '../model/record-cache.ts';
import { indexPart, type SearchRecord } from '../model/search.ts';
import { textDigest } from './text-digest.ts';
import { localeOfFile } from './inventory.ts';
import type { FamilyOutput } from './cache-pages.ts';

/** Digest by which a record is known to be the one that a family was rendered to. */
export function searchDigest(record: SearchRecord): string {
  return textDigest(JSON.stringify(record));
}

/** A part of a locale's index. */
export type IndexPart = Pick<SearchRecord, 'locale' | 'part'>;

/** The page of a family, and the part of an index that has it. */
export interface PageInIndex extends IndexPart {
  readonly path: string;
}

/** Digests of a part's records by family path. */
export type PartRecords = readonly (readonly [path: string, digest: string])[];

/** Tells the part of a family's page, see {@link indexPart}; most locales have as many parts, for which it is found once. */
export function partFinder(): typeof indexPart {
  const known = new Map<number, Map<string, number>>();
  return (path, parts) => {
    const found = known.get(parts) ?? new Map<string, number>();
    known.set(parts, found);
    const part = found.get(path) ?? indexPart(path, parts);
    found.set(path, part);
    return part;
  };
}

/** Those of each of so many parts of a locale, in the order of `outputs`: every family by path, in path order. */
export function recordsByPart(locale: string, parts: number, outputs: Iterable<readonly [string, FamilyOutput]>, partOf: typeof indexPart): readonly PartRecords[] {
  const lists = Array.from({ length: parts }, (): (readonly [string, string])[] => []);
  for (const [path, { search }] of outputs) if (search[locale] !== undefined) lists[partOf(path, parts)]?.push([path, search[locale]]);
  return lists;
}

/** Digest of all records of a part in their order; empty for a part that has none. */
export function partDigest(records: PartRecords): string {
  // No path has such a character.
  return records.length === 0 ? '' : textDigest(records.map(([path, digest]) => `${path}\0${digest}`).join('\0'));
}

/** Writes the records of all locales while they come, so that an index can be made anew without rendering. */
export interface RecordStore {
  /** @param digest as of {@link searchDigest} */
  add(path: string, record: SearchRecord, digest: string): void;
  commit(): void;
  discard(): void;
}

/** @param code a digest of the tool */
export function writeSearchRecords(caches: RecordCaches, code: string): RecordStore {
  const writers = new Map<string, RecordWriter>();
  return {
    add(path, record, digest) {
      const kind = kindOf(record);
      const writer = writers.get(kind) ?? caches.write(kind, code);
      writers.set(kind, writer);
      writer.add(path, { digest, record } satisfies KnownRecord);
    },
    commit: () => writers.forEach((writer) => writer.commit()),
    discard: () => writers.forEach((writer) => writer.discard()),
  };
}

/** A record with its digest, so that it need not be taken again. */
export interface KnownRecord {
  /** As of {@link searchDigest}. */
  readonly digest: string;
  readonly record: SearchRecord;
}

/** The records of a part that an earlier build has left; each is read once. */
export interface KnownRecords {
  /** Families that have one, in the order in which they were given to the index. */
  paths(): readonly string[];
  of(path: string): KnownRecord | undefined;
  /** Puts others in their place, by family path in path order; afterwards nothing is found any more. */
  replace(records: ReadonlyMap<string, KnownRecord>): void;
}

export function readSearchRecords(caches: RecordCaches, code: string, part: IndexPart): KnownRecords {
  const cache = caches.open(kindOf(part), code);
  const read = new Map<string, KnownRecord | undefined>();
  const of = (path: string): KnownRecord | undefined => {
    // Its checksum is right, and its key holds the digest of the code that wrote it: it has the form that this code writes.
    if (!read.has(path)) read.set(path, cache.get(path) as KnownRecord | undefined);
    return read.get(path);
  };
  return {
    paths: () => cache.names(),
    of,
    replace(records) {
      const paths = cache.names();
      if (paths.length !== records.size || [...records.keys()].some((path, at) => path !== paths[at])) {
        const store = writeSearchRecords(caches, code);
        for (const [path, { digest, record }] of records) store.add(path, record, digest);
        store.commit();
        return;
      }
      for (const [path, record] of records) if (record.digest !== of(path)?.digest) cache.set(path, record);
      cache.save(() => true);
    },
  };
}

/** The index that has the articles of a folder. */
interface IndexOfFolder {
  /** {@link Locale.folder} */
  readonly folder: string;
  /** {@link Locale.id} */
  readonly locale: string;
  readonly parts: number;
}

const FOLDERS = 'folders';

/** Notes which index has the articles of a folder, so that the part of an edited one can be found before the content is known. */
export function keepIndexFolders(caches: RecordCaches, code: string, folders: readonly IndexOfFolder[]): void {
  const cache = caches.open(FOLDERS, code);
  cache.set(FOLDERS, folders);
  cache.save(() => true);
}

/** The family of a file and the part of an index that had its page, as {@link keepIndexFolders} says. @param file relative to the content root */
export function partOfFile(caches: RecordCaches, code: string, file: string): PageInIndex | undefined {
  // As in {@link readSearchRecords}.
  const found = localeOfFile((caches.open(FOLDERS, code).get(FOLDERS) ?? []) as readonly IndexOfFolder[], file);
  if (!found) return undefined;
  const path = found.folder === '.' ? file : file.slice(found.folder.length + 1);
  return { locale: found.locale, part: indexPart(path, found.parts), path };
}

function kindOf({ locale, part }: IndexPart): string {
  return part === 0 ? `search-${locale}` : `search-${locale}-${part}`;
}
