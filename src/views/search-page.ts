import type { PageBase } from './shell.ts';

/** The page that searches a locale. Its `languages` lead to the same page of the others. */
export interface SearchPage extends PageBase {
  /** URLs that it loads as soon as it runs. */
  readonly preloads: { readonly data: readonly string[]; readonly modules: readonly string[] };
}

/** Where it stands below a locale's home page, unless an article does. */
export const SEARCH_SLUG = 'search/';
