import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { reasonOf } from '../host/system-error.ts';
import { UserError } from '../model/user-error.ts';
import { HISTORY_FILE } from '../project/status-history.ts';

/** Text of the history in the working folder; empty when there is none. @throws {UserError} when it cannot be read */
export function readHistory(): string {
  try {
    return existsSync(HISTORY_FILE) ? readFileSync(HISTORY_FILE, 'utf8') : '';
  } catch (error) {
    throw new UserError(`The history ${HISTORY_FILE} cannot be read: ${reasonOf(error)}.`, 'Correct that, or remove the file.');
  }
}

/** @throws {UserError} when the machine refuses */
export function writeHistory(text: string): void {
  try {
    writeFileSync(HISTORY_FILE, text);
  } catch (error) {
    throw new UserError(`The history ${HISTORY_FILE} cannot be written: ${reasonOf(error)}.`, 'Correct that, or leave out --record.');
  }
}
