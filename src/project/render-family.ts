import { rebuildSource } from '../align/rebuild-source.ts';
import type { Article } from '../model/article.ts';
import type { Family, SegmentChange, Translation } from '../model/family.ts';
import type { PageEntry } from '../model/site.ts';
import { articlePage, type PageTools } from './article-page.ts';
import { compileRendered } from '../markdown/compile-rendered.ts';
import { articleBody, type ArticleBody, type BodyContext, type BodyText } from './article-body.ts';
import type { ArticlePage } from '../views/article-page.ts';
import type { SiteLookup } from './site-lookup.ts';
import { sourceBitext } from './source-bitext.ts';

/** The page of one locale as plain props; undefined when the family has no page there. */
export function familyPage(family: Family, entry: PageEntry, site: SiteLookup, context: BodyContext): ArticlePage | undefined {
  const text = pageText(family, entry);
  return text && articlePage(site, entry, family, entry.mdx ? EMPTY : articleBody(text, context, entry.slug !== ''), pageTools(family, context));
}

/** The same page with the body that MDX has rendered, placeholders still in it. */
export function mdxPage(family: Family, entry: PageEntry, site: SiteLookup, context: BodyContext, rendered: string): ArticlePage | undefined {
  const text = pageText(family, entry);
  return text && articlePage(site, entry, family, articleBody(text, context, entry.slug !== '', compileRendered(rendered)), pageTools(family, context));
}

function pageTools({ translations }: Family, { cache, reviewed }: BodyContext): PageTools {
  return {
    plain: (raw) => cache.text(raw).plain,
    reviewOf: (locale) => {
      const article = translations.find((translation) => translation.locale === locale)?.article;
      return article && reviewed?.(article);
    },
  };
}

const EMPTY: ArticleBody = { html: '', headings: [], summary: '', facing: false };

/** Which text a page shows: the locale's own, or the source's, from its file or rebuilt. */
export function pageText(family: Family, entry: Pick<PageEntry, 'kind' | 'locale'>): BodyText | undefined {
  if (entry.kind !== 'own') return sourceText(family);
  return ownText(family, entry.locale);
}

export function ownText(family: Family, locale: string): BodyText | undefined {
  if (family.sourceArticle?.locale === locale) return sourceFile(family, family.sourceArticle);
  const translation = family.translations.find((candidate) => candidate.locale === locale);
  return translation && { article: translation.article, side: 'target', covers: (index) => translation.joined[index]?.covers ?? [], change: changesOf(translation) };
}

/** Changes of the source by segment: those of any sentence that a segment answers for. */
function changesOf({ joined, changes }: Translation): (index: number) => SegmentChange | undefined {
  const changed = new Map<string, SegmentChange>();
  for (const change of changes) if (change.kind === 'edited' || change.kind === 'removed') changed.set(change.ordinal, change);
  if (changed.size === 0) return () => undefined;
  return (index) => {
    const item = joined[index];
    return item && (changed.get(item.segment.ordinal) ?? item.covers.map((ordinal) => changed.get(String(ordinal))).find((change) => change !== undefined));
  };
}

export function sourceText(family: Family): BodyText | undefined {
  if (family.sourceArticle) return sourceFile(family, family.sourceArticle);
  const rebuilt = rebuildSource(family);
  const translation = rebuilt && family.translations.find(({ article }) => article === rebuilt.article);
  return translation && { article: translation.article, side: 'source', covers: (index) => translation.joined[index]?.covers ?? [] };
}

/** The source's own file, with the ordinals of its translations where there are any. */
function sourceFile(family: Family, file: Article): BodyText {
  const { article, joined } = sourceBitext(family) ?? { article: file, joined: [] };
  return { article, side: 'target', covers: (index) => joined[index]?.covers ?? [] };
}
