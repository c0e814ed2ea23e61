/** What the search index learns about one page. Plain. */
export interface SearchRecord {
  /** {@link Locale.id} of the index it belongs to. */
  readonly locale: string;
  /** Which part of that index holds it: see {@link indexPart}. */
  readonly part: number;
  /** URL of the page below its locale, as in {@link PageEntry.slug}. */
  readonly slug: string;
  /** Language by whose rules the index finds the forms of a word; `und` where it must leave the words alone. */
  readonly language: string;
  /** Words are divided as text/search-words.ts says, here and in the text. */
  readonly title: string;
  /** Slug of the first folder; empty for a page that stands in none. */
  readonly section: string;
  /** Title and text, with the marks of project/search-records.ts for places and headings. */
  readonly text: string;
}

/** The files of one part of a locale's index. */
export interface IndexFiles {
  /** {@link Locale.id} */
  readonly locale: string;
  readonly part: number;
  /** Paths below the folder of the site, sizes in bytes, SHA-256 in hex. */
  readonly written: readonly { readonly path: string; readonly size: number; readonly hash: string }[];
  /** Paths of files that the site has already and that were not written again. */
  readonly kept: readonly string[];
}

/** Where the search files of a site stand below its base. Site and client both read it. */
export const SEARCH_FOLDER = 'search/';

/**
 * Pages of a part of an index. An edit makes one part anew, which takes longer the larger it is; but a reader asks for
 * some files of each part, and each weighs words by its own pages alone.
 */
const PART_PAGES = 750;

/** Of how many parts the index of a locale consists. */
export function indexParts(pages: number): number {
  return Math.max(1, Math.ceil(pages / PART_PAGES));
}

/** The part that holds the page of a family, whatever other families there are; counted from 0. */
export function indexPart(path: string, parts: number): number {
  return titleBucket(path, parts);
}

/** Folder of a part below the base of the site, with a slash at its end. The first one holds what all of them share. */
export function indexFolder(locale: string, part: number): string {
  return `${SEARCH_FOLDER}${locale}/${part === 0 ? '' : `${part}/`}`;
}

/**
 * URL of Pagefind's module for one of the indexes that a search asks. All of them have the same file, that of the first,
 * whose bytes are loaded once; by its fragment a browser makes another module of it, because one holds the word forms of
 * one language.
 * @param folder URL of {@link SEARCH_FOLDER}
 * @param first, locale {@link Locale.id} of the first index and of this one
 */
export function indexModule(folder: string, first: string, locale: string): string {
  return `${folder}${first}/pagefind.js${locale === first ? '' : `#${locale}`}`;
}

/** `site.json` of one locale: what the reader's search needs beside the indexes. */
export interface SearchFacts {
  /** Language of the reader's titles. */
  readonly reader: { readonly tag: string; readonly dir: 'ltr' | 'rtl' };
  /** The indexes to ask, of so many parts: the reader's own, where it has pages, and the source's. */
  readonly indexes: readonly { readonly locale: string; readonly tag: string; readonly dir: 'ltr' | 'rtl'; readonly parts: number }[];
  /** Titles of the first folders, by slug. */
  readonly sections: Readonly<Record<string, string>>;
  /** Number of `titles-<n>.json` files; a page stands in the one of {@link titleBucket}. 0 in the source locale. */
  readonly buckets: number;
}

/** Which file holds the title of a page. FNV-1a over UTF-16 code units. */
export function titleBucket(slug: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < slug.length; at++) hash = Math.imul(hash ^ slug.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % buckets;
}
