import { resolve } from 'node:path';
import { openRecordCaches } from '../host/record-cache.ts';
import type { RecordCaches } from '../model/record-cache.ts';
import type { Terminal } from './command.ts';

/** Below the working folder; see .gitignore of a project. */
const FOLDER = '.interlinear';

/** What earlier runs in this folder have left. */
export function openCaches(onDamage: () => void): RecordCaches {
  return openRecordCaches(resolve(FOLDER, 'records'), onDamage);
}

/** @param records how many were found damaged */
export function noteDamage(records: number | undefined, terminal: Terminal): void {
  if (records !== undefined && records > 0) terminal.note(`The cache in ${FOLDER} was damaged (${records} ${records === 1 ? 'record' : 'records'}); what it held is made again.`);
}
