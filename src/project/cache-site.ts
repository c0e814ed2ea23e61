import type { SiteUpdate } from '../model/site-update.ts';
import type { Host } from '../model/host.ts';
import { PUBLISH_FILE } from '../model/site-marker.ts';
import { UserError } from '../model/user-error.ts';
import { compareText } from '../text/compare-text.ts';
import { parsePublish, type PublishedList, type WrittenFile } from './publish-manifest.ts';

/** The list that a site has of itself. */
interface PublishedSiteList extends PublishedList {
  /** Path prefix of every URL, with leading and trailing slash. */
  readonly base: string;
}

/** The site that is there. */
export interface PublishedSite extends PublishedList {
  /** Those that nobody has touched since, by path. */
  readonly untouched: ReadonlyMap<string, WrittenFile>;
}

/** The site that is there, as its own list says; undefined when it has none that can be read. */
export function readPublishedSite(host: Host, folder: string): PublishedSiteList | undefined {
  const read = host.readText(`${folder}/${PUBLISH_FILE}`);
  if (read.kind !== 'text') return undefined;
  try {
    const { base, files } = parsePublish(read.text, PUBLISH_FILE);
    return { base, files, text: read.text };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/**
 * What changes in the site that is there. `foreign`: files there that are not of it; `staged`: files of the folder
 * written to; `next`: all files of the new site.
 * Files that are new come first, of these what pages load before pages; then what replaces others; removals are last.
 */
export function siteUpdate(site: PublishedSite, foreign: readonly string[], staged: readonly string[], next: readonly WrittenFile[]): SiteUpdate {
  const hashes = new Map<string, string>();
  for (const { path, hash } of next) hashes.set(path, hash);
  const put = staged.filter((path) => path !== PUBLISH_FILE && site.untouched.get(path)?.hash !== hashes.get(path));
  const old = new Set<string>();
  for (const { path } of site.files) old.add(path);
  const rank = (path: string): number => (old.has(path) ? 2 : 0) + (/\.html$/.test(path) ? 1 : 0);
  const remove = [...foreign, ...old].filter((path) => path !== PUBLISH_FILE && !hashes.has(path)).toSorted(compareText);
  return { put: [...put.toSorted((a, b) => rank(a) - rank(b)), PUBLISH_FILE], remove };
}
