import type { PageBase } from './shell.ts';

/** The page that searches a locale. Its `languages` lead to the same page of the others. */
export type SearchPage = PageBase;

/** Where it stands below a locale's home page, unless an article does. */
export const SEARCH_SLUG = 'search/';
