import type { Locale } from '../model/locale.ts';
import type { PageFrame } from '../model/site.ts';

/** What every page of one locale has in common; stands in the layouts, not in their slots. */
export interface Shell {
  /** The reader's locale: `lang` and `dir` of the document and the language of the interface. */
  readonly locale: Locale;
  readonly siteTitle: string;
  /** URL of the locale's home page, e.g. `/help/vi-vn/`. */
  readonly homeUrl: string;
  /** Whether there is more than one language to choose from. */
  readonly multilingual: boolean;
  readonly frame: PageFrame;
  readonly manifestUrl: string;
  /** Changes of the locale as feeds; empty when the site has no known address. */
  readonly feeds: readonly { readonly type: string; readonly url: string }[];
}

/** A page of one layout, before its layout: what goes into `<head>` and the language menu. */
export interface PageBase {
  readonly shell: Shell;
  /** Plain text, without the site's title. */
  readonly title: string;
  readonly description: string | undefined;
  /** URL of the page that search engines should show: the page itself, or the source's page for a fallback. Absolute when the site's origin is known. */
  readonly canonical: string | undefined;
  /** See alternates.ts. */
  readonly alternates: readonly Alternate[];
  /** Content of the robots meta; undefined: indexable. */
  readonly robots: string | undefined;
  /** The language menu, in the order of the site's locales, the current one included. */
  readonly languages: readonly LanguageLink[];
}

/** One `<link rel="alternate" hreflang>`. */
export interface Alternate {
  /** BCP 47 tag or `x-default`. */
  readonly hreflang: string;
  readonly href: string;
}

/** One language of the language menu. */
export interface LanguageLink {
  readonly locale: Locale;
  /** Where this page is in that language; the page that shows the original, or the locale's home, when `missing`. */
  readonly url: string;
  readonly current: boolean;
  readonly marks: readonly LanguageMark[];
  /**
   * What of a place on this page is found there: its sentence, where both are of one source version; its heading, where
   * it is the same article; else nothing.
   */
  readonly keeps?: 'segment' | 'heading' | undefined;
  /** Can stand beside this page, sentence by sentence: another real translation of the same source version. */
  readonly pivot?: boolean;
}

export type LanguageMark = 'machine' | 'stale' | 'missing';
