import type { Check } from '../checks/define-check.ts';
import type { Host } from '../model/host.ts';
import type { LayoutCache } from '../model/layout-cache.ts';
import type { SearchRecord } from '../model/search.ts';
import type { SiteIndex } from '../model/site.ts';
import { splitTemplate, type Template } from '../views/slots.ts';
import type { TemplateLayout } from '../views/page-slots.ts';
import type { SiteSource } from '../views/site-source.ts';
import type { PublishedAsset } from './assets.ts';
import type { ContentMap } from './content-map.ts';
import { layoutKey } from './layout-key.ts';
import { sectionFiles } from './render-sections.ts';
import { scanContent, type ContentScan, type ShardPool } from './scan-content.ts';
import { createShard } from './shard.ts';
import { searchFiles } from './search-files.ts';
import type { RenderInput, RenderReport } from './shard-methods.ts';
import { brandBytes } from './page-frames.ts';
import { siteFiles } from './site-files.ts';
import { siteIndex, readTocs } from './site-index.ts';
import { siteLookup } from './site-lookup.ts';
import { createSiteSource } from './site-source.ts';
import { contentStatus } from './status.ts';
import { statusFiles } from './status-files.ts';

export interface BuildOptions {
  readonly host: Host;
  readonly map: ContentMap;
  readonly checks: readonly Check[];
  readonly pool: ShardPool & { prepare(wanted: () => boolean): Promise<void>; render(input: RenderInput, take: (report: RenderReport) => Promise<void>): Promise<void> };
  /** Where the search records go; undefined: the site has no search. */
  readonly search: SearchSink | undefined;
  /** Renders all pages of a source and the styles into a folder. */
  readonly renderSite: (source: SiteSource, out: string) => Promise<void>;
  /** What Astro rendered before; undefined: it renders anew. */
  readonly layouts: { readonly cache: LayoutCache; readonly code: () => string } | undefined;
  /** Takes a rendered layout out of the folder again. */
  readonly takeLayout: (out: string, layout: TemplateLayout, locale: string) => string;
  /** Text of the history file, for the trend on the status page. */
  readonly history?: string | undefined;
  /** Folder to write to; empty. */
  readonly out: string;
  readonly onStep: (step: BuildStep) => void;
}

export interface SearchSink {
  /** Takes records in path order; resolves when it can take more. */
  add(records: readonly SearchRecord[]): Promise<void>;
  write(out: string): Promise<void>;
}

export type BuildStep = { readonly kind: 'scan'; readonly done: number; readonly of: number } | { readonly kind: 'layouts' } | { readonly kind: 'pages' };

export interface BuiltSite {
  readonly scan: ContentScan;
  readonly index: SiteIndex;
  readonly pages: number;
}

/**
 * Builds the whole site into a folder. Astro renders layouts and single pages while the workers read the
 * content; then the workers fill the layouts with their articles (DESIGN.md §5).
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const { host, map, pool, out } = options;
  const tocs = readTocs(host, map);
  const scanning = scanContent(pool, map, tocs, { keep: true, onProgress: (done) => options.onStep({ kind: 'scan', done, of: map.paths.length }) });
  const indexing = scanning.then((scan) => siteIndex(map, scan.facts, tocs));
  // Awaited below; a failure before that must not end the process as nobody's.
  indexing.catch(() => {});
  let waiting = true;
  const preparing = scanning.then(() => pool.prepare(() => waiting));
  preparing.catch(() => {});
  // Written at the end: the cache takes the folder as Astro left it.
  const assets: PublishedAsset[] = [];
  const shard = createShard({ host, map, writeAsset: (asset) => assets.push(asset) });
  const source = createSiteSource({ map, shard, index: () => indexing, checks: options.checks, scope: 'rest', search: options.search !== undefined });
  await renderLayouts(options, source, indexing);
  waiting = false;
  options.onStep({ kind: 'layouts' });
  const [scan, index] = await Promise.all([scanning, indexing]);
  const templates = (layout: TemplateLayout): Record<string, Template> =>
    Object.fromEntries(map.config.locales.map(({ id }) => [id, splitTemplate(options.takeLayout(out, layout, id))]));
  let pages = 0;
  const records = inOrder(map.paths, (found) => options.search?.add(found));
  const rendering = pool.render({ index, templates: templates('article'), out, search: options.search !== undefined }, async (report) => {
    pages += report.pages;
    await records(report.records);
  });
  rendering.catch(() => {});
  options.onStep({ kind: 'pages' });
  const site = siteLookup(index);
  for (const asset of assets) host.writeOutput(`${out}/${asset.path}`, asset.bytes);
  const listings = templates('section');
  for (const file of sectionFiles(site, map, listings)) host.writeOutput(`${out}/${file.path}`, file.text);
  for (const file of map.brandFiles) host.writeOutput(`${out}/${file.path}`, brandBytes(host, file));
  if (map.config.statusPage) {
    const status = contentStatus(host, map, scan);
    for (const file of statusFiles(site, status, listings[map.config.sourceLocale] ?? [], options.history ?? '')) host.writeOutput(`${out}/${file.path}`, file.text);
  }
  for (const file of siteFiles(site)) host.writeOutput(`${out}/${file.path}`, file.text);
  if (options.search) for (const file of searchFiles(site)) host.writeOutput(`${out}/${file.path}`, file.text);
  await Promise.all([preparing, rendering]);
  await options.search?.write(out);
  return { scan, index, pages };
}

/**
 * Astro's part. Whether it was done before is known only when the content has been read, so that with an empty
 * cache it is done meanwhile.
 */
async function renderLayouts({ layouts, renderSite, map, out }: BuildOptions, source: SiteSource, indexing: Promise<SiteIndex>): Promise<void> {
  if (!layouts) return renderSite(source, out);
  const rendering = layouts.cache.isEmpty() ? renderSite(source, out) : undefined;
  await Promise.all([rendering, indexing]);
  const key = await layoutKey(source, map.config.locales.map(({ id }) => id), layouts.code());
  if (!rendering) {
    if (layouts.cache.restore(key, out)) return;
    await renderSite(source, out);
  }
  layouts.cache.save(key, out);
}

/** Hands on what the shards report in the order of the paths: an index depends on the order of its records. */
function inOrder(paths: readonly string[], take: (records: readonly SearchRecord[]) => Promise<void> | undefined): (reports: RenderReport['records']) => Promise<void> {
  const waiting = new Map<string, readonly SearchRecord[]>();
  let next = 0;
  return async (reports) => {
    for (const [path, records] of reports) waiting.set(path, records);
    const ready: SearchRecord[] = [];
    for (let path = paths[next]; path !== undefined && waiting.has(path); path = paths[next]) {
      ready.push(...(waiting.get(path) ?? []));
      waiting.delete(path);
      next += 1;
    }
    await take(ready);
  };
}
