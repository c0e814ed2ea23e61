import { closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteUpdate } from '../model/site-update.ts';
import { compareText } from '../text/compare-text.ts';
import { isSkipped } from './node-host.ts';

/** Ending of the name of the folder that an update comes from. */
export const UPDATE_SUFFIX = 'update';

const JOURNAL = '.journal.json';

/**
 * Changes a folder file by file. Each file is whole at every moment; what is to be done is written down first, so that
 * {@link finishUpdate} can go on when the process ends in the middle.
 * @param staged folder that holds the files that come in; goes
 * @param waiting name that it has meanwhile
 */
export function applyUpdate(place: string, staged: string, waiting: string, update: SiteUpdate): void {
  const journal = join(staged, JOURNAL);
  writeFileSync(journal, JSON.stringify(update));
  syncToDisk(journal);
  // From here on the update happens, whatever comes.
  renameSync(staged, waiting);
  finishUpdate(place, waiting);
}

/** Does what is left of an update that was begun. */
export function finishUpdate(place: string, waiting: string): void {
  if (!existsSync(waiting)) return;
  const { put, remove } = readJournal(waiting);
  const made = new Set<string>();
  for (const path of put) {
    const [from, to] = [join(waiting, path), join(place, path)];
    // Done already.
    if (!existsSync(from)) continue;
    if (!made.has(dirname(to))) makeFolder(place, dirname(path));
    made.add(dirname(to));
    if (lstatSync(to, { throwIfNoEntry: false })?.isDirectory()) rmSync(to, { recursive: true });
    renameSync(from, to);
  }
  for (const path of remove) {
    removeFile(join(place, path));
    removeEmpty(place, dirname(path));
  }
  rmSync(waiting, { recursive: true, force: true });
}

/** Where a page has become a file or a file a page, a file may stand in the way. */
function makeFolder(place: string, folder: string): void {
  for (let at = folder; at !== '.'; at = dirname(at)) if (lstatSync(join(place, at), { throwIfNoEntry: false })?.isFile()) rmSync(join(place, at));
  mkdirSync(join(place, folder), { recursive: true });
}

/** The rename that gave the folder its name came after the journal was on disk. */
function readJournal(waiting: string): SiteUpdate {
  try {
    return JSON.parse(readFileSync(join(waiting, JOURNAL), 'utf8')) as SiteUpdate;
  } catch {
    // All was done but for removing what is left.
    return { put: [], remove: [] };
  }
}

/** Whether each of these files is there, with its size, and was not written later than a file that was written last. */
export function isUntouched(folder: string, last: string): (file: { readonly path: string; readonly size: number }) => boolean {
  const written = statSync(join(folder, last), { throwIfNoEntry: false })?.mtimeMs;
  return ({ path, size }) => {
    const stats = statSync(`${folder}/${path}`, { throwIfNoEntry: false });
    return written !== undefined && stats !== undefined && stats.isFile() && stats.size === size && stats.mtimeMs <= written;
  };
}

/**
 * Files in a folder that are not among its own. Where nothing has come or gone since a file was written last, nothing is
 * looked for: the time of change (`ctime`) of a folder tells, and cannot be set back.
 * @param own paths below the folder
 */
export function foreignFiles(folder: string, own: Iterable<string>, last: string): string[] {
  const files = new Set(own);
  const folders = new Set(['']);
  for (const file of files) {
    // With the folders above, as far as they are not known.
    for (let at = parentOf(file); !folders.has(at); at = parentOf(at)) folders.add(at);
  }
  const written = statSync(join(folder, last), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const found: string[] = [];
  for (const at of folders) {
    const stats = lstatSync(`${folder}/${at}`, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true && stats.ctimeMs >= written) list(at);
  }
  return found.sort(compareText);

  function list(at: string): void {
    for (const entry of readdirSync(`${folder}/${at}`, { withFileTypes: true })) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (isSkipped(entry.name)) continue;
      if (entry.isDirectory() && !folders.has(path)) list(path);
      else if (!entry.isDirectory() && !files.has(path)) found.push(path);
    }
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** What is no file any more, or stands below one, is gone already. */
function removeFile(file: string): void {
  try {
    if (!lstatSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTDIR')) throw error;
  }
}

function removeEmpty(place: string, folder: string): void {
  for (let at = folder; at !== '.' && at !== ''; at = dirname(at)) {
    const path = join(place, at);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory() || readdirSync(path).length > 0) return;
    rmdirSync(path);
  }
}

function syncToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
