import { availableParallelism } from 'node:os';
import { FEW_FAMILIES, saveMemory, spendMemory } from '../host/save-memory.ts';
import { createWorkerPool, type WaitingThread } from '../host/worker-pool.ts';
import type { Host } from '../model/host.ts';
import type { SearchRecord } from '../model/search.ts';
import type { ContentMap } from '../project/content-map.ts';
import type { ShardPool } from '../project/scan-content.ts';
import { shardMethods, type RecordInput, type RenderInput, type RenderReport, type ShardMethods } from '../project/shard-methods.ts';
import { SHARD_WORKER } from './start-ahead.ts';

/** Shards in threads, or one in this thread. */
export interface RenderPool extends ShardPool {
  /** All shards work ahead of rendering as long as it is wanted, where there is a core for it. */
  prepare(wanted: () => boolean): Promise<void>;
  /** All shards render what they kept, each waiting for `take` to have its last report. */
  render(input: RenderInput, take: (report: RenderReport) => Promise<void>): Promise<void>;
  /** What search learns about a page, ahead of rendering it; only where this thread does the work. */
  record?(input: RecordInput): Promise<SearchRecord | undefined>;
  close(): Promise<void>;
  /** The same when there is nothing left to do for them, but something else that needs memory. */
  retire(): Promise<void>;
}

/** Starting threads costs more than it saves below this number of articles. */
const SMALL = 150;

/** The same of families, where all others are known from an earlier run. */
const FEW = 24;

/**
 * @param workers `--workers`; default one per core, and this thread alone for a small site
 * @param waiting families that there is work for; default all
 * @param started threads that wait already
 */
export function openShardPool(host: Host, map: ContentMap, workers: number | undefined, waiting = map.paths.length, started: readonly WaitingThread[] = []): RenderPool {
  let articles = 0;
  for (const locale of map.inventory.locales.values()) articles += locale.articles.length;
  const size = Math.max(1, Math.min(workers ?? availableParallelism(), Math.ceil(map.paths.length / 10)));
  const open = (): RenderPool => (workers === undefined && articles < SMALL ? localPool(host, map) : threadPool(map, size, started));
  if (waiting >= FEW || waiting === map.paths.length) return open();
  const local = localPool(host, map);
  let many: RenderPool | undefined;
  return {
    ...local,
    render(input, take) {
      if (input.only && input.only.length < FEW) return local.render(input, take);
      many ??= open();
      return many.render(input, take);
    },
    close: async () => many?.close(),
    retire: async () => many?.retire(),
  };
}

function localPool(host: Host, map: ContentMap): RenderPool {
  const methods = shardMethods(host, map);
  return {
    size: 1,
    scan: async (_worker, input) => methods.scan(input),
    scanEach: async (_worker, input) => methods.scanEach(input),
    // This thread has the layouts to render meanwhile.
    prepare: async () => {},
    async render(input, take) {
      const next = queueOf(input, [methods.startRender(input)]);
      for (let paths = next(0); paths.length > 0; paths = next(0)) await take(await methods.renderPaths({ paths }));
    },
    record: (input) => methods.record(input),
    close: async () => {},
    retire: async () => {},
  };
}

function threadPool(map: ContentMap, size: number, started: readonly WaitingThread[]): RenderPool {
  // An update that has much to do has begun as if it had little.
  if (map.paths.length >= FEW_FAMILIES) spendMemory();
  else saveMemory();
  const pool = createWorkerPool<ShardMethods>(SHARD_WORKER, map, size, started);
  return {
    size: pool.size,
    scan: (worker, input) => pool.call(worker, 'scan', input),
    scanEach: (worker, input) => pool.call(worker, 'scanEach', input),
    async prepare(wanted) {
      await Promise.all(
        Array.from({ length: pool.size * PREPARING }, async (_, call) => {
          for (let done = false; !done && wanted(); ) done = await pool.call(call % pool.size, 'prepareNext', { families: CHUNK });
        }),
      );
    },
    async render(input, take) {
      const next = queueOf(input, await Promise.all(Array.from({ length: pool.size }, (_, worker) => pool.call(worker, 'startRender', input))));
      // Two calls at a time: this thread may be busy when one is done.
      await Promise.all(
        Array.from({ length: pool.size * 2 }, async (_, call) => {
          const worker = call % pool.size;
          for (let paths = next(worker); paths.length > 0; paths = next(worker)) await take(await pool.call(worker, 'renderPaths', { paths }));
        }),
      );
    },
    close: () => pool.close(),
    retire: () => pool.retire(),
  };
}

/** Families rendered between two reports. */
const CHUNK = 16;
/** Calls that wait in a thread while it prepares: this one renders whole pages between two of its answers. */
const PREPARING = 16;

/**
 * Says which families a shard renders next: its own, then those that no shard has kept, then, so that all end together, the
 * last of the shard that has most left, though it must read them anew. Nothing: all are rendered.
 * Exported for its test.
 * @param kept families by shard
 */
export function queueOf({ only = [] }: Pick<RenderInput, 'only'>, kept: readonly (readonly string[])[]): (shard: number) => readonly string[] {
  const known = new Set<string>();
  // A shard has also kept what it was asked for by families of its own.
  const queues = kept.map((paths) => paths.filter((path) => known.size < known.add(path).size));
  const rest = only.filter((path) => !known.has(path));
  return (shard) => {
    const own = queues[shard]?.splice(0, CHUNK) ?? [];
    if (own.length > 0) return own;
    if (rest.length > 0) return rest.splice(0, CHUNK);
    return queues.reduce((longest, queue) => (queue.length > longest.length ? queue : longest), []).splice(-CHUNK);
  };
}
