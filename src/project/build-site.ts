import type { Check } from '../checks/define-check.ts';
import type { Host } from '../model/host.ts';
import type { LayoutCache } from '../model/layout-cache.ts';
import { indexParts, type IndexFiles, type SearchRecord } from '../model/search.ts';
import type { SiteIndex } from '../model/site.ts';
import { splitTemplate, type Template } from '../views/slots.ts';
import type { TemplateLayout } from '../views/page-slots.ts';
import type { SiteSource } from '../views/site-source.ts';
import type { PublishedAsset } from './assets.ts';
import { foreseeRecord, indexChanged, keepIndexes, keepListingFiles, keptListingFiles, type EarlierBuilds, type EarlierSite } from './cache-build.ts';
import { openPagesCache, pagesKey, type FamilyOutput, type PagesCache } from './cache-pages.ts';
import { keepIndexFolders, partFinder, writeSearchRecords } from './cache-search.ts';
import type { ScanCache } from './cache-scan.ts';
import type { ContentMap } from './content-map.ts';
import { layoutKey, type KnownLayoutKey } from './layout-key.ts';
import { sectionFiles } from './render-sections.ts';
import { scanContent, type ContentScan, type ShardPool } from './scan-content.ts';
import { createShard } from './shard.ts';
import { searchFiles } from './search-files.ts';
import { recordWrites, writtenFile, type WrittenFile } from './publish-manifest.ts';
import { redirectFiles } from './redirects-files.ts';
import { siteRedirects } from './redirects.ts';
import type { RecordInput, RenderInput, RenderReport } from './shard-methods.ts';
import { keepOnly } from './shard-part.ts';
import { brandBytes } from './page-frames.ts';
import { siteFiles } from './site-files.ts';
import { siteIndex, readTocs } from './site-index.ts';
import { siteLookup } from './site-lookup.ts';
import { textDigest } from './text-digest.ts';
import type { TextFile } from './text-file.ts';
import { createSiteSource } from './site-source.ts';
import { reviewFiles } from './review-files.ts';
import { contentStatus } from './status.ts';
import { statusFiles } from './status-files.ts';

export interface BuildOptions {
  readonly host: Host;
  readonly map: ContentMap;
  readonly checks: readonly Check[];
  readonly pool: ShardPool & { prepare(wanted: () => boolean): Promise<void>; render(input: RenderInput, take: (report: RenderReport) => Promise<void>): Promise<void>; retire(): Promise<void>; record?(input: RecordInput): Promise<SearchRecord | undefined> };
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
  /** Families whose pages are written here, where several machines build the site; sorted. Default: all. */
  readonly part?: readonly string[] | undefined;
  /** Folder for everything that is no page of an article; default `out`. */
  readonly restOut?: string | undefined;
  /** What may be taken from earlier builds; absent: all pages are written. Not with {@link part}. */
  readonly earlier?: EarlierBuilds | undefined;
  /** What earlier scans found out; default that of `earlier`. */
  readonly known?: ScanCache | undefined;
  readonly onStep: (step: BuildStep) => void;
  /** Called when all findings are known, while pages are rendered or indexes made elsewhere. */
  readonly onScan?: (scan: ContentScan) => void;
}

export interface SearchSink {
  /** Takes records in path order; resolves when it can take more. */
  add(records: readonly SearchRecord[]): Promise<void>;
  /** Says that records will come, of about so many parts. */
  prepare(parts: number): unknown;
  /** Makes the indexes below a folder. */
  write(out: string): Promise<readonly IndexFiles[]>;
}

export type BuildStep = { readonly kind: 'scan'; readonly done: number; readonly of: number } | { readonly kind: 'layouts' } | { readonly kind: 'pages' };

export interface BuiltSite {
  readonly scan: ContentScan;
  readonly index: SiteIndex;
  readonly pages: number;
  /** Files of the site that is there that stay as they are; undefined: the folder written to holds all. */
  readonly kept: readonly WrittenFile[] | undefined;
  /** Redirects that are published. */
  readonly redirects: number;
  /** Files that were written here or in the workers; paths below {@link BuildOptions.out}. */
  readonly files: readonly WrittenFile[];
  /** Files that {@link BuildOptions.renderSite} wrote; paths below {@link BuildOptions.restOut}. */
  readonly rendered: readonly string[];
}

/**
 * Builds the whole site into a folder. Astro renders layouts and single pages while the workers read the
 * content; then the workers fill the layouts with their articles (DESIGN.md §5).
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const { map, out } = options;
  const rest = options.restOut ?? out;
  const { earlier: builds, known = builds?.scan } = options;
  // Set when the site that is there is changed in place.
  let unchanged: ((file: string, content: string | Uint8Array) => boolean) | undefined;
  const { host, take } = recordWrites({ ...options.host, writeOutput: (file, content) => (unchanged?.(file, content) ? undefined : options.host.writeOutput(file, content)) });
  const pool = options.part ? keepOnly(options.pool, new Set(options.part)) : options.pool;
  const tocs = readTocs(host, map);
  const scanning = scanContent(pool, map, tocs, { keep: true, cache: known && { ...known, save: () => {} }, onProgress: (done) => options.onStep({ kind: 'scan', done, of: map.paths.length }) });
  const indexing = scanning.then((scan) => siteIndex(map, scan.facts, tocs));
  // Awaited below; a failure before that must not end the process as nobody's.
  indexing.catch(() => {});
  const foreseen = options.search && builds?.foreseen;
  if (foreseen) void indexing.then(async (index) => {
    const record = await pool.record?.({ index, ...foreseen });
    if (record) await foreseeRecord(foreseen.path, record, out, builds);
  }).catch(() => {});
  const parts = map.config.locales.reduce((sum, { id }) => sum + indexParts(map.inventory.locales.get(id)?.articles.length ?? 0), 0);
  if (!builds?.hasSite) options.search?.prepare(parts);
  let waiting = true;
  const preparing = scanning.then(() => pool.prepare(() => waiting));
  preparing.catch(() => {});
  // Written at the end: the cache takes the folder as Astro left it.
  const assets: PublishedAsset[] = [];
  const shard = createShard({ host, map, writeAsset: (asset) => assets.push(asset) });
  const source = createSiteSource({ map, shard, index: () => indexing, checks: options.checks, scope: 'rest', search: options.search !== undefined });
  // The index of the site is made of these, and many times as large.
  const contentDigest = builds && indexing.then(() => textDigest(JSON.stringify([builds.scan.names, builds.scan.facts(), tocs])));
  contentDigest?.catch(() => {});
  await renderLayouts(options, source, indexing, async () => builds && { caches: builds.caches, config: map.config, index: (await contentDigest) ?? '' });
  waiting = false;
  // Nothing else has been written yet.
  const rendered = options.host.listFiles(rest).files;
  options.onStep({ kind: 'layouts' });
  const [scan, index] = await Promise.all([scanning, indexing]);
  // Not before it is wanted: what an edit changes in the search index waits for the index of the site.
  const earlier: EarlierSite | undefined = builds && { ...builds, site: (await builds.readSite())?.untouched ?? new Map() };
  const templates = (layout: TemplateLayout): Record<string, Template> =>
    Object.fromEntries(map.config.locales.map(({ id }) => [id, splitTemplate(options.takeLayout(rest, layout, id))]));
  const site = siteLookup(index);
  const article = templates('article');
  const input: RenderInput = { index, templates: article, out, search: options.search !== undefined };
  const pagesCache = earlier && openPagesCache({
    files: earlier.files, map, site,
    digests: earlier.scan.digests,
    index: (await contentDigest) ?? '',
    caches: earlier.caches,
    key: pagesKey(earlier.code, index, article, input.search ? map.config.locales.map(({ id }) => site.searchParts(id)) : undefined),
    isThere: ({ path, hash }) => earlier.site.get(path)?.hash === hash,
    search: input.search,
  });
  // Where little stays, the whole site is as quickly written anew.
  const keptFamilies: PagesCache['kept'] = pagesCache && pagesCache.kept.size > map.paths.length / 2 ? pagesCache.kept : new Map();
  const isUpdate = keptFamilies.size > 0;
  if (!isUpdate) options.search?.prepare(parts);
  // Else while others work.
  if (!isUpdate || !options.search) known?.save();
  if (earlier && isUpdate) unchanged = (file, content) => earlier.site.get(file.slice(out.length + 1))?.hash === writtenFile(file, Buffer.from(content)).hash;
  // What was not scanned now, no worker has kept.
  const only = pagesCache ? map.paths.filter((path) => !keptFamilies.has(path)) : known && options.part;
  let pages = 0;
  const files: WrittenFile[] = [];
  const outputs = new Map<string, FamilyOutput | undefined>(map.paths.map((path) => [path, keptFamilies.get(path)]));
  for (const output of keptFamilies.values()) pages += output.pages;
  const fresh = new Map<string, readonly SearchRecord[]>();
  const store = earlier && !isUpdate && options.search ? writeSearchRecords(earlier.caches, earlier.code) : undefined;
  const records = inOrder(options.part ?? map.paths, async (found) => {
    if (store) for (const [path, some] of found) for (const record of some) store.add(path, record, outputs.get(path)?.search[record.locale] ?? '');
    await options.search?.add(found.flatMap(([, some]) => some));
  });
  const rendering = pool.render({ ...input, only }, async (report) => {
    pages += report.pages;
    for (const file of report.files) files.push(file);
    pagesCache?.keep(report.families);
    for (const { path, ...output } of report.families) outputs.set(path, output);
    if (isUpdate) for (const [path, some] of report.records) fresh.set(path, some);
    else await records(report.records);
  });
  rendering.catch(() => {});
  options.onStep({ kind: 'pages' });
  if (!isUpdate) options.onScan?.(scan);
  const { redirects } = siteRedirects(map, scan.facts);
  for (const asset of assets) host.writeOutput(`${rest}/${asset.path}`, asset.bytes);
  const listings = templates('section');
  const keptListings = earlier && pagesCache && isUpdate ? keptListingFiles(earlier, pagesCache, listings) : undefined;
  const listed = new Set<string>();
  for (const file of keptListings ? [] : listingFiles()) {
    listed.add(file.path);
    host.writeOutput(`${rest}/${file.path}`, file.text);
  }
  for (const file of map.brandFiles) host.writeOutput(`${rest}/${file.path}`, brandBytes(host, file));
  if (map.config.statusPage) {
    const status = contentStatus(host, map, scan, earlier && { caches: earlier.caches, code: earlier.code, digests: earlier.scan.digests });
    for (const file of statusFiles(site, status, listings[map.config.sourceLocale] ?? [], options.history ?? '')) host.writeOutput(`${rest}/${file.path}`, file.text);
  }
  if (map.config.review) for (const file of reviewFiles(host, map, scan, options.checks)) host.writeOutput(`${rest}/${file.path}`, file.text);
  for (const file of redirectFiles(map.config, redirects)) host.writeOutput(`${rest}/${file.path}`, file.text);
  await Promise.all([preparing, rendering]);
  const written = take(rest);
  if (pagesCache && !keptListings) keepListingFiles(pagesCache, listings, written.filter(({ path }) => listed.has(path)));
  const kept = await finishIncrementally();
  return { scan, index, pages, kept, redirects: redirects.length, rendered, files: [...files, ...(rest === out ? written : [])] };

  /** Pages and files that are made of the index of the site alone. */
  function* listingFiles(): Generator<TextFile> {
    yield* sectionFiles(site, map, listings);
    yield* siteFiles(site);
    if (options.search) yield* searchFiles(site);
  }

  /** Makes the search indexes, and notes for later builds what this one has made. */
  async function finishIncrementally(): Promise<WrittenFile[] | undefined> {
    if (!earlier || !pagesCache) {
      if (options.search) for (const { written } of await whileRetiring(options.search.write(out))) files.push(...written);
      return undefined;
    }
    const complete = new Map([...outputs].flatMap(([path, output]) => (output ? [[path, output] as const] : [])));
    const kept = [...[...keptFamilies.values()].flatMap((output) => output.files), ...(keptListings ?? [])];
    const search = options.search;
    if (search) {
      store?.commit();
      const indexed = { searchParts: site.searchParts, partOf: partFinder(), earlier, pages: pagesCache, outputs: complete };
      const indexes = isUpdate
        ? await indexChanged({ ...indexed, map, fresh, renderAgain, out, meanwhile })
        : { made: await whileRetiring(earlier.updates.drop().then(() => search.write(out))), kept: [] };
      const made = keepIndexes(indexes.made, indexed);
      keepIndexFolders(earlier.caches, earlier.code, map.config.locales.map(({ id, folder }) => ({ folder, locale: id, parts: site.searchParts(id) })));
      files.push(...made.written);
      kept.push(...indexes.kept, ...made.kept);
    }
    pagesCache.save();
    if (!isUpdate || !search) earlier.files.save();
    if (!isUpdate) return undefined;
    const stays = new Set(kept.map(({ path }) => path));
    for (const { path, hash } of written) if (earlier.site.get(path)?.hash === hash) stays.add(path);
    // In their order, which is that of the list to be written.
    return [...earlier.site.values()].filter(({ path }) => stays.has(path));
  }

  async function meanwhile(): Promise<void> {
    options.onScan?.(scan);
    known?.save();
    earlier?.files.save();
    await pool.retire();
  }

  /** What the threads hold is more than the indexes take, and they give most of it back before an index has grown. */
  async function whileRetiring<Value>(working: Promise<Value>): Promise<Value> {
    const [value] = await Promise.all([working, pool.retire()]);
    return value;
  }

  async function renderAgain(paths: readonly string[]): Promise<ReadonlyMap<string, readonly SearchRecord[]>> {
    const again = new Map<string, readonly SearchRecord[]>();
    await pool.render({ ...input, only: paths }, async (report) => {
      for (const file of report.files) files.push(file);
      for (const [path, some] of report.records) again.set(path, some);
    });
    return again;
  }
}

/**
 * Astro's part. Whether it was done before is known only when the content has been read, so that with an empty
 * cache it is done meanwhile.
 */
async function renderLayouts({ layouts, renderSite, map, out: pagesOut, restOut: out = pagesOut }: BuildOptions, source: SiteSource, indexing: Promise<SiteIndex>, known: () => Promise<KnownLayoutKey | undefined>): Promise<void> {
  if (!layouts) return renderSite(source, out);
  const rendering = layouts.cache.isEmpty() ? renderSite(source, out) : undefined;
  await Promise.all([rendering, indexing]);
  const key = await layoutKey(source, map.config.locales.map(({ id }) => id), layouts.code(), await known());
  if (!rendering) {
    if (layouts.cache.restore(key, out)) return;
    await renderSite(source, out);
  }
  layouts.cache.save(key, out);
}

/** Hands on what the shards report in the order of the paths: an index depends on the order of its records. */
function inOrder(paths: readonly string[], take: (records: RenderReport['records']) => Promise<void>): (reports: RenderReport['records']) => Promise<void> {
  const waiting = new Map<string, readonly SearchRecord[]>();
  let next = 0;
  return async (reports) => {
    for (const [path, records] of reports) waiting.set(path, records);
    const ready: [string, readonly SearchRecord[]][] = [];
    for (let path = paths[next]; path !== undefined && waiting.has(path); path = paths[next]) {
      ready.push([path, waiting.get(path) ?? []]);
      waiting.delete(path);
      next += 1;
    }
    await take(ready);
  };
}
