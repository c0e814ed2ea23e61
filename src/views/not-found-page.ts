import type { PageBase } from './shell.ts';

/** The page for addresses without a page. Its `languages` lead to the home pages. */
export type NotFoundPage = PageBase;
