import type { RecordCaches } from '../model/record-cache.ts';
import { indexFolder, type IndexFiles, type SearchRecord } from '../model/search.ts';
import { partOfFile, readSearchRecords, searchDigest, type IndexPart, type KnownRecord, type KnownRecords, type PageInIndex, type PartRecords } from './cache-search.ts';

/** Makes parts of the search indexes anew, from what earlier builds have left of their records and those that have changed. */
export interface IndexUpdate {
  /** Starts to make the part that was begun with a record that an edit has probably changed; {@link write} gives it if it has. */
  foresee(input: ForeseeInput): Promise<void>;
  /** Forgets what was foreseen; to be called where {@link write} is not. */
  drop(): Promise<void>;
  /**
   * Takes the records of parts that are to be made anew.
   * @returns families whose records are nowhere, or not what was written; then nothing is taken
   */
  take(input: TakeInput): Promise<readonly string[]>;
  /** Makes what was taken. */
  write(input: WriteInput): Promise<readonly IndexFiles[]>;
}

/** An {@link IndexUpdate} that can begin before anything is known of the content. */
export interface EarlyIndexUpdate extends Omit<IndexUpdate, 'foresee'> {
  /**
   * Begins the part that will probably have to be made anew, with the records that it had. A wrong guess costs nothing but work.
   * @param code a digest of the tool
   * @param edited files that have changed since the last build, relative to the content root
   * @returns whose page it is; undefined when there is no such part
   */
  begin(code: string, edited: readonly string[]): PageInIndex | undefined;
  /** @param known as in {@link WriteInput} */
  foresee(input: ForeseeInput, known: readonly string[]): Promise<void>;
}

export interface ForeseeInput extends Pick<WriteInput, 'out'> {
  /** A digest of the tool. */
  readonly code: string;
  /** The family that the record belongs to. */
  readonly path: string;
  readonly record: SearchRecord;
}

export interface TakeInput {
  /** A digest of the tool. */
  readonly code: string;
  readonly parts: readonly ChangedPart[];
}

export interface WriteInput {
  /** Folder to write to. */
  readonly out: string;
  /** Paths of search files that the site has already. */
  readonly known: readonly string[];
}

export interface ChangedPart extends IndexPart {
  readonly records: PartRecords;
  /** Those of them that were made now, by family path. */
  readonly fresh: readonly (readonly [path: string, record: SearchRecord])[];
}

/** What makes the indexes: see host/search-index.ts. */
export interface IndexMaker {
  begin(had: readonly SearchRecord[]): Promise<void>;
  foresee(record: SearchRecord, out: string, known: readonly string[]): void;
  drop(): Promise<void>;
  add(records: readonly SearchRecord[]): Promise<void>;
  write(out: string, known: Iterable<string>, meanwhile: () => void): Promise<readonly IndexFiles[]>;
}

/** @param onWait called once, while Pagefind makes what was taken */
export function indexUpdate(caches: RecordCaches, index: IndexMaker, onWait: () => void): EarlyIndexUpdate {
  const readers = new Map<string, KnownRecords>();
  let keep = (): void => {};
  let beginning: Promise<void> | undefined;
  let foreseen: KnownRecord | undefined;
  // What is still foreseen when all is known comes too late.
  let isKnown = false;
  return {
    begin(code, edited) {
      for (const file of edited) {
        const part = partOfFile(caches, code, file);
        const known = part && readerOf(code, part);
        const paths = known?.paths() ?? [];
        if (!known || !paths.includes(part.path)) continue;
        beginning = index.begin(paths.flatMap((path) => known.of(path)?.record ?? []));
        // Said when the part is made.
        beginning.catch(() => {});
        return part;
      }
      return undefined;
    },
    async foresee({ code, path, record, out }, known) {
      await beginning;
      const digest = searchDigest(record);
      if (isKnown || readerOf(code, record).of(path)?.digest === digest) return;
      foreseen = { digest, record };
      index.foresee(record, out, known);
    },
    drop() {
      isKnown = true;
      return index.drop();
    },
    async take({ code, parts }) {
      // It says what went wrong when the part is made.
      await beginning?.catch(() => {});
      isKnown = true;
      const found = parts.map((part) => ({ part, records: recordsOf(code, part) }));
      const lost = found.flatMap(({ records }) => [...records].flatMap(([path, known]) => (known ? [] : [path])));
      if (lost.length > 0) return [...new Set(lost)];
      const complete = found.map(({ part, records }) => ({ part, records: new Map([...records].flatMap(([path, known]) => (known ? [[path, known] as const] : []))) }));
      for (const { records } of complete) await index.add([...records.values()].map(({ record }) => record));
      keep = () => {
        for (const { part, records } of complete) readerOf(code, part).replace(records);
      };
      return [];
    },
    write: ({ out, known }) => index.write(out, known, () => {
      onWait();
      keep();
    }),
  };

  function readerOf(code: string, part: IndexPart): KnownRecords {
    const name = indexFolder(part.locale, part.part);
    const reader = readers.get(name) ?? readSearchRecords(caches, code, part);
    readers.set(name, reader);
    return reader;
  }

  function recordsOf(code: string, part: ChangedPart): ReadonlyMap<string, KnownRecord | undefined> {
    const known = readerOf(code, part);
    const fresh = new Map(part.fresh);
    const recordOf = (path: string, digest: string): KnownRecord | undefined => {
      if (digest === foreseen?.digest) return foreseen;
      const made = fresh.get(path);
      if (made) return { digest, record: made };
      const kept = known.of(path);
      return kept?.digest === digest ? kept : undefined;
    };
    return new Map(part.records.map(([path, digest]) => [path, recordOf(path, digest)]));
  }
}
