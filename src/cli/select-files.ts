import { relative, resolve, sep } from 'node:path';
import type { Locale } from '../model/locale.ts';
import { UserError } from '../model/user-error.ts';
import type { ContentMap } from '../project/content-map.ts';
import { contentFile } from '../project/inventory.ts';
import { closest } from '../text/closest.ts';

/** Whether a file is asked for; `path` is relative to the locale's folder. */
export type SelectFile = (locale: Locale, path: string) => boolean;

/**
 * Reads paths of files and folders as they are typed: below the working folder, below the content (`de-de/guides`), or
 * below every locale (`guides`). None: all files.
 * @throws {UserError} when nothing of the content stands at one of them
 */
export function selectFiles(map: ContentMap, paths: readonly string[]): SelectFile {
  if (paths.length === 0) return () => true;
  const files = [...map.inventory.locales.values()].flatMap(({ locale, articles, tocs }) => [...articles, ...tocs].map((path) => ({ path, file: contentFile(locale, path) })));
  const places = paths.map((typed) => {
    const inContent = [resolve(typed), resolve(map.root, typed)].map((absolute) => relative(map.root, absolute).split(sep).join('/'));
    const place = inContent.find((one) => !one.startsWith('..') && files.some(({ file }) => isBelow(file, one)));
    if (place !== undefined) return { place, inLocale: false };
    const below = typed.split(sep).join('/').replace(/^\.\/|\/$/g, '');
    if (files.some(({ path }) => isBelow(path, below))) return { place: below, inLocale: true };
    const guess = closest(typed, [...new Set(files.flatMap(({ path, file }) => [path, file]))]);
    throw new UserError(`There is no article at ${typed}.`, guess ? `Did you mean ${guess}?` : 'Give files or folders of the content, e.g. guides or de-de/guides/mail.md.');
  });
  return (locale, path) => places.some(({ place, inLocale }) => isBelow(inLocale ? path : contentFile(locale, path), place));
}

function isBelow(file: string, place: string): boolean {
  return place === '' || file === place || file.startsWith(`${place}/`);
}
