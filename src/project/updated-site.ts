import type { Host } from '../model/host.ts';

/**
 * A host to which the folder `staged` is the site as it will be: files that are not in it are read from `place`.
 * @param paths all files of that site, sorted
 */
export function updatedSite(host: Host, staged: string, place: string, paths: readonly string[]): Host {
  const changed = new Set(host.listFiles(staged).files);
  const placeOf = (file: string): string => {
    const path = file.startsWith(`${staged}/`) ? file.slice(staged.length + 1) : undefined;
    return path === undefined || changed.has(path) ? file : `${place}/${path}`;
  };
  return {
    ...host,
    listFiles: (folder) => (folder === staged ? { files: paths, refused: [] } : host.listFiles(folder)),
    readText: (file) => host.readText(placeOf(file)),
    readBytes: (file) => host.readBytes(placeOf(file)),
  };
}
