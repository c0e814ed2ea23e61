import type { SiteConfig } from '../model/site.ts';
import type { Shell } from '../views/shell.ts';

/** Names of the files that every locale has beside its pages. */
export const ATOM_FILE = 'feed.xml';
export const RSS_FILE = 'rss.xml';
export const MANIFEST_FILE = 'manifest.webmanifest';
export const LLMS_FILE = 'llms.txt';

/** What stands around every page of a locale. */
export function frameOf(config: SiteConfig, id: string): Pick<Shell, 'frame' | 'manifestUrl' | 'feeds'> {
  const frame = config.frames[id];
  if (!frame) throw new Error(`No frame for ${id}.`);
  const folder = `${config.base}${id}/`;
  const feeds = config.origin === undefined ? [] : [{ type: 'application/atom+xml', url: folder + ATOM_FILE }, { type: 'application/rss+xml', url: folder + RSS_FILE }];
  return { frame, manifestUrl: folder + MANIFEST_FILE, feeds };
}
