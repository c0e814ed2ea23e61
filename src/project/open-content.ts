import { isAbsolute, join, relative, resolve } from 'node:path';
import type { FolderListing, Host } from '../model/host.ts';
import { UserError } from '../model/user-error.ts';
import { contentMap, type ContentMap } from './content-map.ts';
import { isOutside, takeInventory } from './inventory.ts';
import { parseSiteFile } from './parse-site-file.ts';
import { siteConfig } from './site-config.ts';

export interface ContentOptions {
  /** Absolute path of the content folder. */
  readonly root: string;
  /** Configuration file; default: `site.yml` in the content folder, which need not exist. */
  readonly configFile: string | undefined;
  readonly base: string | undefined;
  readonly locales: readonly string[];
  /** Ids of all checks, for `checks` in the configuration. */
  readonly checkIds: readonly string[];
}

/**
 * Finds out what a content folder holds, without reading an article.
 * @throws {UserError} for a folder or configuration that cannot be used
 */
export function openContent(host: Host, options: ContentOptions): ContentMap {
  const { root } = options;
  const listing = host.listFiles(root);
  const { file, name } = readSiteFile(host, options, listing);
  const folders = [...new Set(listing.files.flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [])))];
  const outside = new Map<string, FolderListing>();
  const config = siteConfig({
    file,
    name,
    folders,
    folderExists: (folder) => {
      if (folder === '.' || listing.files.some((path) => path.startsWith(`${folder}/`))) return true;
      return listOutside(host, root, folder, outside);
    },
    base: options.base,
    only: options.locales,
  });
  for (const locale of config.locales) {
    if (isOutside(locale) && !outside.has(locale.folder)) listOutside(host, root, locale.folder, outside);
  }
  return contentMap(root, config, takeInventory(config.locales, listing, outside));
}

function readSiteFile(host: Host, options: ContentOptions, listing: FolderListing) {
  const path = options.configFile ?? join(options.root, 'site.yml');
  const name = relative(process.cwd(), path) || path;
  if (options.configFile === undefined && !listing.files.includes('site.yml')) return { file: {}, name: 'site.yml' };
  const read = host.readText(resolve(path));
  if (read.kind === 'text') return { file: parseSiteFile(read.text, name, options.checkIds), name };
  const reason = read.kind === 'invalid' ? `it is not UTF-8 (byte ${read.at})` : read.reason;
  throw new UserError(`The configuration ${name} cannot be read: ${reason}.`, 'Check the path given with --config.');
}

function listOutside(host: Host, root: string, folder: string, outside: Map<string, FolderListing>): boolean {
  try {
    outside.set(folder, host.listFiles(isAbsolute(folder) ? folder : join(root, folder)));
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
