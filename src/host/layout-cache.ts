import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LayoutCache } from '../model/layout-cache.ts';
import { isRunning } from './is-running.ts';
import { reasonOf } from './system-error.ts';

/** Lists the files of a kept rendering: a line each with its checksum and path, as it is in the folder {@link FILES}. */
const LIST = 'list';
const FILES = 'files';

/**
 * Keeps rendered layouts in a folder.
 * @param folder absolute path; made when needed
 * @param onDamage called when what was kept is not what was written
 * @param onFailure called with a reason when nothing can be kept
 */
export function openLayoutCache(folder: string, onDamage: () => void, onFailure: (reason: string) => void = () => {}): LayoutCache {
  return {
    isEmpty: () => kept(folder).length === 0,
    restore(key, out) {
      const from = join(folder, key);
      if (!kept(folder).includes(key)) return false;
      const files = readKept(from);
      if (!files) {
        // Another build may have replaced it just now.
        if (!existsSync(from)) return false;
        onDamage();
        rmSync(from, { recursive: true, force: true });
        return false;
      }
      for (const [path, bytes] of files) writeFile(join(out, path), bytes);
      return true;
    },
    save(key, out) {
      const unfinished = join(folder, `.new-${process.pid}`);
      try {
        rmSync(unfinished, { recursive: true, force: true });
        const lines = filesBelow(out).map((path) => {
          const bytes = readFileSync(join(out, path));
          writeFile(join(unfinished, FILES, path), bytes);
          return `${sumOf(bytes)} ${path}\n`;
        });
        writeFile(join(unfinished, LIST), lines.join(''));
        removeLeftovers(folder);
        for (const old of kept(folder)) rmSync(join(folder, old), { recursive: true, force: true });
        // The rename makes it whole: what is found under a key was written completely.
        renameSync(unfinished, join(folder, key));
      } catch (error) {
        onFailure(reasonOf(error));
        remove(unfinished);
      }
    },
  };
}

function kept(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name));
  } catch {
    return [];
  }
}

/** Of builds that were killed. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = /^\.new-(\d+)$/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** @returns undefined when it is not what was written */
function readKept(from: string): readonly (readonly [path: string, bytes: Uint8Array])[] | undefined {
  try {
    const lines = readFileSync(join(from, LIST), 'utf8').split('\n');
    // A list that was cut short says less than there is.
    if (lines.pop() !== '' || lines.length !== filesBelow(join(from, FILES)).length) return undefined;
    const files = lines.map((line) => [line.slice(SUM_LENGTH + 1), readFileSync(join(from, FILES, line.slice(SUM_LENGTH + 1)))] as const);
    return files.every(([, bytes], index) => sumOf(bytes) === lines[index]?.slice(0, SUM_LENGTH)) ? files : undefined;
  } catch {
    return undefined;
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'));
}

function writeFile(file: string, content: string | Uint8Array): void {
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Then the next build does.
  }
}

const SUM_LENGTH = 64;

function sumOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
