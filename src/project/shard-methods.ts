import { posix } from 'node:path';
import type { Host } from '../model/host.ts';
import type { SearchRecord } from '../model/search.ts';
import type { SiteIndex } from '../model/site.ts';
import type { ArticlePage } from '../views/article-page.ts';
import { articleSlots } from '../views/article-slots.ts';
import type { Template } from '../views/slots.ts';
import type { ContentMap } from './content-map.ts';
import type { PublishedAsset } from './assets.ts';
import type { FamilyRender } from './cache-pages.ts';
import { searchDigest } from './cache-search.ts';
import { createTextEncoding } from './encode-text.ts';
import { recordWrites, writtenFile, type WrittenFile } from './publish-manifest.ts';
import { createShard, type FamilyScan, type ScanReport } from './shard.ts';
import { uiOf } from './ui-of.ts';

export interface RenderInput {
  readonly index: SiteIndex;
  /** The article layout of each locale. */
  readonly templates: Readonly<Record<string, Template>>;
  /** Folder that the pages are written to. */
  readonly out: string;
  /** Whether the records of the search index are wanted. */
  readonly search: boolean;
  /** Families to render; absent: those that the shards have kept. */
  readonly only?: readonly string[] | undefined;
}

export interface RecordInput {
  readonly index: SiteIndex;
  readonly locale: string;
  readonly path: string;
}

/** What came of rendering some families. */
export interface RenderReport {
  /** Number of pages written. */
  readonly pages: number;
  /** Records by family path, for every family rendered; empty lists without search. */
  readonly records: readonly (readonly [path: string, records: readonly SearchRecord[]])[];
  /** What was written since the last report; paths below {@link RenderInput.out}. */
  readonly files: readonly WrittenFile[];
  /** What was rendered, to be kept for later builds; empty unless {@link RenderInput.only} is given. */
  readonly families: readonly FamilyRender[];
}

/** What a worker thread does, as calls: scan as often as wanted, then render, some families at a time. */
export interface ShardMethods {
  scan(input: { readonly paths: readonly string[]; readonly keep: boolean }): ScanReport;
  scanEach(input: { readonly paths: readonly string[]; readonly keep: boolean }): readonly FamilyScan[];
  /** Does some of the work ahead of rendering, for which the other shards and the layouts need not be ready. True when none is left. */
  prepareNext(input: { readonly families: number }): boolean;
  /** Gives the families that the shard has kept and will render. */
  startRender(input: RenderInput): readonly string[];
  /** Renders families, whether they were kept or not; must follow {@link startRender}. */
  renderPaths(input: { readonly paths: readonly string[] }): Promise<RenderReport>;
  /** What search learns about a page, ahead of rendering it. */
  record(input: RecordInput): Promise<SearchRecord | undefined>;
  readonly [name: string]: (input: never) => unknown;
}

export function shardMethods(host: Host, map: ContentMap): ShardMethods {
  let unprepared: string[] | undefined;
  let rendering: RenderInput | undefined;
  const recorder = recordWrites(host);
  const encoding = createTextEncoding();
  const assetFiles = new Map<string, WrittenFile>();
  const early: PublishedAsset[] = [];
  let recording: Promise<unknown> | undefined;
  const shard = createShard({
    host,
    map,
    writeAsset: (asset) => {
      if (rendering) writeAsset(asset, rendering);
      else early.push(asset);
    },
  });
  return {
    scan: ({ paths, keep }) => shard.scan(paths, keep),
    scanEach: ({ paths, keep }) => shard.scanEach(paths, keep),
    prepareNext({ families }) {
      unprepared ??= [...shard.kept()].reverse();
      for (const path of unprepared.splice(-families).reverse()) shard.prepare(path);
      return unprepared.length === 0;
    },
    startRender(input) {
      shard.setIndex(input.index);
      // What includes bring in later belongs to another shard.
      const only = input.only && new Set(input.only);
      rendering = input;
      return [...shard.kept()].filter((path) => only?.has(path) ?? true);
    },
    async renderPaths({ paths }) {
      if (!rendering) throw new Error('The shard has not been told to render.');
      // What one page asks for and shows must not be put down to another family.
      await recording;
      return render(paths, rendering);
    },
    record(input) {
      const made = record(input);
      recording = made.catch(() => {});
      return made;
    },
  };

  async function record({ index, locale, path }: RecordInput): Promise<SearchRecord | undefined> {
    shard.setIndex(index);
    const [page] = await shard.pages(path, locale);
    return page && shard.searchRecord(path, page);
  }

  function writeAsset({ path, bytes }: PublishedAsset, { out }: RenderInput): void {
    recorder.host.writeOutput(posix.join(out, path), bytes);
  }

  async function render(paths: readonly string[], input: RenderInput): Promise<RenderReport> {
    const records: [string, readonly SearchRecord[]][] = [];
    const families: FamilyRender[] = [];
    for (const asset of early.splice(0)) writeAsset(asset, input);
    // Of no family: those that show them say so.
    const files = recorder.take(input.out);
    let pages = 0;
    for (const path of paths) {
      const seen = input.only && shard.watch(path);
      const rendered = await shard.pages(path);
      const written = rendered.reduce((sum, page) => sum + writePage(path, page, input), 0);
      const found = input.search ? rendered.flatMap((page) => shard.searchRecord(path, page) ?? []) : [];
      pages += written;
      records.push([path, found]);
      const taken = recorder.take(input.out);
      for (const file of taken) files.push(file);
      if (seen) families.push({ path, pages: written, ...outputOf(taken, found, seen()) });
    }
    return { pages, records, files, families };
  }

  /** Assets are written once by a shard, and shown on many pages. */
  function outputOf(written: readonly WrittenFile[], records: readonly SearchRecord[], { dependencies, assets }: ReturnType<ReturnType<typeof shard.watch>>): Omit<FamilyRender, 'path' | 'pages'> {
    const pages = written.filter(({ path }) => !assets.some((asset) => asset.path === path));
    return { files: [...pages, ...assets.map(hashed)], search: Object.fromEntries(records.map((record) => [record.locale, searchDigest(record)])), dependencies };
  }

  function hashed(asset: PublishedAsset): WrittenFile {
    const known = assetFiles.get(asset.path) ?? writtenFile(asset.path, asset.bytes);
    assetFiles.set(asset.path, known);
    return known;
  }

  function writePage(path: string, page: ArticlePage, { out, templates }: RenderInput): number {
    // The home page and MDX pages have layouts or components of their own: Astro renders them.
    const entry = shard.site.page(page.shell.locale.id, path);
    if (!entry || entry.mdx || entry.slug === '') return 0;
    const template = templates[page.shell.locale.id];
    if (!template) throw new Error(`No article layout for ${page.shell.locale.id}.`);
    recorder.host.writeOutput(posix.join(out, pageFile(page.url, map.config.base)), encoding.page(template, articleSlots(page, uiOf(page.shell.locale))));
    return 1;
  }
}

/** pageFile('/help/vi-vn/a%20b/', '/help/') // => 'vi-vn/a b/index.html' */
export function pageFile(url: string, base: string): string {
  return `${decodeURIComponent(url.slice(base.length))}index.html`;
}
