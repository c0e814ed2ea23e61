import { posix } from 'node:path';
import { writeAtomically } from '../../host/atomic-write.ts';
import { lineHistory } from '../../host/line-history.ts';
import { CONTENT_TYPES } from '../../model/content-types.ts';
import type { Host } from '../../model/host.ts';
import type { ArticlePreview } from '../../project/article-preview.ts';
import type { PublishedAsset } from '../../project/assets.ts';
import type { BaselineEntry } from '../../project/baseline.ts';
import type { ContentMap } from '../../project/content-map.ts';
import { createDesk } from '../../project/desk.ts';
import { deskExchange } from '../../project/desk-exchange.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { version } from '../version.ts';
import { contentFence } from './content-fence.ts';
import type { DeskAppOptions } from './desk-app.ts';
import { deskAsset } from './desk-assets.ts';
import { longPaths } from './long-paths.ts';
import { readViews } from './read-views.ts';

/** Time that reading the content may keep an answer waiting, in milliseconds. */
const SLICE = 40;

export interface OpenedDesk extends Pick<DeskAppOptions, 'desk' | 'exchange' | 'asset' | 'preview' | 'published'> {
  /** Reads on for a moment; false when everything is read. */
  work(): boolean;
  close(): Promise<void>;
}

export interface DeskFiles {
  /** CSV file of page views. */
  readonly views: string | undefined;
  readonly baseline: readonly BaselineEntry[];
}

/** The desk on a content folder, with what its server needs. */
export function openDesk(machine: Host, map: ContentMap, files: DeskFiles): OpenedDesk {
  const inside = contentFence(machine, map);
  const long = longPaths(map);
  const assets = new Map<string, PublishedAsset>();
  const write = (file: string, text: string, expected: string | undefined): 'written' | 'changed' => {
    inside.check(file);
    return writeAtomically(file, text, expected);
  };
  const now = (): string => new Date().toISOString();
  const desk = createDesk({
    host: inside.host,
    map,
    baseline: files.baseline,
    write,
    now,
    history: lineHistory,
    views: files.views === undefined ? new Map<string, number>() : readViews(files.views, map),
    writeAsset: (asset) => assets.set(asset.path, asset),
    pageUrl: undefined,
    long,
  });
  return {
    desk,
    exchange: deskExchange({ host: inside.host, map, desk, baseline: files.baseline, write, now, version: version() }),
    asset: deskAsset,
    published(path) {
      const { base } = map.config;
      const asset = path.startsWith(base) ? assets.get(path.slice(base.length)) : undefined;
      return asset && { type: CONTENT_TYPES[posix.extname(asset.path)] ?? 'application/octet-stream', body: Uint8Array.from(asset.bytes) };
    },
    preview: async (locale, path, ordinal) => {
      const page = await desk.preview(locale, path, ordinal);
      return page && document(page);
    },
    close: () => long.close(),
    work() {
      const until = performance.now() + SLICE;
      while (performance.now() < until) if (!desk.work(1)) return false;
      return true;
    },
  };
}

function document({ html, lang, dir, title, isPart }: ArticlePreview & { readonly isPart: boolean }): string {
  return `<!doctype html>\n<html lang="${escapeHtml(lang)}" dir="${dir}"${isPart ? ' data-part' : ''}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/styles/index.css"></head><body class="desk-preview"><main class="reading">${html}</main></body></html>\n`;
}
