import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LayoutCache } from '../model/layout-cache.ts';

/**
 * Keeps rendered layouts in a folder.
 * @param folder absolute path; made when needed
 */
export function openLayoutCache(folder: string): LayoutCache {
  const kept = (): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name)) : []);
  return {
    isEmpty: () => kept().length === 0,
    restore(key, out) {
      const from = join(folder, key);
      if (!existsSync(from)) return false;
      try {
        cpSync(from, out, { recursive: true });
        return true;
      } catch {
        // Another build may be replacing it.
        rmSync(out, { recursive: true, force: true });
        mkdirSync(out, { recursive: true });
        return false;
      }
    },
    save(key, out) {
      const unfinished = join(folder, `.new-${process.pid}`);
      try {
        mkdirSync(folder, { recursive: true });
        cpSync(out, unfinished, { recursive: true });
        for (const old of kept()) rmSync(join(folder, old), { recursive: true, force: true });
        // The rename makes it whole: what is found under a key was written completely.
        renameSync(unfinished, join(folder, key));
      } catch {
        rmSync(unfinished, { recursive: true, force: true });
      }
    },
  };
}
