import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Host } from '../model/host.ts';
import { compareText } from '../text/compare-text.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import type { Changes, GitRepository } from './git.ts';

/**
 * The folder of work as it was at a commit: the machine's own files, but for those that have changed since.
 * @param root the folder that files are asked for below; may be a link
 */
export function hostAt(host: Host, repository: GitRepository, { files }: Changes, root: string): Host {
  const there = files.flatMap(({ path, blob }) => (blob === undefined ? [] : [{ path, blob }]));
  const contents = repository.readBlobs(there.map(({ blob }) => blob));
  const before = new Map<string, Buffer | undefined>(files.map(({ path }) => [path, undefined]));
  there.forEach(({ path }, index) => before.set(path, contents[index]));
  const real = realpathSync(root);
  const nameOf = (file: string): string => relative(repository.root, file === root || file.startsWith(root + sep) ? real + file.slice(root.length) : file).split(sep).join('/');
  return {
    ...host,
    listFiles(folder) {
      const prefix = nameOf(folder) === '' ? '' : `${nameOf(folder)}/`;
      const { files: now, refused } = host.listFiles(folder);
      const old = [...before].flatMap(([path, bytes]) => (bytes && path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
      const kept = now.filter((path) => !before.has(prefix + path));
      return { files: [...kept, ...old].sort(compareText), refused };
    },
    readText(file) {
      const name = nameOf(file);
      if (!before.has(name)) return host.readText(file);
      const bytes = before.get(name);
      return bytes ? decodeUtf8(bytes) : { kind: 'unreadable', reason: 'it does not exist' };
    },
    readBytes: (file) => (before.has(nameOf(file)) ? before.get(nameOf(file)) : host.readBytes(file)),
  };
}
