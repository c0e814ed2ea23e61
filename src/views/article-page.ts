import type { Locale } from '../model/locale.ts';
import type { NavigationLink, SidebarNode } from './navigation.ts';
import type { PageBase } from './shell.ts';

/** Everything that one article page shows. Plain data. */
export interface ArticlePage extends PageBase {
  /** Site-root relative, e.g. `/help/vi-vn/guides/install/`. */
  readonly url: string;
  /** Language of the article's text; the source locale on a fallback page. */
  readonly content: ContentLanguage;
  /** From the home page down, without the page itself. */
  readonly breadcrumbs: readonly NavigationLink[];
  readonly sidebar: readonly SidebarNode[];
  readonly notices: readonly Notice[];
  readonly headings: readonly PageHeading[];
  /** Body of the article as the pipeline made it. */
  readonly articleHtml: string;
  readonly previous: NavigationLink | undefined;
  readonly next: NavigationLink | undefined;
  readonly editUrl: string | undefined;
  /** Hand-off date, `YYYY-MM-DD`. */
  readonly updated: string | undefined;
}

export interface ContentLanguage {
  readonly locale: Locale;
  readonly side: 'target' | 'source';
}

/** What a reader must know before reading. In the order of display. */
export type Notice =
  | { readonly kind: 'machine'; readonly date: string | undefined; readonly sourceUrl: string | undefined }
  | { readonly kind: 'fallback' }
  | { readonly kind: 'stale'; readonly sentences: number; readonly sourceUrl: string | undefined };

/** A heading of the article: `html` is its inline HTML without links, `id` its anchor. */
export interface PageHeading {
  readonly depth: number;
  readonly id: string;
  readonly html: string;
}
