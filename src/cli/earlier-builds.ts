import { codeDigest } from '../host/code-digest.ts';
import { foreignFiles, isUntouched } from '../host/site-update.ts';
import type { StagedFolder } from '../host/staged-folder.ts';
import type { Host } from '../model/host.ts';
import { UserError } from '../model/user-error.ts';
import type { EarlierBuilds } from '../project/cache-build.ts';
import { openScanCache } from '../project/cache-scan.ts';
import { readPublishedSite, siteUpdate, type PublishedSite } from '../project/cache-site.ts';
import type { ContentMap } from '../project/content-map.ts';
import { PUBLISH_FILE, type PublishedList } from '../project/publish-manifest.ts';
import { updatedSite } from '../project/updated-site.ts';
import { compareText } from '../text/compare-text.ts';
import { openCaches, openContentDigests, type CacheTroubles } from './caches.ts';

export interface Earlier extends EarlierBuilds {
  readonly published: PublishedSite | undefined;
}

/** @param place the site that is there */
export function readEarlier(host: Host, map: ContentMap, place: string, troubles: CacheTroubles): Earlier {
  const caches = openCaches(troubles);
  const code = codeDigest();
  const published = readPublishedSite(host, place, map.config.base, isUntouched(place, PUBLISH_FILE));
  const files = openContentDigests(caches, map);
  return { caches, code, files, scan: openScanCache(host, map, caches, code, files), site: published?.untouched ?? new Map(), published };
}

/** A host that shows the folder of the stage as the whole site that it makes of the one that is there. */
export function plannedSite(host: Host, staged: StagedFolder, { files }: PublishedList): Host {
  return updatedSite(host, staged.path, staged.place, [...files.map(({ path }) => path), PUBLISH_FILE].toSorted(compareText));
}

/**
 * Changes the site that is there to the one whose changed files are staged.
 * @returns what changed, in words
 * @throws {UserError} when another build was there meanwhile
 */
export function updateSite(host: Host, staged: StagedFolder, site: PublishedSite, next: PublishedList, outName: string): string {
  const now = host.readText(`${staged.place}/${PUBLISH_FILE}`);
  if (now.kind !== 'text' || now.text !== site.text) {
    throw new UserError(`Another build has written ${outName} meanwhile.`, 'Build again when it is done.');
  }
  const update = siteUpdate(site, foreignFiles(staged.place, site.files.map(({ path }) => path), PUBLISH_FILE), host.listFiles(staged.path).files, next.files);
  if (update.put.length > 1 || update.remove.length > 0 || next.text !== now.text) staged.update(update);
  else staged.discard();
  const isPage = (path: string): boolean => path.endsWith('/index.html');
  const changed = update.put.filter(isPage).length;
  return `${changed} ${changed === 1 ? 'page' : 'pages'} changed, ${next.files.filter(({ path }) => isPage(path)).length - changed} kept, ${update.remove.filter(isPage).length} removed`;
}
