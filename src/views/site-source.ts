import type { ArticlePage } from './article-page.ts';
import type { CheckListPage, CheckPage } from './check-page.ts';
import type { HomePage } from './home-page.ts';
import type { NotFoundPage } from './not-found-page.ts';
import type { TemplateLayout } from './page-slots.ts';
import type { RootPage } from './root-page.ts';
import type { SearchPage } from './search-page.ts';
import type { SectionPage } from './section-page.ts';
import type { Shell } from './shell.ts';

/**
 * What the site's pages ask for; `virtual:interlinear` provides it.
 * Which pages Astro renders is decided by the `…Paths` methods alone: a production build leaves the
 * articles to the workers and asks for templates instead. Locales are {@link Locale.id}.
 */
export interface SiteSource {
  /** Layouts to be rendered with marked slots; empty in `dev`. */
  templatePaths(): readonly { readonly layout: TemplateLayout; readonly locale: string }[];
  shell(locale: string): Shell;
  /** Whether a locale can be searched; where not, its pages have no search box. */
  hasSearch(locale: string): boolean;

  /** Articles and sections by slug (no leading slash, trailing slash: `guides/install/`). */
  pagePaths(): Promise<readonly { readonly locale: string; readonly slug: string }[]>;
  page(locale: string, slug: string): Promise<SitePage>;

  homePaths(): readonly string[];
  /** What {@link homePage} shows beside the navigation; undefined where the locale has no article for it. */
  homeArticle(locale: string): Promise<ArticlePage | undefined>;
  homePage(locale: string): Promise<{ readonly page: HomePage; readonly mdx: string | undefined }>;

  /** Keys of all MDX articles in all locales, e.g. `vi-vn/index.mdx`. */
  mdxKeys(): readonly string[];
  /** MDX without anything that could run; placeholders stand for the segments. */
  mdxCode(key: string): string;
  /** The side that can stand beside the one that the page shows; undefined when its article has only one. */
  mdxFacing(key: string): FacingSide | undefined;
  /** The page of an MDX article, its rendered body filled with the segments. */
  finishMdx(key: string, rendered: string): ArticlePage;

  notFoundPaths(): readonly string[];
  notFoundPage(locale: string): NotFoundPage;
  /** Locales that have a page to search on. */
  searchPaths(): readonly string[];
  searchPage(locale: string): Promise<SearchPage>;
  rootPage(): Promise<RootPage>;
  /** In the default locale, for hosts that know only one page for unknown addresses. */
  rootNotFoundPage(): NotFoundPage;

  /** Whether the site has the review desk. */
  hasReview(): boolean;

  /** Empty when the site has no check reference; then {@link checkListPage} is not asked for. */
  checkPaths(): readonly string[];
  checkPage(id: string): CheckPage;
  checkListPage(): CheckListPage;
}

export interface FacingSide {
  readonly side: 'source' | 'target';
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

export type SitePage =
  /** `mdx`: the key of the MDX article whose body the page still lacks. */
  | { readonly kind: 'article'; readonly page: ArticlePage; readonly mdx: string | undefined }
  | { readonly kind: 'section'; readonly page: SectionPage };
