import { resolve } from 'node:path';
import { openFileDigests, type FilesLook } from '../host/file-digests.ts';
import { openLayoutCache } from '../host/layout-cache.ts';
import { openRecordCaches } from '../host/record-cache.ts';
import type { FileDigests } from '../model/file-digests.ts';
import type { LayoutCache } from '../model/layout-cache.ts';
import type { RecordCaches } from '../model/record-cache.ts';
import type { ContentMap } from '../project/content-map.ts';
import { textDigest } from '../project/text-digest.ts';
import type { Terminal } from './command.ts';

/** Below the working folder; see .gitignore of a project. */
const CACHE_FOLDER = '.interlinear';

/** What is wrong with what earlier runs have left, as far as it was looked at. */
export interface CacheTroubles {
  onDamage(): void;
  onFailure(reason: string): void;
  /** Says so; to be called when everything was read and written. */
  note(terminal: Terminal): void;
}

export function watchCaches(): CacheTroubles {
  let damaged = 0;
  let failure: string | undefined;
  return {
    onDamage: () => void (damaged += 1),
    onFailure: (reason) => void (failure ??= reason),
    note(terminal) {
      if (damaged > 0) terminal.note(`The cache in ${CACHE_FOLDER} was damaged (${damaged} ${damaged === 1 ? 'record' : 'records'}); what it held is made again.`);
      if (failure !== undefined) terminal.note(`The cache in ${CACHE_FOLDER} cannot be written: ${failure}. The next run will make everything anew.`);
    },
  };
}

/** What earlier runs in this folder have left. */
export function openCaches({ onDamage, onFailure }: Omit<CacheTroubles, 'note'>): RecordCaches {
  return openRecordCaches(resolve(CACHE_FOLDER, 'records'), onDamage, onFailure);
}

/** What was rendered of layouts in earlier runs. */
export function openLayouts({ onDamage, onFailure }: CacheTroubles): LayoutCache {
  return openLayoutCache(resolve(CACHE_FOLDER, 'layouts'), onDamage, onFailure);
}

/** Digests of the files of a content; for the functions of `project/cache-….ts`. `look`: of {@link lookAtFiles}. */
export function openContentDigests(caches: RecordCaches, map: ContentMap, look?: FilesLook): FileDigests {
  return openFileDigests(caches, map.root, textDigest, look);
}
