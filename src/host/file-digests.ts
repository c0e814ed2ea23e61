import { hash } from 'node:crypto';
import { readFileSync, statSync, type Stats } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { FileDigests } from '../model/file-digests.ts';
import type { RecordCache, RecordCaches } from '../model/record-cache.ts';

/** What the file system said of a file whose digest is known. */
type Known = readonly [size: number, modified: number, changed: number, inode: number, digest: string];

/** In place of the size of a file that is to be read again whatever the system says; its digest tells whether it has changed. */
const UNSETTLED = -1;

type KnownFiles = Map<string, Known>;

/** What {@link lookAtFiles} has seen. Plain data. */
export interface FilesLook {
  readonly root: string;
  /** Of what was compared: another run may write it anew at any time. */
  readonly stamp: number;
  /** Names of files that are not what is known of them. */
  readonly differ: readonly string[];
  /** Those of them that have other bytes, or are gone; empty where many differ. */
  readonly edited: readonly string[];
}

/** Name of the record with all files, and of one with those that have changed since it was written, which hold instead. */
const ALL = 'files';
const SINCE = 'since';
/** More changed files than these are no edit: then all are written anew, and none is read ahead. */
const FEW = 100;

/**
 * Milliseconds between the last change of a file and its reading, or else the next change might get the same time.
 * The coarsest clock of a file system has two seconds.
 */
const SETTLED = 2_000;

/**
 * Digests of the files below a folder, each taken once. A file is read again unless size, times and inode are what they were when it was
 * read: the time of change (`ctime`) is set by the system at every change and cannot be set back. As in git's index, what
 * had been changed just before it was read is read once more, because the clock may stand still between two changes; so is
 * what has no fine time of change.
 * @param root absolute path; what lies elsewhere may be asked for, too
 * @param look of a moment ago, which spares asking the system again
 * @param now milliseconds since 1970, as the file system counts them
 */
export function openFileDigests(caches: RecordCaches, root: string, digestOf: (bytes: Uint8Array) => string, look?: FilesLook, now: () => number = Date.now): FileDigests {
  const { cache, known, newer } = openKnown(caches, root);
  const differ = look?.root === root && look.stamp === stampOf(known) ? new Set(look.differ) : undefined;
  const answers = new Map<string, string | undefined>();
  const prefix = `${root}/`;
  let isChanged = false;
  let isReduced = false;
  return {
    of(file) {
      const name = file.startsWith(prefix) ? file.slice(prefix.length) : file;
      if (!answers.has(name)) answers.set(name, answerOf(file, name));
      return answers.get(name);
    },
    save() {
      const unasked = [...known.keys()].filter((name) => !answers.has(name));
      // Other commands ask for other files; but what outnumbers the rest is mostly gone.
      const isPruned = unasked.length > answers.size;
      if (isPruned) for (const name of unasked) known.delete(name);
      if (!isChanged && !isReduced && !isPruned) return;
      const isRenewed = isPruned || isReduced || newer.size > FEW;
      if (isRenewed) cache.set(ALL, [...known]);
      cache.set(SINCE, isRenewed ? [] : [...newer]);
      cache.save(() => true);
    },
  };

  function answerOf(file: string, name: string): string | undefined {
    const before = known.get(name);
    if (before && differ?.has(name) === false) return before[4];
    const stats = statOf(file);
    if (stats && before && isSame(before, stats)) return before[4];
    const started = now();
    const bytes = readBytes(file);
    const digest = bytes && digestOf(bytes);
    const isSettled = stats !== undefined && hasSettled(stats, started);
    if (digest === undefined) isReduced = known.delete(name) || isReduced;
    else if (isSettled || digest !== before?.[4]) {
      const seen: Known = isSettled ? [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino, digest] : [UNSETTLED, 0, 0, 0, digest];
      known.set(name, seen);
      newer.set(name, seen);
      isChanged = true;
    }
    return digest;
  }
}

/**
 * Compares the files that {@link openFileDigests} knows with what the system says of them; for another thread than the one that asks.
 * @param digestOf as there
 */
export function lookAtFiles(caches: RecordCaches, root: string, digestOf: (bytes: Uint8Array) => string): FilesLook {
  const { known } = openKnown(caches, root);
  const differ: string[] = [];
  for (const [name, seen] of known) {
    const stats = statOf(absolute(root, name));
    if (stats === undefined || !isSame(seen, stats)) differ.push(name);
  }
  const isEdited = (name: string): boolean => {
    const bytes = readBytes(absolute(root, name));
    return !bytes || digestOf(bytes) !== known.get(name)?.[4];
  };
  return { root, stamp: stampOf(known), differ, edited: differ.length > FEW ? [] : differ.filter(isEdited) };
}

/** @returns all files that are known, and what the record of all files does not say of them */
function openKnown(caches: RecordCaches, root: string): { readonly cache: RecordCache; readonly known: KnownFiles; readonly newer: KnownFiles } {
  const cache = caches.open('files', hash('sha256', root, 'hex'));
  const known = new Map((cache.get(ALL) ?? []) as readonly (readonly [string, Known])[]);
  const newer = new Map((cache.get(SINCE) ?? []) as readonly (readonly [string, Known])[]);
  for (const [name, seen] of newer) known.set(name, seen);
  return { cache, known, newer };
}

/** A file that has changed has another time of change, which weighs with the inode. Runs before V8 has compiled anything: each step counts. */
function stampOf(known: KnownFiles): number {
  let stamp = known.size;
  for (const seen of known.values()) stamp += seen[2] * (seen[3] % 1009);
  return stamp;
}

function absolute(root: string, name: string): string {
  return isAbsolute(name) ? name : `${root}/${name}`;
}

/** Taken before the file is read: what changes meanwhile has another time afterwards. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isSame([size, modified, changed, inode]: Known, stats: Stats): boolean {
  return stats.size === size && stats.mtimeMs === modified && stats.ctimeMs === changed && stats.ino === inode;
}

/** Not of a file system whose clock counts whole milliseconds, or that knows no time of change. */
function hasSettled({ ctimeMs }: Stats, now: number): boolean {
  return ctimeMs % 1 !== 0 && ctimeMs + SETTLED < now;
}

function readBytes(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
