import { posix } from 'node:path';
import type { Host } from '../model/host.ts';
import type { SearchRecord } from '../model/search.ts';
import type { SiteIndex } from '../model/site.ts';
import type { ArticlePage } from '../views/article-page.ts';
import { articleSlots } from '../views/article-slots.ts';
import { fillTemplate, type Template } from '../views/slots.ts';
import type { ContentMap } from './content-map.ts';
import { createShard, type ScanReport } from './shard.ts';
import { uiOf } from './ui-of.ts';

export interface RenderInput {
  readonly index: SiteIndex;
  /** The article layout of each locale. */
  readonly templates: Readonly<Record<string, Template>>;
  /** Folder that the pages are written to. */
  readonly out: string;
  /** Whether the records of the search index are wanted. */
  readonly search: boolean;
}

/** What came of rendering some families. */
export interface RenderReport {
  /** Number of pages written. */
  readonly pages: number;
  /** Records by family path, for every family rendered; empty lists without search. */
  readonly records: readonly (readonly [path: string, records: readonly SearchRecord[]])[];
  /** Whether nothing is left to render. */
  readonly done: boolean;
}

/** What a worker thread does, as calls: scan as often as wanted, then render all that was kept, some at a time. */
export interface ShardMethods {
  scan(input: { readonly paths: readonly string[]; readonly keep: boolean }): ScanReport;
  /** Does some of the work ahead of rendering, for which the other shards and the layouts need not be ready. True when none is left. */
  prepareNext(input: { readonly families: number }): boolean;
  startRender(input: RenderInput): void;
  /** Renders the next of the kept families. */
  renderNext(input: { readonly families: number }): Promise<RenderReport>;
  readonly [name: string]: (input: never) => unknown;
}

export function shardMethods(host: Host, map: ContentMap): ShardMethods {
  let unprepared: string[] | undefined;
  let rendering: { readonly input: RenderInput; readonly paths: string[] } | undefined;
  const shard = createShard({
    host,
    map,
    writeAsset: (asset) => {
      if (rendering) host.writeOutput(posix.join(rendering.input.out, asset.path), asset.bytes);
    },
  });
  return {
    scan: ({ paths, keep }) => shard.scan(paths, keep),
    prepareNext({ families }) {
      unprepared ??= [...shard.kept()].reverse();
      for (const path of unprepared.splice(-families).reverse()) shard.prepare(path);
      return unprepared.length === 0;
    },
    startRender(input) {
      shard.setIndex(input.index);
      // What includes bring in later belongs to another shard.
      rendering = { input, paths: [...shard.kept()].reverse() };
    },
    async renderNext({ families }) {
      const records: [string, readonly SearchRecord[]][] = [];
      let pages = 0;
      if (!rendering) throw new Error('The shard has not been told to render.');
      const { input, paths } = rendering;
      while (records.length < families) {
        const path = paths.pop();
        if (path === undefined) break;
        const rendered = await shard.pages(path);
        for (const page of rendered) pages += writePage(path, page, input);
        records.push([path, input.search ? rendered.flatMap((page) => shard.searchRecord(path, page) ?? []) : []]);
      }
      return { pages, records, done: paths.length === 0 };
    },
  };

  function writePage(path: string, page: ArticlePage, { out, templates }: RenderInput): number {
    // The home page and MDX pages have layouts or components of their own: Astro renders them.
    const entry = shard.site.page(page.shell.locale.id, path);
    if (!entry || entry.mdx || entry.slug === '') return 0;
    const template = templates[page.shell.locale.id];
    if (!template) throw new Error(`No article layout for ${page.shell.locale.id}.`);
    host.writeOutput(posix.join(out, pageFile(page.url, map.config.base)), fillTemplate(template, articleSlots(page, uiOf(page.shell.locale))));
    return 1;
  }
}

/** pageFile('/help/vi-vn/a%20b/', '/help/') // => 'vi-vn/a b/index.html' */
export function pageFile(url: string, base: string): string {
  return `${decodeURIComponent(url.slice(base.length))}index.html`;
}
