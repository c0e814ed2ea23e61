import type { LanguageLink, PageBase } from './shell.ts';

/** The page at the root of the site: offers the languages. In the default locale; nobody is redirected. */
export interface RootPage extends PageBase {
  readonly languages: readonly RootLanguage[];
}

export interface RootLanguage extends LanguageLink {
  /** The site's title in this language. */
  readonly siteTitle: string;
}
