import type { LinkTarget, SiteConfig } from '../model/site.ts';
import { localeOfFile, type Inventory } from './inventory.ts';

export interface LinkContext {
  readonly config: SiteConfig;
  readonly inventory: Inventory;
  /** Slug by family path. */
  readonly slugs: ReadonlyMap<string, string>;
  /** Lower-cased family path → family path, over all locales: what the source locale can show. */
  readonly families: ReadonlyMap<string, string>;
  /** Slugs of the folders that have a listing page. */
  readonly sections: ReadonlySet<string>;
  /** Family path by `uid`; empty until all articles are known. */
  readonly uids: Readonly<Record<string, string>>;
}

const PUBLISHED_SCHEMES = new Set(['http', 'https', 'mailto', 'tel', 'sms', 'ftp', 'ms-settings', 'geo']);

/**
 * Where a URL leads that stands in the article `path` of `locale`. Relative URLs are looked up in the locale,
 * then in the source locale; the file system's letter case does not matter (the producer's never did).
 */
export function resolveLink(context: LinkContext, locale: string, path: string, url: string): LinkTarget {
  // Browsers drop these characters before they read the scheme.
  // eslint-disable-next-line no-control-regex
  const cleaned = url.replace(/[\u0000-\u0020]+/g, (run) => (/^[ ]+$/.test(run) ? ' ' : '')).trim();
  if (cleaned.startsWith('#')) return { kind: 'fragment', fragment: cleaned.slice(1) };
  if (cleaned.startsWith('//')) return { kind: 'external', url: cleaned };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(cleaned)?.[1]?.toLowerCase();
  if (scheme === 'xref') return resolveUid(context, locale, cleaned.slice(5));
  if (scheme !== undefined) return PUBLISHED_SCHEMES.has(scheme) ? { kind: 'external', url: cleaned } : { kind: 'refused', scheme };
  const { pathname, query, fragment } = splitUrl(cleaned);
  if (pathname === '') return { kind: 'fragment', fragment };
  if (pathname.startsWith('/')) return resolveRootLink(context, locale, cleaned, pathname, fragment);
  const { folder } = placeOf(context, locale);
  const fromRoot = pathname.startsWith('~/');
  const resolved = normalise(inFolder(folder, fromRoot ? pathname.slice(2) : parentOf(path) + pathname));
  if (resolved === undefined) return { kind: 'outside', resolved: pathname };
  const found = resolveFile(context, locale, folder, resolved, fragment) ?? (fromRoot ? resolveFromSet(context, locale, path, pathname.slice(2), fragment) : undefined);
  return found ?? { kind: 'missing', resolved: resolved + query };
}

/** `~` is the folder of the document set, which need not be that of the locale: any above the article, the outermost first. */
function resolveFromSet(context: LinkContext, locale: string, path: string, name: string, fragment: string): LinkTarget | undefined {
  const { folder } = placeOf(context, locale);
  const above = path.split('/').slice(0, DEEPEST_SET);
  for (let depth = 1; depth < above.length; depth++) {
    const resolved = normalise(inFolder(folder, `${above.slice(0, depth).join('/')}/${name}`));
    const found = resolved === undefined ? undefined : resolveFile(context, locale, folder, resolved, fragment);
    if (found !== undefined) return found;
  }
  return undefined;
}

const DEEPEST_SET = 6;

function resolveFile(context: LinkContext, locale: string, folder: string, resolved: string, fragment: string): LinkTarget | undefined {
  const within = withinFolder(folder, resolved);
  if (within !== undefined) {
    const page = articleAt(context, locale, within, fragment);
    if (page) return page;
  } else {
    // A link into the folder of another locale.
    const other = localeOfFile(context.config.locales, resolved);
    const page = other && articleAt(context, other.id, withinFolder(other.folder, resolved) ?? '', fragment);
    if (page) return page;
  }
  const file = assetAt(context, resolved, within);
  return file === undefined ? undefined : { kind: 'asset', file, url: '' };
}

/** An article, or the page of a folder, by the path that a link names: with or without ending, with or without `index`. */
function articleAt(context: LinkContext, locale: string, within: string, fragment: string): LinkTarget | undefined {
  const bare = within.replace(/\/+$/, '').toLowerCase();
  const isFolder = within === '' || within.endsWith('/');
  const names = /\.mdx?$/.test(bare) ? [bare, swapEnding(bare)] : /\.[a-z0-9]{2,5}$/.test(bare) && !isFolder ? [bare] : [`${bare}.md`, `${bare}.mdx`, joinPath(bare, 'index.md'), joinPath(bare, 'index.mdx')];
  const { sourceLocale } = context.config;
  for (const name of [within, ...names]) {
    const own = pathIn(context, locale, name);
    if (own !== undefined) return articleTarget(context, locale, locale, own, fragment);
    const other = pathIn(context, sourceLocale, name) ?? context.families.get(name);
    if (other !== undefined) return articleTarget(context, sourceLocale, locale, other, fragment);
  }
  const section = /(^|\/)(?:(?:index|toc)\.yml|toc\.md)$/.test(bare) ? bare.replace(/(^|\/)[^/]*$/, '$1').toLowerCase() : bare === '' ? '' : `${bare}/`;
  if (section !== '' && !context.sections.has(section)) return undefined;
  return { kind: 'article', locale, path: section, fragment, url: pageUrl(context.config, locale, section) };
}

/** Path of a locale's own article: as it is named, else without regard to letter case. */
function pathIn({ inventory, slugs }: LinkContext, locale: string, name: string): string | undefined {
  const own = inventory.locales.get(locale)?.byLowerCase;
  const found = own?.get(name.toLowerCase());
  return found !== undefined && found !== name && slugs.has(name) && inventory.files.has(inFolder(inventory.locales.get(locale)?.locale.folder ?? locale, name)) ? name : found;
}

function articleTarget(context: LinkContext, owner: string, asking: string, path: string, fragment: string): LinkTarget {
  const slug = context.slugs.get(path) ?? '';
  // A fallback page shows the source inside the reader's own interface; without it the reader goes to the source's page.
  const shownIn = owner !== asking && context.config.missing === 'source' ? asking : owner;
  return { kind: 'article', locale: owner, path, fragment, url: pageUrl(context.config, shownIn, slug) };
}

/** pageUrl(config, 'vi-vn', 'guides/install/') // => '/vi-vn/guides/install/' */
export function pageUrl(config: SiteConfig, locale: string, slug: string): string {
  return config.base + locale + '/' + (PLAIN_SLUG.test(slug) ? slug : slug.split('/').map(encodeURIComponent).join('/'));
}

/** Has nothing to encode. */
const PLAIN_SLUG = /^[\w./-]*$/;

function assetAt({ config, inventory }: LinkContext, resolved: string, within: string | undefined): string | undefined {
  // An article that is not one of this site is no file to be saved either.
  if (/\.mdx?$/i.test(resolved)) return undefined;
  if (inventory.files.has(resolved)) return resolved;
  if (within === undefined) return undefined;
  const original = inFolder(inventory.locales.get(config.sourceLocale)?.locale.folder ?? config.sourceLocale, within);
  return inventory.files.has(original) ? original : undefined;
}

function resolveRootLink(context: LinkContext, locale: string, url: string, pathname: string, fragment: string): LinkTarget {
  if (context.config.linkBase !== undefined) return { kind: 'external', url: context.config.linkBase + url };
  const within = normalise(pathname.slice(1));
  // On a host with other sites, the link may lead to one of them.
  const elsewhere: LinkTarget = context.config.base === '/' ? { kind: 'missing', resolved: url } : { kind: 'external', url };
  if (within === undefined) return elsewhere;
  if (/\.mdx?$/i.test(within)) {
    const page = articleAt(context, locale, within, fragment);
    if (page) return page;
  }
  const asset = assetAt(context, inFolder(placeOf(context, locale).folder, within), within);
  return asset === undefined ? elsewhere : { kind: 'asset', file: asset, url: '' };
}

function resolveUid(context: LinkContext, locale: string, reference: string): LinkTarget {
  const uid = reference.replace(/[?#].*$/, '');
  const name = decode(uid);
  const path = Object.hasOwn(context.uids, name) ? context.uids[name] : undefined;
  if (path === undefined) return { kind: 'missing', resolved: `xref:${uid}` };
  const own = context.inventory.locales.get(locale)?.byLowerCase.has(path.toLowerCase()) ?? false;
  return articleTarget(context, own ? locale : context.config.sourceLocale, locale, path, '');
}

function splitUrl(url: string): { pathname: string; query: string; fragment: string } {
  const hash = url.indexOf('#');
  const fragment = hash < 0 ? '' : url.slice(hash + 1);
  const rest = hash < 0 ? url : url.slice(0, hash);
  const mark = rest.indexOf('?');
  const pathname = mark < 0 ? rest : rest.slice(0, mark);
  return { pathname: decode(pathname).replace(/\\/g, '/'), query: mark < 0 ? '' : rest.slice(mark), fragment };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Resolves `.` and `..`; undefined when the path climbs above the content root. Leading `..` of a locale's own folder stay. */
function normalise(path: string): string | undefined {
  const above = /^(?:\.\.\/)+/.exec(path)?.[0] ?? '';
  const out: string[] = [];
  for (const part of path.slice(above.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.pop() === undefined) return undefined;
  }
  return above + out.join('/') + (path.endsWith('/') && out.length > 0 ? '/' : '');
}

/** Folder of a locale's files, relative to the content root; `.` when it is the root itself. */
function placeOf({ inventory }: LinkContext, locale: string): { readonly folder: string } {
  return inventory.locales.get(locale)?.locale ?? { folder: locale };
}

function inFolder(folder: string, path: string): string {
  return folder === '.' ? path : `${folder}/${path}`;
}

/** Path relative to a folder; undefined when it lies elsewhere. */
function withinFolder(folder: string, path: string): string | undefined {
  if (folder === '.') return path;
  if (path === folder || path === `${folder}/`) return '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function swapEnding(name: string): string {
  return name.endsWith('.md') ? `${name}x` : name.slice(0, -1);
}
