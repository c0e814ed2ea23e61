import type { DiffPart } from '../model/family.ts';
import type { Locale } from '../model/locale.ts';
import type { NavigationLink, SidebarNode } from './navigation.ts';
import type { PageBase } from './shell.ts';

/** Everything that one article page shows. Plain data. */
export interface ArticlePage extends PageBase {
  /** Site-root relative, e.g. `/help/vi-vn/guides/install/`. */
  readonly url: string;
  /** Language of the article's text; the source locale on a fallback page. */
  readonly content: ContentLanguage;
  /** The source locale, where the source stands beside the text. */
  readonly facing?: Locale | undefined;
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
  /** Where readers say what they think of the page. */
  readonly feedbackUrl?: string | undefined;
  /** Hand-off date, `YYYY-MM-DD`. */
  readonly updated: string | undefined;
  /** What leads from a sentence of the page to elsewhere; absent when its sentences have no ordinals. */
  readonly sentences?: SentenceLinks | undefined;
}

/** What the scripts of a page must know to join its sentences with another page's, and to lead to where they are edited. */
export interface SentenceLinks {
  /** The `version` of the page's entry in the site index. */
  readonly version: string;
  /** Lines of the segments in their file, as text/segment-lines.ts writes them; absent when no pattern asks for a line. */
  readonly lines?: string | undefined;
  /** `repository` and `suggest` of site.yml with everything filled in that is the same for the whole page. */
  readonly editPattern?: string | undefined;
  readonly suggestPattern?: string | undefined;
}

export interface ContentLanguage {
  readonly locale: Locale;
  readonly side: 'target' | 'source';
}

/** What a reader must know before reading. In the order of display. */
export type Notice = MachineNotice | StaleNotice | { readonly kind: 'fallback' };

export interface MachineNotice {
  readonly kind: 'machine';
  readonly date: string | undefined;
  readonly sourceUrl: string | undefined;
  /** The page has the original beside the translation. */
  readonly facing?: boolean;
  /** Where another translation can be proposed. */
  readonly suggestUrl?: string | undefined;
  /** Sentences that people have read, and all of them; with all of them read there is no notice. */
  readonly reviewed?: ReviewedCount | undefined;
}

export interface ReviewedCount {
  readonly reviewed: number;
  readonly of: number;
}

export interface StaleNotice {
  readonly kind: 'stale';
  readonly sentences: number;
  readonly sourceUrl: string | undefined;
  /** Absent when it is not known which sentences changed. */
  readonly changes?: SourceChanges | undefined;
}

/** The changes of a source in reading order, and the languages of the texts. */
export interface SourceChanges {
  readonly source: Pick<Locale, 'tag' | 'dir'>;
  readonly target: Pick<Locale, 'tag' | 'dir'>;
  readonly list: readonly SourceChange[];
}

/** Plain texts. `target` is the beginning of the translated sentence, `id` its anchor on the page where it has one. */
export type SourceChange =
  | { readonly kind: 'edited'; readonly id: string | undefined; readonly target: string; readonly diff: readonly DiffPart[] }
  | { readonly kind: 'removed'; readonly id: string | undefined; readonly target: string; readonly before: string }
  | { readonly kind: 'new'; readonly after: string };

/** A heading of the article: `html` is its inline HTML without links, `id` its anchor. */
export interface PageHeading {
  readonly depth: number;
  readonly id: string;
  readonly html: string;
  /** {@link html} in the source, where it stands beside the text. */
  readonly source?: string;
}
