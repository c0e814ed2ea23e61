import { isRelativeUrl } from '../checks/shared/is-relative-url.ts';
import type { ContentMap } from './content-map.ts';
import { contentFile, localeOfFile } from './inventory.ts';
import { isLocaleFolder } from './site-config.ts';
import type { TocFile } from './site-index.ts';
import { articleNames, tocPaths } from './toc-paths.ts';

/**
 * Says whether an `href` of a navigation file leads to no article, folder or file that any locale has, though it is a path
 * of the same document set. What stands in another set may be published elsewhere.
 */
export function missingTocTarget(map: ContentMap): (toc: Pick<TocFile, 'locale' | 'path'>, href: string) => boolean {
  let files: ReadonlySet<string> | undefined;
  return ({ locale, path }, href) => {
    if (!isRelativeUrl(href)) return false;
    const [target] = tocPaths(folderOf(path), href);
    const names = namesOf(target ?? '').map((name) => name.toLowerCase());
    if (target === undefined || names.length === 0 || names.some((name) => map.families.has(name) || map.sections.has(name)) || !target.startsWith(setOf(map, locale, path))) return false;
    files ??= filesOf(map);
    return !names.some((name) => files?.has(name));
  };
}

/** What may be there: the article, the folder, or the folder of a file that stands for it. The home page always is, and has no names. */
function namesOf(target: string): readonly string[] {
  const folder = /^(.*\/|)(?:index\.yml|toc\.(?:yml|md))?$/i.exec(target)?.[1];
  if (folder !== undefined) return folder === '' ? [] : [folder];
  return [...articleNames(target), `${target}/`];
}

/** Folder of the document set: the outermost above a navigation file that has another, or a `docfx.json`. */
function setOf({ inventory }: ContentMap, locale: string, path: string): string {
  const own = inventory.locales.get(locale);
  const roots = new Set([...(own?.tocs ?? []), ...(own?.markdownTocs ?? [])].map(folderOf));
  for (let at = 0; at >= 0; at = path.indexOf('/', at) + 1 || -1) {
    const folder = path.slice(0, at);
    if (roots.has(folder) || inventory.files.has(contentFile(own?.locale ?? { folder: locale }, `${folder}docfx.json`))) return folder;
  }
  return folderOf(path);
}

/** Every file and folder of any locale, published or not, by its lower-cased path within the locale's folder. */
function filesOf({ config, inventory }: ContentMap): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (file: string): void => {
    const path = file.toLowerCase();
    found.add(path);
    for (let end = path.lastIndexOf('/'); end > 0 && !found.has(path.slice(0, end + 1)); end = path.lastIndexOf('/', end - 1)) found.add(path.slice(0, end + 1));
  };
  for (const file of inventory.files) {
    const owner = localeOfFile(config.locales, file)?.folder ?? '.';
    const top = file.slice(0, Math.max(0, file.indexOf('/')));
    add(owner === '.' ? file : file.slice(owner.length + 1));
    if (owner === '.' && isLocaleFolder(top)) add(file.slice(top.length + 1));
  }
  return found;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
