import { resolve } from 'node:path';
import { openFileDigests } from '../host/file-digests.ts';
import { openRecordCaches } from '../host/record-cache.ts';
import type { FileDigests } from '../model/file-digests.ts';
import type { RecordCaches } from '../model/record-cache.ts';
import { textDigest } from '../project/cache-digests.ts';
import type { ContentMap } from '../project/content-map.ts';
import type { Terminal } from './command.ts';

/** Below the working folder; see .gitignore of a project. */
const FOLDER = '.interlinear';

/** What earlier runs in this folder have left. */
export function openCaches(onDamage: () => void): RecordCaches {
  return openRecordCaches(resolve(FOLDER, 'records'), onDamage);
}

/** Digests of the files of a content; for the functions of `project/cache-….ts`. */
export function openContentDigests(caches: RecordCaches, map: ContentMap): FileDigests {
  return openFileDigests(caches, map.root, textDigest);
}

/** @param records how many were found damaged */
export function noteDamage(records: number | undefined, terminal: Terminal): void {
  if (records !== undefined && records > 0) terminal.note(`The cache in ${FOLDER} was damaged (${records} ${records === 1 ? 'record' : 'records'}); what it held is made again.`);
}
