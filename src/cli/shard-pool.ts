import { availableParallelism } from 'node:os';
import { createWorkerPool } from '../host/worker-pool.ts';
import type { Host } from '../model/host.ts';
import type { ContentMap } from '../project/content-map.ts';
import type { ShardPool } from '../project/scan-content.ts';
import { shardMethods, type RenderInput, type RenderReport, type ShardMethods } from '../project/shard-methods.ts';

/** Shards in threads, or one in this thread. */
export interface RenderPool extends ShardPool {
  /** All shards work ahead of rendering as long as it is wanted, where there is a core for it. */
  prepare(wanted: () => boolean): Promise<void>;
  /** All shards render what they kept, each waiting for `take` to have its last report. */
  render(input: RenderInput, take: (report: RenderReport) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Starting threads costs more than it saves below this number of articles. */
const SMALL = 150;

/** The same of families, where all others are known from an earlier run. */
const FEW = 24;

/**
 * @param workers `--workers`; default one per core, and this thread alone for a small site
 * @param waiting families that there is work for; default all
 */
export function openShardPool(host: Host, map: ContentMap, workers: number | undefined, waiting = map.paths.length): RenderPool {
  let articles = 0;
  for (const locale of map.inventory.locales.values()) articles += locale.articles.length;
  const size = Math.max(1, Math.min(workers ?? availableParallelism(), Math.ceil(map.paths.length / 10)));
  const open = (): RenderPool => (workers === undefined && articles < SMALL ? localPool(host, map) : threadPool(map, size));
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
      const kept = methods.startRender(input);
      await renderAll((next) => methods.renderNext(next), take);
      await renderRest(restOf(input, kept), (next) => methods.renderPaths(next), take);
    },
    close: async () => {},
  };
}

function threadPool(map: ContentMap, size: number): RenderPool {
  const pool = createWorkerPool<ShardMethods>(new URL('./worker.mjs', import.meta.url), map, size);
  return {
    size: pool.size,
    scan: (worker, input) => pool.call(worker, 'scan', input),
    scanEach: (worker, input) => pool.call(worker, 'scanEach', input),
    async prepare(wanted) {
      await Promise.all(
        Array.from({ length: pool.size }, async (_, worker) => {
          for (let done = false; !done && wanted(); ) done = await pool.call(worker, 'prepareNext', { families: CHUNK });
        }),
      );
    },
    async render(input, take) {
      const kept = await Promise.all(Array.from({ length: pool.size }, (_, worker) => pool.call(worker, 'startRender', input)));
      const rest = restOf(input, kept.flat());
      await Promise.all(
        Array.from({ length: pool.size }, async (_, worker) => {
          // Two calls at a time: this thread may be busy when one is done.
          await Promise.all([0, 1].map(() => renderAll((next) => pool.call(worker, 'renderNext', next), take)));
          await Promise.all([0, 1].map(() => renderRest(rest, (next) => pool.call(worker, 'renderPaths', next), take)));
        }),
      );
    },
    close: () => pool.close(),
  };
}

/** Families rendered between two reports. */
const CHUNK = 32;

async function renderAll(next: (input: { readonly families: number }) => Promise<RenderReport>, take: (report: RenderReport) => Promise<void>): Promise<void> {
  for (let done = false; !done; ) {
    const report = await next({ families: CHUNK });
    await take(report);
    done = report.done;
  }
}

/** Families that no shard has kept, in chunks that are taken from the array. */
function restOf({ only = [] }: RenderInput, kept: readonly string[]): string[][] {
  const known = new Set(kept);
  const rest = only.filter((path) => !known.has(path));
  return Array.from({ length: Math.ceil(rest.length / CHUNK) }, (_, index) => rest.slice(index * CHUNK, (index + 1) * CHUNK));
}

async function renderRest(rest: string[][], render: (next: { readonly paths: readonly string[] }) => Promise<RenderReport>, take: (report: RenderReport) => Promise<void>): Promise<void> {
  for (let paths = rest.shift(); paths; paths = rest.shift()) await take(await render({ paths }));
}
