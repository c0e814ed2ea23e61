import type { NavigationLink, SidebarNode } from './navigation.ts';
import type { PageBase } from './shell.ts';

/** A folder without an article of its own: lists what is in it. */
export interface SectionPage extends PageBase {
  readonly url: string;
  readonly breadcrumbs: readonly NavigationLink[];
  readonly sidebar: readonly SidebarNode[];
  /** In the order of the navigation. */
  readonly items: readonly SectionItem[];
}

export interface SectionItem extends NavigationLink {
  readonly description: string | undefined;
  /** Number of articles below, for an entry that is a section itself; 0 for an article. */
  readonly articles: number;
  /** Whether the article is shown in the source language for want of a translation. */
  readonly missing: boolean;
}
