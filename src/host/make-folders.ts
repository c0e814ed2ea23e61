import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with those above it; one that is there is fine. Node's own `recursive` tries for ever where a folder
 * that is there says that nothing can be in it (`/proc`).
 * @throws {Error} of the system, when it refuses
 */
export function makeFolders(folder: string): void {
  try {
    // Mostly only the last step of the path is new.
    mkdirSync(folder);
  } catch (error) {
    // Another thread may have made it just now.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
    const above = dirname(folder);
    if (above === folder || existsSync(above)) throw error;
    makeFolders(above);
    makeFolders(folder);
  }
}
