import { hash } from 'node:crypto';
import { imageSize } from 'image-size';
import type { Host } from '../model/host.ts';
import { isPassiveSvg } from './is-passive-svg.ts';

/** A file of the content that is published beside the pages. */
export interface PublishedAsset {
  /** Path below the output folder: `assets/diagram.1f0a2b3c.png`. Changes with the bytes, so that it may be cached for ever. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Size in CSS pixels, when the file is an image that says so. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export interface Assets {
  /** The published form of a file of the content (path relative to the content root); undefined when it is not published. */
  publish(file: string): PublishedAsset | undefined;
}

/**
 * Kinds of files that a browser shows or saves and never runs. HTML and scripts are not among them; SVG is
 * published only when nothing in it can act (see {@link isPassiveSvg}).
 */
const PUBLISHED = /\.(png|jpe?g|gif|webp|avif|ico|bmp|svg|mp4|webm|mp3|ogg|pdf|zip|7z|gz|docx?|xlsx?|pptx?|csv|tsv|txt|json|ya?ml|woff2?|ttf|otf|ps1|psm1|cmd|bat|sh|reg)$/i;
const IMAGE = /\.(png|jpe?g|gif|webp|avif|bmp|svg)$/i;

/** Publishes each file once: `write` is called at the first use of a file. */
export function createAssets(host: Host, locate: (file: string) => string, write: (asset: PublishedAsset) => void): Assets {
  const known = new Map<string, PublishedAsset | undefined>();
  return {
    publish(file) {
      if (known.has(file)) return known.get(file);
      const asset = PUBLISHED.test(file) ? read(host, locate(file), file) : undefined;
      known.set(file, asset);
      if (asset) write(asset);
      return asset;
    },
  };
}

function read(host: Host, location: string, file: string): PublishedAsset | undefined {
  const bytes = host.readBytes(location);
  if (bytes === undefined) return undefined;
  if (/\.svg$/i.test(file) && !isPassiveSvg(bytes)) return undefined;
  const digest = hash('sha256', bytes, 'hex').slice(0, 10);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const stem = name.slice(0, dot).normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'file';
  return { path: `assets/${stem}.${digest}${name.slice(dot).toLowerCase()}`, bytes, ...sizeOf(bytes, file) };
}

function sizeOf(bytes: Uint8Array, file: string): { width: number | undefined; height: number | undefined } {
  if (!IMAGE.test(file)) return { width: undefined, height: undefined };
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    return { width: undefined, height: undefined };
  }
}
