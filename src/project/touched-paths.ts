import { articleReferences } from '../checks/shared/article-references.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Host } from '../model/host.ts';
import { contentFile, localeOfFile } from './inventory.ts';
import { linkContext, type ContentMap } from './content-map.ts';
import { isFragmentPath } from './fragment-path.ts';
import { resolveLink } from './resolve-link.ts';

/**
 * Paths of the families that some files are part of, with the files they include and, where an included file is
 * among them, those that include it; sorted.
 * @param files relative to the content root; may be gone
 */
export function touchedPaths(host: Host, map: ContentMap, files: readonly string[]): string[] {
  const touched = new Set(files.flatMap((file) => familyOf(map, file) ?? []));
  if ([...touched].some(isFragmentPath)) for (const path of map.paths) if (!touched.has(path) && includesOf(host, map, path).some((included) => touched.has(included))) touched.add(path);
  const waiting = [...touched];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const included of includesOf(host, map, path)) {
      if (touched.has(included)) continue;
      touched.add(included);
      waiting.push(included);
    }
  }
  return map.paths.filter((path) => touched.has(path));
}

/** Path of the family that a file of the content belongs to. */
function familyOf(map: ContentMap, file: string): string | undefined {
  const owner = localeOfFile(map.config.locales, file);
  if (!owner) return undefined;
  const path = owner.folder === '.' ? file : file.slice(owner.folder.length + 1);
  return map.families.get(path.toLowerCase());
}

/** What the articles of a family include, in any locale. */
function includesOf(host: Host, map: ContentMap, path: string): string[] {
  const links = linkContext(map);
  return map.config.locales.flatMap((locale) => {
    if (map.inventory.locales.get(locale.id)?.byLowerCase.get(path.toLowerCase()) !== path) return [];
    const file = contentFile(locale, path);
    const read = host.readText(`${map.root}/${file}`);
    if (read.kind !== 'text' || !/\[!include/i.test(read.text)) return [];
    const article = ingest({ locale: locale.id, path, file, text: read.text });
    return articleReferences(article).flatMap(({ kind, url }) => {
      const target = kind === 'include' ? resolveLink(links, locale.id, path, url) : undefined;
      return target?.kind === 'article' ? [target.path] : [];
    });
  });
}
