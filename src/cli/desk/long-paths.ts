import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileSize } from '../../host/file-size.ts';
import { createWorkerPool, type WorkerPool } from '../../host/worker-pool.ts';
import type { ContentMap } from '../../project/content-map.ts';
import type { LongPaths } from '../../project/desk.ts';
import type { DeskThread } from '../../project/desk-thread.ts';
import { contentFile } from '../../project/inventory.ts';

/** Bytes of all files of a path from which on it is read in another thread: what is read here within a moment is not. */
const LONG = 500_000;
/** A thread that has nothing to read for so long ends, in milliseconds: it holds memory. */
const IDLE = 30_000;

/** Reads long paths of the content in a thread, which is there while there is something to read. */
export function longPaths(map: ContentMap): LongPaths & { close(): Promise<void> } {
  const known = new Map<string, boolean>();
  let pool: WorkerPool<DeskThread> | undefined;
  let waiting = 0;
  let idle: NodeJS.Timeout | undefined;
  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const closing = pool;
    pool = undefined;
    await closing?.close();
  };
  return {
    includes(path) {
      const isLong = known.get(path) ?? map.config.locales.reduce((sum, locale) => sum + fileSize(join(map.root, contentFile(locale, path))), 0) >= LONG;
      known.set(path, isLong);
      return isLong;
    },
    async read(path, knownOfPath) {
      clearTimeout(idle);
      pool ??= createWorkerPool<DeskThread>(new URL('../worker.mjs', import.meta.url), map, 1);
      waiting += 1;
      try {
        return await pool.call(0, 'readForDesk', { path, known: knownOfPath });
      } catch (error) {
        await close();
        throw error;
      } finally {
        waiting -= 1;
        if (waiting === 0) idle = setTimeout(() => void close(), IDLE).unref();
      }
    },
    rest: () => nextTurn(),
    close,
  };
}
