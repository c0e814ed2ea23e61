import type { NavNode } from '../model/site.ts';
import type { ContentLanguage } from './article-page.ts';
import { firstUrl } from './navigation.ts';
import type { PageBase } from './shell.ts';

/** The home page of one locale. */
export interface HomePage extends PageBase {
  /** The article that serves as home page, where there is one. */
  readonly body: { readonly content: ContentLanguage; readonly html: string } | undefined;
  readonly sections: readonly HomeSection[];
}

/** A top node of the navigation with its first entries. */
export interface HomeSection {
  /** Undefined: articles that stand in no section. */
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly items: readonly { readonly title: string; readonly url: string | undefined }[];
  /** Number of all entries, also of those that are not in `items`. */
  readonly count: number;
}

/** Entries shown of a section that has a page of its own, which shows them all. */
const ENTRIES = 8;

/** Sections for a locale's home page. What no other page lists is listed here, whatever its number. */
export function homeSections(nodes: readonly NavNode[]): readonly HomeSection[] {
  const single = nodes.filter((node) => node.items.length === 0);
  const sections = nodes.filter((node) => node.items.length > 0).map((node) => section(node.title, node.url, node.items));
  return single.length === 0 ? sections : [section(undefined, undefined, single), ...sections];
}

function section(title: string | undefined, url: string | undefined, nodes: readonly NavNode[]): HomeSection {
  const shown = url === undefined ? nodes : nodes.slice(0, ENTRIES);
  return { title, url, items: shown.map((node) => ({ title: node.title, url: firstUrl(node) })), count: nodes.length };
}
