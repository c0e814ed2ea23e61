import { once } from 'node:events';
import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { makeFolders } from './make-folders.ts';
import { reasonOf } from './system-error.ts';

const SIZE = 1 << 16;

/**
 * Writes a document to a file in pieces, so that its size costs no memory. Old content stays until the new one is
 * complete. No pieces: nothing is written.
 * @returns whether there was anything to write
 * @throws {UserError} when the machine refuses
 */
export function writePieces(file: string, pieces: Iterable<string>): boolean {
  const beside = `${file}.${process.pid}.new`;
  let handle: number | undefined;
  try {
    for (const piece of joined(pieces)) {
      const opened = (handle ??= open(file, beside));
      const bytes = Buffer.from(piece);
      for (let at = 0; at < bytes.length; ) at += guarded(file, () => writeSync(opened, bytes, at));
    }
    if (handle === undefined) return false;
    closeSync(handle);
    handle = undefined;
    guarded(file, () => renameSync(beside, file));
    return true;
  } finally {
    if (handle !== undefined) closeSync(handle);
    rmSync(beside, { force: true });
  }
}

/** Writes a document to the standard output, as fast as its reader takes it. */
export async function printPieces(pieces: Iterable<string>): Promise<void> {
  for (const piece of joined(pieces)) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}

/** @throws {UserError} when the machine refuses */
export function makeFolder(folder: string): void {
  guarded(folder, () => makeFolders(folder));
}

/** Whether a folder stands at a path. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function open(file: string, beside: string): number {
  return guarded(file, () => {
    makeFolders(dirname(file));
    return openSync(beside, 'w');
  });
}

function guarded<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw new UserError(`Cannot write ${file}: ${reasonOf(error)}.`, 'Correct that, or name another place with --out.');
  }
}

function* joined(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < SIZE) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
