import { mkdirSync, readFileSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { FolderListing, Host, RefusedEntry } from '../model/host.ts';
import { UserError } from '../model/user-error.ts';
import { compareText } from '../text/compare-text.ts';
import { decodeUtf8 } from './decode-utf8.ts';

/** Folders that never hold content. */
const SKIPPED = new Set(['node_modules', '.git', '.interlinear', '.astro']);

/** The machine this process runs on. */
export function createNodeHost(): Host {
  const made = new Set<string>();
  return {
    listFiles,
    readText(file) {
      try {
        return decodeUtf8(readFileSync(file));
      } catch (error) {
        return { kind: 'unreadable', reason: reasonOf(error) };
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
      if (!made.has(folder)) {
        mkdirSync(folder, { recursive: true });
        made.add(folder);
      }
      writeFileSync(file, content);
    },
  };
}

function listFiles(folder: string): FolderListing {
  const root = realFolder(folder);
  const files: string[] = [];
  const refused: RefusedEntry[] = [];
  // Real paths of the folders on the way down: a link to one of them would never end.
  walk('', root, [root]);
  return { files: files.sort(compareText), refused: refused.sort((a, b) => compareText(a.path, b.path)) };

  function walk(prefix: string, real: string, above: readonly string[]): void {
    for (const entry of readFolder(prefix, real)) {
      if (SKIPPED.has(entry.name)) continue;
      const path = prefix + entry.name;
      if (entry.isSymbolicLink()) follow(path, join(real, entry.name), above);
      else if (entry.isDirectory()) walk(`${path}/`, join(real, entry.name), [...above, join(real, entry.name)]);
      else if (entry.isFile()) files.push(path);
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

  function follow(path: string, link: string, above: readonly string[]): void {
    try {
      const target = realpathSync(link);
      if (target !== root && !target.startsWith(root + sep)) refused.push({ path, reason: 'outside' });
      else if (statSync(target).isFile()) files.push(path);
      else if (!above.includes(target)) walk(`${path}/`, target, [...above, target]);
    } catch {
      refused.push({ path, reason: 'broken-link' });
    }
  }
}

function realFolder(folder: string): string {
  try {
    const real = realpathSync(folder);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    throw new UserError(`The folder ${folder} cannot be read: ${reasonOf(error)}.`, 'Check the path and its permissions.');
  }
  throw new UserError(`${folder} is a file, not a folder.`, 'Give the folder that holds the locale folders.');
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return error instanceof Error ? error.message : String(error);
}
