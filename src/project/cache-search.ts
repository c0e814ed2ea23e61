import type { RecordCaches, RecordWriter } from '../model/record-cache.ts';
import { indexPart, type SearchRecord } from '../model/search.ts';
import { textDigest } from './cache-digests.ts';
import type { FamilyOutput } from './cache-pages.ts';

/** Digest by which a record is known to be the one that a family was rendered to. */
export function searchDigest(record: SearchRecord): string {
  return textDigest(JSON.stringify(record));
}

/** A part of a locale's index, of so many parts. */
export interface IndexPart {
  readonly locale: string;
  readonly part: number;
  readonly parts: number;
}

/** Digests of a part's records by family path, in the order of `outputs`: every family by path, in path order. */
export function* partRecords({ locale, part, parts }: IndexPart, outputs: Iterable<readonly [string, FamilyOutput]>): Generator<readonly [path: string, digest: string]> {
  for (const [path, { search }] of outputs) if (search[locale] !== undefined && indexPart(path, parts) === part) yield [path, search[locale]];
}

/** Digest of all records of a part in their order; empty for a part that has none. */
export function partDigest(part: IndexPart, outputs: Iterable<readonly [string, FamilyOutput]>): string {
  const records = [...partRecords(part, outputs)];
  return records.length === 0 ? '' : textDigest(JSON.stringify(records));
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
      const kind = kindOf(record);
      const writer = writers.get(kind) ?? caches.write(kind, code);
      writers.set(kind, writer);
      writer.add(path, record);
    },
    commit: () => writers.forEach((writer) => writer.commit()),
    discard: () => writers.forEach((writer) => writer.discard()),
  };
}

/** Reads the records of a part that an earlier build has left. */
export function readSearchRecords(caches: RecordCaches, code: string, part: Pick<IndexPart, 'locale' | 'part'>): (path: string, digest: string) => SearchRecord | undefined {
  const cache = caches.open(kindOf(part), code);
  return (path, digest) => {
    const record = cache.get(path) as SearchRecord | undefined;
    return record && searchDigest(record) === digest ? record : undefined;
  };
}

function kindOf({ locale, part }: Pick<IndexPart, 'locale' | 'part'>): string {
  return part === 0 ? `search-${locale}` : `search-${locale}-${part}`;
}
