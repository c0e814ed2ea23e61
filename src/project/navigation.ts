import type { NavNode, PageEntry, SiteConfig } from '../model/site.ts';
import type { TocNode } from '../model/toc.ts';
import { compareText } from '../text/compare-text.ts';
import { isFragmentPath } from './fragment-path.ts';
import { pageUrl } from './resolve-link.ts';
import { articleNames, tocPaths } from './toc-paths.ts';

export interface NavigationInput {
  readonly config: SiteConfig;
  readonly locale: string;
  /** Pages of the locale, sorted by path. */
  readonly pages: readonly PageEntry[];
  /** Parsed navigation files by folder (`` for the root, `docs/`), the locale's own and the source locale's. */
  readonly tocs: ReadonlyMap<string, readonly TocNode[]>;
  readonly sourceTocs: ReadonlyMap<string, readonly TocNode[]>;
  /** Family path by uid. */
  readonly uids: Readonly<Record<string, string>>;
  /** Slugs of folder pages. */
  readonly sections: ReadonlySet<string>;
}

/**
 * The navigation of one locale: from `toc.yml` files where there are any (the locale's own first, nodes that
 * it lacks from the source's), for all other folders derived from the folders themselves, in path order.
 */
export function navigation(input: NavigationInput): readonly NavNode[] {
  const builder = { ...input, byPath: new Map(input.pages.map((page) => [page.path.toLowerCase(), page])), open: new Set<string>() };
  return folderNodes(builder, '');
}

interface Builder extends NavigationInput {
  readonly byPath: ReadonlyMap<string, PageEntry>;
  /** Folders whose toc.yml is being expanded: two files that refer to each other must not loop. */
  readonly open: Set<string>;
}

function folderNodes(builder: Builder, folder: string): NavNode[] {
  const own = builder.tocs.get(folder);
  const source = builder.sourceTocs.get(folder);
  if (!own && !source) return derivedNodes(builder, folder);
  if (builder.open.has(folder)) return [];
  builder.open.add(folder);
  const nodes = tocNodes(builder, folder, mergeTocs(own ?? [], source ?? []), own !== undefined);
  builder.open.delete(folder);
  return nodes;
}

interface MergedNode {
  readonly node: TocNode;
  /** The node comes from the source's file, so its title is in the source language. */
  readonly fromSource: boolean;
  readonly items: readonly MergedNode[];
}

/** Keeps the localized order and puts each missing node behind the neighbour it follows in the source's file. */
function mergeTocs(own: readonly TocNode[], source: readonly TocNode[]): MergedNode[] {
  const merged: MergedNode[] = own.map((node) => ({ node, fromSource: false, items: mergeTocs(node.items, partner(node, own, source)?.items ?? []) }));
  if (own.length === 0) return source.map((node) => ({ node, fromSource: true, items: mergeTocs([], node.items) }));
  source.forEach((node, index) => {
    if (key(node) === undefined || merged.some((entry) => key(entry.node) === key(node))) return;
    const before = source.slice(0, index).findLast((candidate) => merged.some((entry) => sameKey(entry.node, candidate)));
    const at = before ? merged.findIndex((entry) => sameKey(entry.node, before)) + 1 : 0;
    merged.splice(at, 0, { node, fromSource: true, items: mergeTocs([], node.items) });
  });
  return merged;
}

function sameKey(a: TocNode, b: TocNode): boolean {
  return key(a) !== undefined && key(a) === key(b);
}

/** Headings without a link have no key of their own: they answer to the one at the same place. */
function partner(node: TocNode, own: readonly TocNode[], source: readonly TocNode[]): TocNode | undefined {
  const wanted = key(node);
  if (wanted !== undefined) return source.find((candidate) => key(candidate) === wanted);
  return own.length === source.length ? source[own.indexOf(node)] : undefined;
}

/** What a node leads to; for a heading, what the first node below it leads to. */
function key(node: TocNode): string | undefined {
  const own = node.href ?? (node.uid === undefined ? undefined : `uid:${node.uid}`);
  if (own !== undefined) return own.toLowerCase();
  const first = node.items[0];
  const below = first === undefined ? undefined : key(first);
  return below === undefined ? undefined : `above:${below}`;
}

function tocNodes(builder: Builder, folder: string, merged: readonly MergedNode[], localized: boolean): NavNode[] {
  return merged.flatMap(({ node, fromSource, items }) => {
    const { page, url, subfolder } = destination(builder, folder, node);
    const below = items.length > 0 ? tocNodes(builder, folder, items, localized) : subfolder === undefined ? [] : folderNodes(builder, subfolder);
    const missing = node.href !== undefined && page === undefined && url === undefined && subfolder === undefined;
    if (missing && below.length === 0) return [];
    // A title that only the source's file has is shown in the reader's language where the page itself has one.
    const title = fromSource && page && page.kind !== 'fallback' ? page.title : node.title || page?.title || '';
    return title === '' && below.length === 0 ? [] : [{ title, url: page?.url ?? url, path: page?.path, items: below }];
  });
}

interface Destination {
  readonly page?: PageEntry | undefined;
  readonly url?: string;
  readonly subfolder?: string;
}

function destination(builder: Builder, folder: string, node: TocNode): Destination {
  if (node.href === undefined) {
    const path = node.uid === undefined || !Object.hasOwn(builder.uids, node.uid) ? undefined : builder.uids[node.uid];
    return path === undefined ? {} : { page: builder.byPath.get(path.toLowerCase()) };
  }
  if (/^https?:\/\//i.test(node.href)) return { url: node.href };
  if (/^[a-z][a-z0-9+.-]*:/i.test(node.href)) return {};
  if (node.href.startsWith('/')) {
    const { linkBase, base } = builder.config;
    return linkBase === undefined && base === '/' ? {} : { url: (linkBase ?? '') + node.href };
  }
  const places = tocPaths(folder, node.href).map((path) => placeOf(builder, folder, path));
  return places.find(({ page, url, subfolder }) => page !== undefined || url !== undefined || (subfolder !== undefined && hasToc(builder, subfolder))) ?? places.at(-1) ?? {};
}

/** What stands at a path: an article, the page of a folder, or a folder with a navigation file. */
function placeOf(builder: Builder, folder: string, path: string): Destination {
  if (/(^|\/)toc\.(?:yml|md)$/i.test(path)) return { subfolder: path.replace(/[^/]*$/, '') };
  const page = articleNames(path).map((name) => builder.byPath.get(name.toLowerCase())).find((found) => found !== undefined);
  if (path === '' || path.endsWith('/')) return { ...(page ? { page } : sectionUrl(builder, path)), ...(path !== folder && hasToc(builder, path) ? { subfolder: path } : {}) };
  return page ? { page } : sectionUrl(builder, /(^|\/)index\.yml$/i.test(path) ? path.replace(/[^/]*$/, '') : `${path}/`);
}

function hasToc({ tocs, sourceTocs }: Builder, folder: string): boolean {
  return tocs.has(folder) || sourceTocs.has(folder);
}

function sectionUrl(builder: Builder, path: string): { url?: string } {
  const slug = path.toLowerCase();
  return slug === '' || builder.sections.has(slug) ? { url: pageUrl(builder.config, builder.locale, slug) } : {};
}

interface FolderTree {
  readonly pages: PageEntry[];
  readonly folders: Map<string, FolderTree>;
}

function derivedNodes(builder: Builder, folder: string): NavNode[] {
  const root: FolderTree = { pages: [], folders: new Map() };
  for (const page of builder.pages) {
    if (page.path.startsWith(folder)) place(root, page, page.path.slice(folder.length).split('/'));
  }
  return treeNodes(builder, folder, root);
}

function place(tree: FolderTree, page: PageEntry, steps: readonly string[]): void {
  let at = tree;
  for (const step of steps.slice(0, -1)) {
    const next = at.folders.get(step) ?? { pages: [], folders: new Map() };
    at.folders.set(step, next);
    at = next;
  }
  at.pages.push(page);
}

function treeNodes(builder: Builder, folder: string, tree: FolderTree): NavNode[] {
  const pages = tree.pages.filter((page) => !isIndex(page.path)).map((page) => ({ title: page.title, url: page.url, path: page.path, items: [] }));
  const folders = [...tree.folders].sort(([a], [b]) => compareText(a, b)).flatMap(([name, below]) => {
    const path = `${folder}${name}/`;
    if (isFragmentPath(path)) return [];
    const index = below.pages.find((page) => isIndex(page.path));
    const items = hasToc(builder, path) ? folderNodes(builder, path) : treeNodes(builder, path, below);
    if (!index && items.length === 0) return [];
    return [{ title: index?.title ?? folderTitle(name), url: index?.url ?? sectionUrl(builder, path).url, path: index?.path, items }];
  });
  return [...pages, ...folders];
}

function isIndex(path: string): boolean {
  return /(^|\/)index\.mdx?$/i.test(path);
}

/** folderTitle('getting-started') // => 'Getting started' */
export function folderTitle(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
