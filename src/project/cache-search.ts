import type { RecordCaches, RecordWriter } from '../model/record-cache.ts';
import type { SearchRecord } from '../model/search.ts';
import { textDigest } from './cache-digests.ts';
import type { FamilyOutput } from './cache-pages.ts';

/** Digest by which a record is known to be the one that a family was rendered to. */
export function searchDigest(record: SearchRecord): string {
  return textDigest(JSON.stringify(record));
}

/** Digest of all records of a locale in their order; `outputs`: of every family by path, in path order. */
export function localeDigest(locale: string, outputs: Iterable<readonly [string, FamilyOutput]>): string {
  const parts: string[] = [];
  for (const [path, { search }] of outputs) if (search[locale] !== undefined) parts.push(path, search[locale]);
  return parts.length === 0 ? '' : textDigest(JSON.stringify(parts));
}

/** Writes the records of all locales while they come, so that an index can be made anew without rendering. */
export interface RecordStore {
  add(path: string, record: SearchRecord): void;
  commit(): void;
  discard(): void;
}

/** @param code a digest of the tool */
export function writeSearchRecords(caches: RecordCaches, code: string): RecordStore {
  const writers = new Map<string, RecordWriter>();
  return {
    add(path, record) {
      const writer = writers.get(record.locale) ?? caches.write(kindOf(record.locale), code);
      writers.set(record.locale, writer);
      writer.add(path, record);
    },
    commit: () => writers.forEach((writer) => writer.commit()),
    discard: () => writers.forEach((writer) => writer.discard()),
  };
}

/** Reads the records of a locale that an earlier build has left. */
export function readSearchRecords(caches: RecordCaches, code: string, locale: string): (path: string, digest: string) => SearchRecord | undefined {
  const cache = caches.open(kindOf(locale), code);
  return (path, digest) => {
    const record = cache.get(path) as SearchRecord | undefined;
    return record && searchDigest(record) === digest ? record : undefined;
  };
}

function kindOf(locale: string): string {
  return `search-${locale}`;
}
