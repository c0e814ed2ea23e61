import type { FolderListing, Host, RefusedEntry, TextRead } from '../../src/model/host.ts';
import { UserError } from '../../src/model/user-error.ts';
import { compareText } from '../../src/text/compare-text.ts';

export interface MemoryHost extends Host {
  /** What was written, by path. */
  readonly written: Map<string, string | Uint8Array>;
}

/** A machine that holds these files, by absolute path. */
export function memoryHost(files: Readonly<Record<string, string | TextRead>>, refused: readonly RefusedEntry[] = []): MemoryHost {
  const written = new Map<string, string | Uint8Array>();
  return {
    written,
    listFiles(folder): FolderListing {
      const below = Object.keys(files).flatMap((file) => (file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : []));
      if (below.length === 0) throw new UserError(`The folder ${folder} cannot be read: it does not exist.`, 'Check the path.');
      return { files: below.sort(compareText), refused };
    },
    readText(file) {
      const found = files[file];
      if (found === undefined) return { kind: 'unreadable', reason: 'it does not exist' };
      return typeof found === 'string' ? { kind: 'text', text: found } : found;
    },
    readBytes(file) {
      const found = files[file];
      return typeof found === 'string' ? new TextEncoder().encode(found) : undefined;
    },
    writeOutput(file, content) {
      written.set(file, typeof content === 'string' ? content : Uint8Array.from(content));
    },
  };
}
