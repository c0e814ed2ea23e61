import { readFileSync } from 'node:fs';
import { basename, posix, relative, sep } from 'node:path';
import { writeAtomically } from '../../host/atomic-write.ts';
import { lineHistory } from '../../host/line-history.ts';
import { CONTENT_TYPES } from '../../model/content-types.ts';
import type { Host } from '../../model/host.ts';
import { UserError } from '../../model/user-error.ts';
import type { PublishedAsset } from '../../project/assets.ts';
import type { ContentMap } from '../../project/content-map.ts';
import { createDesk, type Desk } from '../../project/desk.ts';
import { articlePreview } from '../../project/article-preview.ts';
import { createShard } from '../../project/shard.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import type { DeskAppOptions } from './desk-app.ts';
import { deskAsset } from './desk-assets.ts';

/** Time that reading the content may keep an answer waiting, in milliseconds. */
const SLICE = 40;

export interface OpenedDesk extends Pick<DeskAppOptions, 'desk' | 'asset' | 'preview' | 'published'> {
  /** Reads on for a moment; false when everything is read. */
  work(): boolean;
}

/** The desk on a content folder, with what its server needs. */
export function openDesk(host: Host, map: ContentMap, viewsFile: string | undefined): OpenedDesk {
  const views = viewsFile === undefined ? new Map<string, number>() : readViews(viewsFile);
  const assets = new Map<string, PublishedAsset>();
  const shard = createShard({ host, map, writeAsset: (asset) => assets.set(asset.path, asset) });
  const desk: Desk = createDesk({
    host,
    map,
    write: writeAtomically,
    now: () => new Date().toISOString(),
    history: lineHistory,
    views,
    siteTitle: map.config.title['*'] ?? map.config.title[map.config.sourceLocale] ?? basename(map.root),
    pageUrl: undefined,
  });
  return {
    desk,
    asset: deskAsset,
    published(path) {
      const asset = assets.get(path.slice(map.config.base.length));
      return asset && { type: CONTENT_TYPES[posix.extname(asset.path)] ?? 'application/octet-stream', body: Uint8Array.from(asset.bytes) };
    },
    preview: async (locale, path) => {
      const body = await articlePreview(map, shard, locale, path);
      return body && document(body);
    },
    work() {
      const until = performance.now() + SLICE;
      while (performance.now() < until) if (!desk.work(1)) return false;
      return true;
    },
  };
}

function document({ html, lang, dir, title }: { readonly html: string; readonly lang: string; readonly dir: string; readonly title: string }): string {
  return `<!doctype html>\n<html lang="${escapeHtml(lang)}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/styles/index.css"></head><body class="desk-preview"><main class="reading">${html}</main></body></html>\n`;
}

/**
 * Page views from a CSV file whose lines begin with a path and end with a number, in any header's words.
 * @throws {UserError} when the file cannot be read or has no such line
 */
function readViews(file: string): Map<string, number> {
  const views = new Map<string, number>();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UserError(`The page views ${relative(process.cwd(), file).split(sep).join('/')} cannot be read.`, 'Give a CSV file with a path and a number in each line to --views.');
  }
  for (const line of text.split(/\r?\n/)) {
    const [, path, count] = /^"?([^",;]+?)"?[,;].*?"?(\d+)"?$/.exec(line.trim()) ?? [];
    if (path !== undefined && count !== undefined) views.set(path.replace(/^\/+/, ''), Number(count));
  }
  if (views.size === 0) throw new UserError(`${file} has no line with a path and a number.`, 'Write lines such as "guides/mail.md,120".');
  return views;
}
