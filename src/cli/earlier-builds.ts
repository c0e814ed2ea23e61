import { existsSync } from 'node:fs';
import { foreignFiles } from '../host/site-update.ts';
import type { StagedFolder } from '../host/staged-folder.ts';
import type { Host } from '../model/host.ts';
import { PUBLISH_FILE } from '../model/site-marker.ts';
import { UserError } from '../model/user-error.ts';
import type { EarlierBuilds } from '../project/cache-build.ts';
import { familyDigests } from '../project/cache-digests.ts';
import { openScanCache } from '../project/cache-scan.ts';
import { readPublishedSite, siteUpdate, type PublishedSite } from '../project/cache-site.ts';
import type { ContentMap } from '../project/content-map.ts';
import type { PublishedList, WrittenFile } from '../project/publish-manifest.ts';
import { textDigest } from '../project/text-digest.ts';
import { updatedSite } from '../project/updated-site.ts';
import { compareText } from '../text/compare-text.ts';
import { openCaches, openContentDigests, type CacheTroubles } from './caches.ts';
import { codeDigest } from './code-digest.ts';
import type { SiteUpdater } from './site-updater.ts';

/** @param place the site that is there */
export async function readEarlier(host: Host, map: ContentMap, place: string, updater: SiteUpdater, troubles: CacheTroubles): Promise<EarlierBuilds> {
  const caches = openCaches(troubles);
  const code = codeDigest();
  const look = await updater.lookAtContent();
  const files = openContentDigests(caches, map, look);
  const scan = openScanCache(host, map, caches, code, familyDigests(host, map, files));
  let reading: Promise<PublishedSite | undefined> | undefined;
  return {
    caches,
    code,
    files,
    scan,
    updates: updater,
    foreseen: await updater.foreseen(),
    hasSite: existsSync(`${place}/${PUBLISH_FILE}`),
    readSite: () => (reading ??= readSite(host, place, map.config.base, updater)),
  };
}

async function readSite(host: Host, place: string, base: string, updater: SiteUpdater): Promise<PublishedSite | undefined> {
  const list = readPublishedSite(host, place);
  if (list?.base !== base) return undefined;
  const untouched = new Map<string, WrittenFile>();
  const { digest, touched } = await updater.look();
  const others = new Set(touched);
  // Another build may have written it since: then nothing is known.
  if (digest === textDigest(list.text)) for (const file of list.files) if (!others.has(file.path)) untouched.set(file.path, file);
  return { ...list, untouched };
}

/** A host that shows the folder of the stage as the whole site that it makes of the one that is there. */
export function plannedSite(host: Host, staged: StagedFolder, { files }: PublishedList): Host {
  return updatedSite(host, staged.path, staged.place, [...files.map(({ path }) => path), PUBLISH_FILE].toSorted(compareText));
}

/** Files in the folder of the site that is there which it knows nothing of. */
export function foreignFilesOf({ place }: StagedFolder, site: PublishedSite): readonly string[] {
  return foreignFiles(place, site.files.map(({ path }) => path), PUBLISH_FILE);
}

/**
 * Changes the site that is there to the one whose changed files are staged.
 * @param foreign from {@link foreignFilesOf}
 * @returns what changed, in words
 * @throws {UserError} when another build was there meanwhile
 */
export function updateSite(host: Host, staged: StagedFolder, site: PublishedSite, foreign: readonly string[], next: PublishedList, outName: string): string {
  const now = host.readText(`${staged.place}/${PUBLISH_FILE}`);
  if (now.kind !== 'text' || now.text !== site.text) {
    throw new UserError(`Another build has written ${outName} meanwhile.`, 'Build again when it is done.');
  }
  const update = siteUpdate(site, foreign, host.listFiles(staged.path).files, next.files);
  if (update.put.length > 1 || update.remove.length > 0 || next.text !== now.text) staged.update(update);
  else staged.discard();
  const isPage = (path: string): boolean => path.endsWith('/index.html');
  const changed = update.put.filter(isPage).length;
  return `${changed} ${changed === 1 ? 'page' : 'pages'} changed, ${next.files.filter(({ path }) => isPage(path)).length - changed} kept, ${update.remove.filter(isPage).length} removed`;
}
