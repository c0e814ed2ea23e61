import { join, posix, relative, sep } from 'node:path';
import type { Term } from '../checks/define-check.ts';
import type { FolderListing, Host } from '../model/host.ts';
import { UserError } from '../model/user-error.ts';
import { contentMap, type ContentMap } from './content-map.ts';
import { framedContent } from './page-frames.ts';
import { isOutside, takeInventory } from './inventory.ts';
import { parseGlossary } from './parse-glossary.ts';
import { NO_SITE_FILE, parseSiteFile, type ParsedSiteFile } from './parse-site-file.ts';
import { projectRules, type PatternRisk } from './project-rules.ts';
import { readRedirects } from './redirects-declared.ts';
import { siteConfig } from './site-config.ts';
import { withoutOutputs } from './without-outputs.ts';

export interface ContentOptions {
  /** Absolute path of the content folder. */
  readonly root: string;
  /** Configuration file; default: `site.yml` in the content folder, which need not exist. */
  readonly configFile: ConfigFile | undefined;
  readonly base: string | undefined;
  readonly locales: readonly string[];
  /** Ids of all checks, for `checks` in the configuration. */
  readonly checkIds: readonly string[];
  /** Judges the patterns of `rules`; absent: they are taken as they are. */
  readonly patternRisk?: PatternRisk;
}

interface ConfigFile {
  /** Absolute path. */
  readonly path: string;
  /** How messages call it. */
  readonly name: string;
}

/**
 * Finds out what a content folder holds, without reading an article.
 * @throws {UserError} for a folder or configuration that cannot be used
 */
export function openContent(host: Host, options: ContentOptions): ContentMap {
  const { root } = options;
  const listing = withoutOutputs(host, root, host.listFiles(root));
  const file = inContentPaths(readSiteFile(host, options, listing), root);
  const outside = new Map<string, FolderListing>();
  const config = siteConfig({
    file,
    root,
    contentLocale: () => contentLocaleOf(host, root, listing.files),
    folders: topFolders(listing.files),
    articleFolders: topFolders(listing.files.filter((path) => /\.mdx?$/i.test(path))),
    folderExists: (folder) => folder === '.' || listing.files.some((path) => path.startsWith(`${folder}/`)) || (!isRefused(listing, folder) && listOutside(host, root, folder, outside)),
    base: options.base,
    only: options.locales,
  });
  for (const locale of config.locales) {
    if (isOutside(locale) && !outside.has(locale.folder)) listOutside(host, root, locale.folder, outside);
  }
  const map = framedContent(host, contentMap(root, { ...config, frames: {} }, takeInventory(config.locales, listing, outside)), file);
  return { ...map, rules: projectRules(file, readGlossary(host, root, listing), options.patternRisk ?? (() => undefined)), redirects: readRedirects(host, root, config, map.inventory, file) };
}

/** What the first of some articles says of its language. */
function contentLocaleOf(host: Host, root: string, files: readonly string[]): string | undefined {
  for (const path of files.filter((name) => /\.md$/i.test(name)).slice(0, 20)) {
    const read = host.readText(join(root, path));
    const found = read.kind === 'text' ? /^ms\.contentlocale:[ \t]*([\w-]+)/m.exec(read.text.slice(0, 8_000))?.[1] : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function topFolders(files: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of files) {
    const end = path.indexOf('/');
    if (end >= 0) folders.add(path.slice(0, end));
  }
  return [...folders];
}

function readSiteFile(host: Host, { root, configFile, checkIds }: ContentOptions, listing: FolderListing): ParsedSiteFile {
  const refused = listing.refused.find(({ path }) => path === 'site.yml');
  if (configFile === undefined && refused) throw new UserError(`The configuration site.yml cannot be read: ${refused.reason === 'outside' ? 'it is a link that leads out of the content' : 'it is a link that leads nowhere'}.`, 'Put the file itself there, or name it with --config FILE.');
  if (configFile === undefined && !listing.files.includes('site.yml')) return NO_SITE_FILE;
  const { path, name } = configFile ?? { path: join(root, 'site.yml'), name: 'site.yml' };
  const read = host.readText(path);
  if (read.kind === 'text') return parseSiteFile(read.text, name, checkIds);
  const reason = read.kind === 'invalid' ? `it is not UTF-8 (first wrong byte: ${read.at})` : read.reason;
  throw new UserError(`The configuration ${name} cannot be read: ${reason}.`, configFile ? 'Check the path given with --config.' : 'Make it readable, or name another one with --config FILE.');
}

function readGlossary(host: Host, root: string, { files }: FolderListing): Term[] {
  if (!files.includes('glossary.yml')) return [];
  const read = host.readText(join(root, 'glossary.yml'));
  if (read.kind === 'text') return parseGlossary(read.text, 'glossary.yml');
  throw new UserError(`The glossary glossary.yml cannot be read: ${read.kind === 'invalid' ? `it is not UTF-8 (first wrong byte: ${read.at})` : read.reason}.`, 'Make it readable UTF-8, or remove it.');
}

/** The same with every absolute `dir` relative to the content root, as all paths of the content are. */
function inContentPaths({ values, where }: ParsedSiteFile, root: string): ParsedSiteFile {
  if (!values.locales) return { values, where };
  const locales = values.locales.map((entry) =>
    typeof entry === 'string' || entry.dir === undefined || !posix.isAbsolute(entry.dir) ? entry : { ...entry, dir: relative(root, entry.dir).split(sep).join('/') || '.' },
  );
  return { values: { ...values, locales }, where };
}

/** Whether a folder is, or lies behind, a link that leads out of the content. */
function isRefused({ refused }: FolderListing, folder: string): boolean {
  return refused.some(({ path }) => folder === path || folder.startsWith(`${path}/`));
}

function listOutside(host: Host, root: string, folder: string, outside: Map<string, FolderListing>): boolean {
  try {
    outside.set(folder, host.listFiles(join(root, folder)));
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
