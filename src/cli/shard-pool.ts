import { availableParallelism } from 'node:os';
import { createWorkerPool } from '../host/worker-pool.ts';
import type { Host } from '../model/host.ts';
import { UserError } from '../model/user-error.ts';
import type { ContentMap } from '../project/content-map.ts';
import type { ShardPool } from '../project/scan-content.ts';
import { shardMethods, type RenderInput, type ShardMethods } from '../project/shard-methods.ts';

/** Shards in threads, or one in this thread. */
export interface RenderPool extends ShardPool {
  /** All shards render what they kept. @returns number of pages written */
  render(input: RenderInput): Promise<number>;
  close(): Promise<void>;
}

/** Starting threads costs more than it saves below this number of articles. */
const SMALL = 150;

/** @param workers `--workers`; default one per core, and this thread alone for a small site */
export function openShardPool(host: Host, map: ContentMap, workers: string | undefined): RenderPool {
  const size = workers === undefined ? availableParallelism() : Number(workers);
  if (!Number.isInteger(size) || size < 1 || size > 64) throw new UserError(`--workers takes a number from 1 to 64, not "${workers ?? ''}".`, 'Leave it out to use every core.');
  let articles = 0;
  for (const locale of map.inventory.locales.values()) articles += locale.articles.length;
  return workers === undefined && articles < SMALL ? localPool(host, map) : threadPool(map, Math.max(1, Math.min(size, Math.ceil(map.paths.length / 10))));
}

function localPool(host: Host, map: ContentMap): RenderPool {
  const methods = shardMethods(host, map);
  return {
    size: 1,
    scan: async (_worker, input) => methods.scan(input),
    render: (input) => methods.render(input),
    close: async () => {},
  };
}

function threadPool(map: ContentMap, size: number): RenderPool {
  const pool = createWorkerPool<ShardMethods>(new URL('./worker.ts', import.meta.url), map, size);
  return {
    size: pool.size,
    scan: (worker, input) => pool.call(worker, 'scan', input),
    async render(input) {
      const written = await Promise.all(Array.from({ length: pool.size }, (_, worker) => pool.call(worker, 'render', input)));
      return written.reduce((total, count) => total + count, 0);
    },
    close: () => pool.close(),
  };
}
