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
  readonly items: readonly HomeItem[];
  /** Number of all articles below. */
  readonly count: number;
  /** Whether there are more entries than `items`; the page at `url` lists them. */
  readonly more: boolean;
}

export interface HomeItem {
  readonly title: string;
  readonly url: string | undefined;
  /** Whether the article is shown in the source language for want of a translation. */
  readonly missing: boolean;
}

/** Entries shown of a section that has a page of its own, which shows them all. */
const ENTRIES = 8;

/**
 * Sections for a locale's home page. What no other page lists is listed here, whatever its number.
 * `missing`: URLs of the articles that are not translated.
 */
export function homeSections(nodes: readonly NavNode[], missing: ReadonlySet<string>): readonly HomeSection[] {
  const single = nodes.filter((node) => node.items.length === 0);
  const sections = nodes.filter((node) => node.items.length > 0).map((node) => section(node.title, node.url, node.items, missing));
  return single.length === 0 ? sections : [section(undefined, undefined, single, missing), ...sections];
}

function section(title: string | undefined, url: string | undefined, nodes: readonly NavNode[], missing: ReadonlySet<string>): HomeSection {
  const shown = url === undefined ? nodes : nodes.slice(0, ENTRIES);
  return {
    title, url, count: articles(nodes), more: shown.length < nodes.length,
    items: shown.map((node) => ({ title: node.title, url: firstUrl(node), missing: node.url !== undefined && missing.has(node.url) })),
  };
}

/** Without recursion: a navigation may be nested very deep. */
function articles(nodes: readonly NavNode[]): number {
  let count = 0;
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.path !== undefined || node.items.length === 0) count += 1;
    for (const item of node.items) waiting.push(item);
  }
  return count;
}
