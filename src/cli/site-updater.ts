import type { FilesLook } from '../host/file-digests.ts';
import { createWorkerPool } from '../host/worker-pool.ts';
import type { PageInIndex } from '../project/cache-search.ts';
import type { IndexUpdate } from '../project/index-update.ts';
import type { CacheTroubles } from './caches.ts';
import type { SiteLook, UpdateMethods } from './update-methods.ts';

/** What changes a site that is there, beside this thread where that is worth it. */
export interface SiteUpdater extends IndexUpdate {
  look(): Promise<SiteLook>;
  /** Paths of files in the folder of the site that it knows nothing of; undefined where {@link write} had no time to look for them. */
  foreign(): readonly string[] | undefined;
  /** What was seen of the content's files; undefined where no thread has looked. */
  lookAtContent(): Promise<FilesLook | undefined>;
  /** The edited article whose part of a search index was begun; undefined where no thread has looked for one. */
  foreseen(): Promise<PageInIndex | undefined>;
  close(): Promise<void>;
}

/**
 * @param place the site that is there
 * @param root absolute path of the content
 * @param beside in a thread, which looks at both from now on
 * @param search whether the site gets its search indexes; what an edit changes in them is begun at once
 */
export function openUpdater(place: string, root: string, beside: boolean, search: boolean, troubles: CacheTroubles): SiteUpdater {
  const methods = beside ? thread() : here();
  // Asking the system later takes longer, and gives the same.
  const content = beside ? methods.lookAtContent(root).catch(() => undefined) : undefined;
  const foreseen = beside && search ? methods.begin(null).catch(() => undefined) : undefined;
  const looking = beside ? methods.look(place) : undefined;
  // Awaited when somebody asks.
  looking?.catch(() => {});
  let closing: Promise<void> | undefined;
  let seen: readonly string[] | undefined;
  return {
    look: () => looking ?? methods.look(place),
    foreign: () => seen,
    lookAtContent: async () => content,
    foreseen: async () => foreseen,
    foresee: (input) => methods.foresee(input),
    drop: () => methods.drop(null),
    take: (input) => methods.take(input),
    async write(input) {
      const { indexes, foreign, damaged, failures } = await methods.write(input);
      seen = foreign;
      for (let count = 0; count < damaged; count++) troubles.onDamage();
      for (const reason of failures) troubles.onFailure(reason);
      return indexes;
    },
    close: () => (closing ??= methods.end(null)),
  };
}

/** The same whether they run here or in a thread. */
type Asynchronous = { readonly [Name in keyof UpdateMethods]: (input: Parameters<UpdateMethods[Name]>[0]) => Promise<Awaited<ReturnType<UpdateMethods[Name]>>> };

/** Loaded when the first is asked for. */
function here(): Asynchronous {
  let loading: Promise<UpdateMethods> | undefined;
  const methods = (): Promise<UpdateMethods> => (loading ??= import('./update-methods.ts').then(({ updateMethods }) => updateMethods()));
  return {
    look: async (input) => (await methods()).look(input),
    lookAtContent: async (input) => (await methods()).lookAtContent(input),
    begin: async (input) => (await methods()).begin(input),
    foresee: async (input) => (await methods()).foresee(input),
    drop: async (input) => (await loading)?.drop(input),
    take: async (input) => (await methods()).take(input),
    write: async (input) => (await methods()).write(input),
    end: async (input) => (await loading)?.end(input),
  };
}

function thread(): Asynchronous {
  const pool = createWorkerPool<UpdateMethods>(new URL('./update-worker.mjs', import.meta.url), undefined, 1);
  return {
    look: (input) => pool.call(0, 'look', input),
    lookAtContent: (input) => pool.call(0, 'lookAtContent', input),
    begin: (input) => pool.call(0, 'begin', input),
    foresee: (input) => pool.call(0, 'foresee', input),
    drop: (input) => pool.call(0, 'drop', input),
    take: (input) => pool.call(0, 'take', input),
    write: (input) => pool.call(0, 'write', input),
    async end(input) {
      // A thread that has failed has said so before.
      await pool.call(0, 'end', input).catch(() => {});
      await pool.close();
    },
  };
}
