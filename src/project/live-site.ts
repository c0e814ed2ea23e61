import type { Check } from '../checks/define-check.ts';
import type { Host } from '../model/host.ts';
import type { SiteIndex } from '../model/site.ts';
import type { SiteSource } from '../views/site-source.ts';
import type { PublishedAsset } from './assets.ts';
import type { ContentMap } from './content-map.ts';
import { joinReports, type ContentScan } from './scan-content.ts';
import { createShard, type ScanReport } from './shard.ts';
import { readTocs, siteIndex } from './site-index.ts';
import { createSiteSource } from './site-source.ts';

/** A site in one process that follows its files. */
export interface LiveSite {
  readonly map: ContentMap;
  readonly source: SiteSource;
  readonly scan: ContentScan;
  /** Reads the families of these files again (paths relative to the content root). */
  update(files: readonly string[]): void;
}

/** Reads the whole content; then each change costs what the family costs. */
export function openLiveSite(host: Host, map: ContentMap, checks: readonly Check[], writeAsset: (asset: PublishedAsset) => void): LiveSite {
  const shard = createShard({ host, map, writeAsset });
  const reports = new Map<string, ScanReport>();
  let scan: ContentScan;
  let index: SiteIndex;
  read(map.paths);
  const source = createSiteSource({ map, shard, index: () => Promise.resolve(index), checks, scope: 'all', search: false });
  return {
    map,
    source,
    get scan() {
      return scan;
    },
    update(files) {
      const changed = new Set(files.map((file) => file.toLowerCase()));
      const folders = [...map.inventory.locales.values()].map(({ locale }) => (locale.folder === '.' ? '' : `${locale.folder}/`.toLowerCase()));
      read(map.paths.filter((path) => folders.some((folder) => changed.has(folder + path.toLowerCase()))));
    },
  };

  function read(paths: readonly string[]): void {
    for (const path of paths) {
      shard.forget(path);
      reports.set(path, shard.scan([path], false));
    }
    const tocs = readTocs(host, map);
    scan = joinReports([...reports.values()], map, tocs);
    index = siteIndex(map, scan.facts, tocs);
  }
}
