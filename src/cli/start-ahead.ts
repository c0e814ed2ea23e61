import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { leaveGarbage, spendMemory } from '../host/save-memory.ts';
import { startThreads, type WaitingThread } from '../host/worker-pool.ts';
import { PUBLISH_FILE } from '../model/site-marker.ts';
import { watchCaches, type CacheTroubles } from './caches.ts';
import type { OptionValues } from './command.ts';
import { openUpdater, type SiteUpdater } from './site-updater.ts';

/** What a build has started before it loads its own code, which takes as long as it takes these to be ready. */
export interface Ahead {
  readonly troubles: CacheTroubles;
  /** Whether there is a large site, of which most may stay. */
  readonly isUpdate: boolean;
  /** Absent: nothing of earlier builds is used. */
  readonly updater: SiteUpdater | undefined;
  /** For the shards; none where it is not sure that they are wanted. */
  readonly threads: readonly WaitingThread[];
  close(): Promise<void>;
}

/** Starts, for a large content, what will be wanted in any case. */
export function startAhead(options: OptionValues): Ahead {
  const troubles = watchCaches();
  const out = resolve(options.out ?? 'dist');
  const listed = options.cache === false ? 0 : (statSync(join(out, PUBLISH_FILE), { throwIfNoEntry: false })?.size ?? 0);
  const updater = options.cache === false ? undefined : openUpdater(out, contentRoot(options), listed >= LARGE, options.search !== false && options.shard === undefined, troubles);
  const threads = listed === 0 && options.workers === undefined && holdsMany(contentRoot(options)) ? startThreads(SHARD_WORKER, availableParallelism()) : [];
  const isUpdate = updater !== undefined && listed >= LARGE;
  if (isUpdate) leaveGarbage();
  else if (threads.length > 0) spendMemory();
  return { troubles, isUpdate, updater, threads, close: async () => void (await Promise.all([updater?.close(), ...threads.map((thread) => thread.close())])) };
}

/** The module of a shard's thread. */
export const SHARD_WORKER = new URL('./worker.mjs', import.meta.url);

/** Absolute path of the content that the options name. */
export function contentRoot({ content }: OptionValues): string {
  return resolve(content ?? process.env['INTERLINEAR_CONTENT'] ?? 'content');
}

/** Bytes of the list of a site's files from which on a thread for its update is faster: some thousand files. */
const LARGE = 200_000;

/** Articles from which on every build uses threads, and folders that are looked into to find so many. */
const MANY = 300;
const FOLDERS = 50;

/** Whether a look into its first folders finds many articles. */
function holdsMany(root: string): boolean {
  const folders = [root];
  let found = 0;
  for (let at = 0; at < Math.min(folders.length, FOLDERS) && found < MANY; at++) {
    try {
      for (const entry of readdirSync(folders[at] ?? root, { withFileTypes: true })) {
        if (entry.isDirectory()) folders.push(join(folders[at] ?? root, entry.name));
        else if (/\.mdx?$/i.test(entry.name)) found += 1;
      }
    } catch {
      // The build says so.
    }
  }
  return found >= MANY;
}
