import { rebuildSource } from '../align/rebuild-source.ts';
import type { Article } from '../model/article.ts';
import type { Family } from '../model/family.ts';
import type { PageEntry } from '../model/site.ts';
import { articlePage } from './article-page.ts';
import { compileRendered } from '../markdown/compile-rendered.ts';
import { articleBody, type ArticleBody, type BodyContext, type BodyText } from './article-body.ts';
import type { ArticlePage } from '../views/article-page.ts';
import type { SiteLookup } from './site-lookup.ts';

/** The page of one locale as plain props; undefined when the family has no page there. */
export function familyPage(family: Family, entry: PageEntry, site: SiteLookup, context: BodyContext): ArticlePage | undefined {
  const text = pageText(family, entry);
  return text && articlePage(site, entry, family, entry.mdx ? EMPTY : articleBody(text, context));
}

/** The same page with the body that MDX has rendered, placeholders still in it. */
export function mdxPage(family: Family, entry: PageEntry, site: SiteLookup, context: BodyContext, rendered: string): ArticlePage | undefined {
  const text = pageText(family, entry);
  return text && articlePage(site, entry, family, articleBody(text, context, compileRendered(rendered)));
}

const EMPTY: ArticleBody = { html: '', headings: [], summary: '' };

/** Which text a page shows: the locale's own, or the source's, from its file or rebuilt. */
export function pageText(family: Family, entry: Pick<PageEntry, 'kind' | 'locale'>): BodyText | undefined {
  if (entry.kind !== 'own') return sourceText(family);
  return ownText(family, entry.locale);
}

export function ownText(family: Family, locale: string): BodyText | undefined {
  if (family.sourceArticle?.locale === locale) return plainText(family.sourceArticle);
  const translation = family.translations.find((candidate) => candidate.locale === locale);
  return translation && { article: translation.article, side: 'target', covers: (index) => translation.joined[index]?.covers ?? [] };
}

export function sourceText(family: Family): BodyText | undefined {
  if (family.sourceArticle) return plainText(family.sourceArticle);
  const rebuilt = rebuildSource(family);
  const translation = rebuilt && family.translations.find(({ article }) => article === rebuilt.article);
  return translation && { article: translation.article, side: 'source', covers: (index) => translation.joined[index]?.covers ?? [] };
}

function plainText(article: Article): BodyText {
  return { article, side: 'target', covers: () => [] };
}
