import type { NavNode } from '../model/site.ts';

/** A link of the navigation; without a URL it is a heading. */
export interface NavigationLink {
  readonly title: string;
  readonly url: string | undefined;
}

/** One line of the sidebar. */
export type SidebarNode =
  | (NavigationLink & { readonly kind: 'node'; readonly current: boolean; readonly open: boolean; readonly branch: boolean; readonly items: readonly SidebarNode[] })
  /** Stands for the siblings that are not shown; `url` leads to the page that lists all `count` of them. */
  | { readonly kind: 'more'; readonly count: number; readonly url: string };

/** A locale's navigation, prepared so that each page finds its place in constant time. */
export interface NavigationIndex {
  readonly nodes: readonly NavNode[];
  readonly places: ReadonlyMap<string, Place>;
  /** Nodes with a page of this site, in reading order. */
  readonly sequence: readonly NavNode[];
}

interface Place {
  readonly parent: Place | undefined;
  /** Index of the node among its siblings. */
  readonly index: number;
  /** Index in the sequence; undefined for a node without a page of this site. */
  position: number | undefined;
}

/** Longest list shown whole; above that, {@link WINDOW} siblings on either side of the open one. */
const WHOLE = 24;
const WINDOW = 7;
/** Levels shown; deeper ones are reached by the pages themselves. */
const LEVELS = 10;

/** One pass over the navigation. Of several nodes with one URL, the first is the page's place. */
export function indexNavigation(nodes: readonly NavNode[]): NavigationIndex {
  const places = new Map<string, Place>();
  const sequence: NavNode[] = [];
  const waiting = stacked(nodes, undefined);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, place } = next;
    if (node.url !== undefined && !places.has(node.url)) {
      places.set(node.url, place);
      if (node.path !== undefined) place.position = sequence.push(node) - 1;
    }
    for (const child of stacked(node.items, place)) waiting.push(child);
  }
  return { nodes, places, sequence };
}

/**
 * The sidebar of one page: the ways to the page open, everything else closed, long lists cut to a
 * window around the open node. Its size is bounded by the depth of the page, not by the number of articles.
 * A closed heading without a page leads to the first page below it, so that everything can be reached.
 * `homeUrl` is the page that lists the top level.
 */
export function sidebarAt(index: NavigationIndex, url: string, homeUrl: string): readonly SidebarNode[] {
  return sidebarList(index.nodes, trailOf(index.places.get(url)).slice(0, LEVELS), 0, homeUrl);
}

/** Nodes above a page, outermost first; empty for a page outside the navigation. */
export function ancestorsAt(index: NavigationIndex, url: string): readonly NavigationLink[] {
  const links: NavigationLink[] = [];
  let nodes = index.nodes;
  for (const step of trailOf(index.places.get(url)).slice(0, -1)) {
    const node = nodes[step];
    if (node === undefined) break;
    links.push({ title: node.title, url: node.url });
    nodes = node.items;
  }
  return links;
}

/** The pages before and after a page in reading order. */
export function neighboursAt(index: NavigationIndex, url: string): { readonly previous: NavigationLink | undefined; readonly next: NavigationLink | undefined } {
  const position = index.places.get(url)?.position;
  if (position === undefined) return { previous: undefined, next: undefined };
  return { previous: link(index.sequence[position - 1]), next: link(index.sequence[position + 1]) };
}

/** Page of a node, or the first one below it. */
export function firstUrl(node: NavNode): string | undefined {
  for (let at: NavNode | undefined = node; at !== undefined; at = at.items[0]) {
    if (at.url !== undefined) return at.url;
  }
  return undefined;
}

function sidebarList(nodes: readonly NavNode[], trail: readonly number[], depth: number, parentUrl: string): SidebarNode[] {
  const openAt = trail[depth];
  const [start, end] = windowOf(nodes.length, openAt ?? 0);
  const list: SidebarNode[] = nodes.slice(start, end).map((node, offset) => {
    const open = start + offset === openAt;
    const last = depth === trail.length - 1;
    return {
      kind: 'node',
      title: node.title,
      url: node.url ?? (open ? undefined : firstUrl(node)),
      current: open && last,
      open,
      branch: node.items.length > 0,
      items: open ? sidebarList(node.items, trail, depth + 1, node.url ?? parentUrl) : [],
    };
  });
  if (end - start < nodes.length) list.push({ kind: 'more', count: nodes.length, url: parentUrl });
  return list;
}

function windowOf(length: number, openAt: number): readonly [number, number] {
  if (length <= WHOLE) return [0, length];
  const size = 2 * WINDOW + 1;
  const start = Math.max(0, Math.min(openAt - WINDOW, length - size));
  return [start, start + size];
}

/** Children in reverse, so that a stack gives them in reading order. */
function stacked(nodes: readonly NavNode[], parent: Place | undefined): { readonly node: NavNode; readonly place: Place }[] {
  return nodes.map((node, index) => ({ node, place: { parent, index, position: undefined } })).reverse();
}

/** Index of the node in each list from the root down; the last one is the page itself. */
function trailOf(place: Place | undefined): number[] {
  const trail: number[] = [];
  for (let at = place; at !== undefined; at = at.parent) trail.push(at.index);
  return trail.reverse();
}

function link(node: NavNode | undefined): NavigationLink | undefined {
  return node && { title: node.title, url: node.url };
}
