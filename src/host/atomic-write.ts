import { closeSync, fchmodSync, fsyncSync, openSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { reasonOf } from './system-error.ts';

/**
 * Writes a file so that its place holds the old or the new content and nothing in between: into a file beside it, to
 * the disk, then over it. Its permissions stay; behind a symbolic link, the file it leads to is written. Processes
 * that write one file this way take turns.
 * @param expected the text that the file has, or undefined when there is none yet; when that is no longer so, nothing is written
 * @throws {UserError} when the machine refuses; then the file is as it was
 */
export function writeAtomically(file: string, text: string, expected?: string): 'written' | 'changed' {
  let beside: string | undefined;
  try {
    const place = realPlace(file);
    const mode = expected === undefined && !exists(place) ? undefined : statSync(place).mode & 0o7777;
    beside = besideName(place);
    const handle = takeTurn(place, beside, mode);
    try {
      writeAll(handle, Buffer.from(text));
      if (mode !== undefined) fchmodSync(handle, mode);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (expected === undefined ? isFile(place) : !readFileSync(place).equals(Buffer.from(expected))) {
      rmSync(beside, { force: true });
      return 'changed';
    }
    renameSync(beside, place);
    return 'written';
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true });
    if (error instanceof UserError) throw error;
    throw new UserError(`Cannot write ${file}: ${reasonOf(error)}.`, 'The file is as it was. Correct that and try again.');
  }
}

/** Names of files that {@link writeAtomically} has left behind when its process was killed. */
export const LEFTOVER = /^\..+\.\d+\.new$/;

function besideName(place: string): string {
  return join(dirname(place), `.${basename(place).slice(0, 60)}.${process.pid}.new`);
}

const TURN_TRIES = 200;
const turn = new Int32Array(new SharedArrayBuffer(4));

/**
 * Opens the file beside, and waits while another living process has one: of two that come at once, the later sees the
 * earlier, so that never both go on. What a process has left that is gone is removed.
 */
function takeTurn(place: string, beside: string, mode: number | undefined): number {
  for (let tries = 0; tries < TURN_TRIES; tries++) {
    // A leftover of a process that was killed and had the same number.
    rmSync(beside, { force: true });
    const handle = openSync(beside, 'wx', mode);
    if (!isOthersTurn(place, beside)) return handle;
    closeSync(handle);
    rmSync(beside, { force: true });
    Atomics.wait(turn, 0, 0, 1 + Math.random() * 10);
  }
  throw new UserError(`Cannot write ${place}: another program keeps writing it.`, 'The file is as it was. Try again when the other program is done.');
}

function isOthersTurn(place: string, beside: string): boolean {
  const start = basename(beside).slice(0, -`${process.pid}.new`.length);
  let others = false;
  for (const name of readdirSync(dirname(place))) {
    if (!name.startsWith(start) || !LEFTOVER.test(name) || name === basename(beside)) continue;
    const owner = Number(/\.(\d+)\.new$/.exec(name)?.[1]);
    if (name.length !== start.length + `${owner}.new`.length) continue;
    if (isAlive(owner)) others = true;
    else rmSync(join(dirname(place), name), { force: true });
  }
  return others;
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function realPlace(file: string): string {
  return exists(file) ? realpathSync(file) : file;
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}
