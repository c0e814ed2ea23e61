import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What Astro has rendered, by a key that stands for everything it depends on. Safe to delete at any time. */
export interface LayoutCache {
  /** Whether nothing is kept, so that no key can be found. */
  isEmpty(): boolean;
  /** Copies what was kept under the key into `out`; false when there is nothing. */
  restore(key: string, out: string): boolean;
  /** Keeps `out` under the key, in place of what was kept before. A failure to do so is not an error. */
  save(key: string, out: string): void;
}

/** @param folder absolute path; made when needed */
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
