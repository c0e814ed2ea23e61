import type { Check } from '../checks/define-check.ts';
import type { Host } from '../model/host.ts';
import type { SiteIndex } from '../model/site.ts';
import type { SiteSource } from '../views/site-source.ts';
import { SIDECAR_ENDING } from '../review/sidecar.ts';
import type { PublishedAsset } from './assets.ts';
import type { ContentMap } from './content-map.ts';
import { brandBytes } from './page-frames.ts';
import { joinReports, type ContentScan } from './scan-content.ts';
import { createShard, type ScanReport } from './shard.ts';
import { readTocs, siteIndex } from './site-index.ts';
import { siteFiles } from './site-files.ts';
import { siteLookup } from './site-lookup.ts';
import { createSiteSource } from './site-source.ts';

/** A site in one process that follows its files. */
export interface LiveSite {
  readonly map: ContentMap;
  readonly source: SiteSource;
  readonly scan: ContentScan;
  /** A file that stands beside the pages, by its path below the base; undefined when there is none. */
  file(path: string): Uint8Array | string | undefined;
  /** Reads the families of these files again (paths relative to the content root). */
  update(files: readonly string[]): void;
}

/** Reads the whole content; then each change costs what the family costs. */
export function openLiveSite(host: Host, opened: ContentMap, checks: readonly Check[], writeAsset: (asset: PublishedAsset) => void): LiveSite {
  // A first word about an article makes a new file, which is no reason to begin anew.
  const reviews = new Set(opened.inventory.reviews);
  const map = { ...opened, inventory: { ...opened.inventory, reviews } };
  const shard = createShard({ host, map, writeAsset });
  const reports = new Map<string, ScanReport>();
  let scan: ContentScan;
  let index: SiteIndex;
  let others: ReadonlyMap<string, string> | undefined;
  read(map.paths);
  const source = createSiteSource({ map, shard, index: () => Promise.resolve(index), checks, scope: 'all', search: false });
  return {
    map,
    source,
    get scan() {
      return scan;
    },
    file(path) {
      const brand = map.brandFiles.find((candidate) => candidate.path === path);
      if (brand) return brandBytes(host, brand);
      // Few paths look like one of these; only then are they made.
      if (!/\.(?:xml|txt|json|webmanifest)$/.test(path)) return undefined;
      others ??= new Map(siteFiles(siteLookup(index)).map((file) => [file.path, file.text]));
      return others.get(path);
    },
    update(files) {
      for (const file of files) if (file.endsWith(SIDECAR_ENDING)) reviews.add(file);
      const changed = new Set(files.map((file) => (file.endsWith(SIDECAR_ENDING) ? file.slice(0, -SIDECAR_ENDING.length) : file).toLowerCase()));
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
    others = undefined;
  }
}
