import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import type { Host } from '../model/host.ts';
import { UserError } from '../model/user-error.ts';

/** The places where a run may read and write, wherever links lead. */
export interface Fence {
  /** The same host; what links lead out of the fence is unreadable. */
  readonly host: Host;
  /** @throws {UserError} for a file that is, or whose link leads, outside, or to a file of another kind */
  check(file: string): void;
}

/** @param folders absolute; the files below them are inside */
export function fence(host: Host, folders: readonly string[]): Fence {
  const roots = folders.flatMap((folder) => realPlace(folder) ?? []);
  const isInside = (file: string): boolean => {
    const real = realPlace(file);
    return real !== undefined && extname(real) === extname(file) && roots.some((root) => real.startsWith(root.endsWith(sep) ? root : root + sep));
  };
  return {
    host: {
      ...host,
      readText: (file) => (isInside(file) ? host.readText(file) : { kind: 'unreadable', reason: 'it does not lead to a file of the content', isMissing: lstatSync(file, { throwIfNoEntry: false }) === undefined }),
      readBytes: (file) => (isInside(file) ? host.readBytes(file) : undefined),
    },
    check(file) {
      if (!isInside(file)) throw new UserError(`Cannot write ${file}: it leads out of the content.`, 'Put a file there in place of the link.');
    },
  };
}

/** Where a file is, or would be; undefined when its folder is not there, or its link leads nowhere. */
function realPlace(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) return undefined;
  }
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return undefined;
  }
}
