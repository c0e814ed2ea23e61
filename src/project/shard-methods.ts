import { posix } from 'node:path';
import type { Host } from '../model/host.ts';
import type { SiteIndex } from '../model/site.ts';
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
}

/** What a worker thread does, as calls: scan as often as wanted, then render all that was kept. */
export interface ShardMethods {
  scan(input: { readonly paths: readonly string[]; readonly keep: boolean }): ScanReport;
  /** @returns number of pages written */
  render(input: RenderInput): Promise<number>;
  readonly [name: string]: (input: never) => unknown;
}

export function shardMethods(host: Host, map: ContentMap): ShardMethods {
  let out: string | undefined;
  const shard = createShard({
    host,
    map,
    writeAsset: (asset) => {
      if (out !== undefined) host.writeOutput(posix.join(out, asset.path), asset.bytes);
    },
  });
  return {
    scan: ({ paths, keep }) => shard.scan(paths, keep),
    async render(input) {
      out = input.out;
      shard.setIndex(input.index);
      let written = 0;
      for (const path of shard.kept()) {
        for (const page of await shard.pages(path)) {
          // The home page and MDX pages have layouts or components of their own: Astro renders them.
          const entry = shard.site.page(page.shell.locale.id, path);
          if (!entry || entry.mdx || entry.slug === '') continue;
          const template = input.templates[page.shell.locale.id];
          if (!template) throw new Error(`No article layout for ${page.shell.locale.id}.`);
          host.writeOutput(posix.join(out, pageFile(page.url, map.config.base)), fillTemplate(template, articleSlots(page, uiOf(page.shell.locale))));
          written += 1;
        }
      }
      return written;
    },
  };
}

/** pageFile('/help/vi-vn/a%20b/', '/help/') // => 'vi-vn/a b/index.html' */
export function pageFile(url: string, base: string): string {
  return `${decodeURIComponent(url.slice(base.length))}index.html`;
}
