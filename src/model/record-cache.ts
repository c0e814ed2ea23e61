/** Results of earlier runs by name, kept between runs. Safe to delete at any time: what is not found is made again. */
export interface RecordCache {
  /** What was kept under a name; undefined when there is nothing, or when it is not what was written. */
  get(name: string): unknown;
  /** Names under which something is kept, in the order in which they were written. */
  names(): readonly string[];
  /** @param value plain JSON */
  set(name: string, value: unknown): void;
  /** Writes what was set, with all that was there and that `wanted` takes; afterwards nothing is found any more. A failure to do so is not an error. */
  save(wanted: (name: string) => boolean): void;
}

/** Opens caches by what they hold and a digest of all that the whole of it depends on. */
export interface RecordCaches {
  open(kind: string, key: string): RecordCache;
  /** Starts a cache anew, for more records than should be in memory at once. */
  write(kind: string, key: string): RecordWriter;
}

export interface RecordWriter {
  /** @param value plain JSON */
  add(name: string, value: unknown): void;
  /** Puts what was added in place of what was kept. A failure to do so is not an error. */
  commit(): void;
  discard(): void;
}
