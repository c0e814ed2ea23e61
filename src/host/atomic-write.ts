import { closeSync, fchmodSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { reasonOf } from './system-error.ts';

/**
 * Writes a file so that its place holds the old or the new content and nothing in between: into a file beside it, to
 * the disk, then over it. Its permissions stay; behind a symbolic link, the file it leads to is written.
 * @param expected the text that the file has; when it has another one meanwhile, nothing is written
 * @throws {UserError} when the machine refuses; then the file is as it was
 */
export function writeAtomically(file: string, text: string, expected?: string): 'written' | 'changed' {
  let beside: string | undefined;
  try {
    const place = realPlace(file);
    const mode = expected === undefined && !exists(place) ? undefined : statSync(place).mode & 0o7777;
    beside = join(dirname(place), `.${basename(place).slice(0, 80)}.${process.pid}.new`);
    // A leftover of a process that was killed and had the same number.
    rmSync(beside, { force: true });
    const handle = openSync(beside, 'wx', mode);
    try {
      writeAll(handle, Buffer.from(text));
      if (mode !== undefined) fchmodSync(handle, mode);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (expected !== undefined && !readFileSync(place).equals(Buffer.from(expected))) {
      rmSync(beside, { force: true });
      return 'changed';
    }
    renameSync(beside, place);
    return 'written';
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true });
    throw new UserError(`Cannot write ${file}: ${reasonOf(error)}.`, 'The file is as it was. Correct that and try again.');
  }
}

function realPlace(file: string): string {
  return exists(file) ? realpathSync(file) : file;
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}
