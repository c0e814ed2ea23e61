import { readFileSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { FolderListing, Host, RefusedEntry } from '../model/host.ts';
import { UserError } from '../model/user-error.ts';
import { compareText } from '../text/compare-text.ts';
import { LEFTOVER } from './atomic-write.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { makeFolders } from './make-folders.ts';
import { isMissing, reasonOf, writeProblem } from './system-error.ts';

/** Folders that never hold content. */
const SKIPPED = new Set(['node_modules', '.git', '.interlinear', '.astro']);

/** Folders that a site is written to until it is put in its place. */
const STAGED = /^\..+\.new-\d+$/;

/** Whether a listing leaves a file or folder of this name out. */
export function isSkipped(name: string): boolean {
  return SKIPPED.has(name) || (name.startsWith('.') && (LEFTOVER.test(name) || STAGED.test(name)));
}

/** The machine this process runs on. */
export function createNodeHost(): Host {
  const made = new Set<string>();
  return {
    listFiles,
    readText(file) {
      try {
        return decodeUtf8(readFileSync(file));
      } catch (error) {
        return { kind: 'unreadable', reason: reasonOf(error), ...(isMissing(error) && { isMissing: true }) };
      }
    },
    readBytes(file) {
      try {
        return readFileSync(file);
      } catch {
        return undefined;
      }
    },
    writeOutput(file, content) {
      const folder = dirname(file);
      try {
        if (!made.has(folder)) {
          makeFolders(folder);
          made.add(folder);
        }
        writeFileSync(file, content);
      } catch (error) {
        throw writeProblem(error, file) ?? error;
      }
    },
  };
}

/** A link may stand behind this many others; more would let a few links name millions of paths. */
const LINK_DEPTH = 2;

function listFiles(folder: string): FolderListing {
  const root = realFolder(folder);
  const files: string[] = [];
  const refused: RefusedEntry[] = [];
  walk('', root, [root], 0);
  return { files: files.sort(compareText), refused: refused.sort((a, b) => compareText(a.path, b.path)) };

  /** @param above real paths of the folders on the way down: a link to one of them would never end */
  function walk(prefix: string, real: string, above: readonly string[], links: number): void {
    for (const entry of readFolder(prefix, real)) {
      if (isSkipped(entry.name)) continue;
      const path = prefix + entry.name;
      if (entry.isFile()) {
        files.push(path);
        continue;
      }
      const place = join(real, entry.name);
      if (entry.isSymbolicLink()) follow(path, place, above, links);
      else if (entry.isDirectory()) walk(`${path}/`, place, [...above, place], links);
      else refused.push({ path, reason: 'unreadable' });
    }
  }

  function readFolder(prefix: string, real: string) {
    try {
      return readdirSync(real, { withFileTypes: true });
    } catch {
      refused.push({ path: prefix.replace(/\/$/, ''), reason: 'unreadable' });
      return [];
    }
  }

  function follow(path: string, link: string, above: readonly string[], links: number): void {
    const found = targetOf(link);
    if (found === undefined) refused.push({ path, reason: 'broken-link' });
    else if (found.real !== root && !found.real.startsWith(root.endsWith(sep) ? root : root + sep)) refused.push({ path, reason: 'outside' });
    else if (found.kind === 'file') files.push(path);
    else if (found.kind === 'other') refused.push({ path, reason: 'unreadable' });
    else if (above.includes(found.real) || links >= LINK_DEPTH) refused.push({ path, reason: 'cycle' });
    else walk(`${path}/`, found.real, [...above, found.real], links + 1);
  }
}

function targetOf(link: string): { readonly real: string; readonly kind: 'file' | 'folder' | 'other' } | undefined {
  try {
    const real = realpathSync(link);
    const stats = statSync(real);
    return { real, kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other' };
  } catch {
    return undefined;
  }
}

function realFolder(folder: string): string {
  try {
    const real = realpathSync(folder);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    throw new UserError(`The folder ${folder} cannot be read: ${reasonOf(error)}.`, 'Check the path and its permissions, or name another folder with --content DIR.');
  }
  throw new UserError(`${folder} is a file, not a folder.`, 'Give the folder that holds the locale folders.');
}
