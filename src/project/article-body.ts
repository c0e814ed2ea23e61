import { fill } from '../markdown/fill.ts';
import type { Highlighter } from '../markdown/highlight.ts';
import type { MarkdownCache } from '../markdown/markdown-cache.ts';
import type { Article } from '../model/article.ts';
import type { CompiledSkeleton } from '../model/markup.ts';
import type { Locale } from '../model/locale.ts';
import type { LinkTarget, SiteConfig } from '../model/site.ts';
import { escapeHtml } from '../text/escape-html.ts';
import type { PageHeading } from '../views/article-page.ts';
import type { Ui } from '../views/ui.ts';
import type { Assets } from './assets.ts';
import { codeRegion } from './code-region.ts';

/** The article's own content, ready for its page. */
export interface ArticleBody {
  readonly html: string;
  readonly headings: readonly PageHeading[];
  /** Plain text of the first paragraph, at most 300 characters. */
  readonly summary: string;
}

export interface BodyContext {
  readonly config: SiteConfig;
  readonly cache: MarkdownCache;
  readonly highlighter: Highlighter;
  readonly assets: Assets;
  /** Locale of the page, and its interface. */
  readonly locale: Locale;
  readonly ui: Ui;
  /** Where a URL leads, seen from an article of the page's locale. */
  readonly resolve: (path: string, url: string) => LinkTarget;
  /** The article of the page's locale, else the source's text; inside a passage of the source the other way round. */
  readonly findArticle: (path: string, insideSource: boolean) => BodyText | undefined;
  readonly readText: (file: string) => string | undefined;
  /** Title of the article that a uid names. */
  readonly titleOf: (path: string) => string | undefined;
}

/** Which text of which article is shown. */
export interface BodyText {
  readonly article: Article;
  readonly side: 'target' | 'source';
  /** Numeric ordinals that the segment at an index answers for. */
  readonly covers: (index: number) => readonly number[];
}

/** An article may include others this deep; deeper is a mistake even where it is no cycle. */
const INCLUDE_DEPTH = 8;

/** Fills the compiled skeleton of an article with one side of its bitext. `compiled`: made elsewhere, of the same segments. */
export function articleBody(text: BodyText, context: BodyContext, compiled = context.cache.skeleton(text.article.skeleton)): ArticleBody {
  const usedIds = new Set<string>();
  const sourceLocale = context.config.sourceLocale;
  let includes = 0;
  return fillText(text, compiled, '', [text.article.path]);

  function fillText({ article, side, covers }: BodyText, skeleton: CompiledSkeleton, idPrefix: string, open: readonly string[]): ArticleBody {
    return fill(skeleton, {
      side,
      segments: article.segments,
      covers,
      inline: (segment, place) => context.cache.inline(segment, place, skeleton.definitions),
      link: (url) => linkAttributes(context, article, url),
      image: (url) => imageAttributes(context, article, url),
      include: (url, inline) => include(article, url, inline, open),
      xref: (uid) => crossReference(context, article, uid),
      ui: (key) => context.ui.text(key),
      code: (slot) => code(context, article, slot),
      idPrefix,
      usedIds,
    });
  }

  function include(from: Article, url: string, inline: boolean, open: readonly string[]): string {
    const target = context.resolve(from.path, url);
    const included = target.kind === 'article' ? context.findArticle(target.path, isSource(from)) : undefined;
    if (!included || open.includes(included.article.path) || open.length > INCLUDE_DEPTH) return missing(context.ui.text('include-missing'), inline);
    includes += 1;
    const { html } = fillText(included, context.cache.skeleton(included.article.skeleton), `i${includes}-`, [...open, included.article.path]);
    const body = inline ? asPhrasing(html) : html;
    return isSource(included.article) && !isSource(from) ? asSource(context, body, inline) : body;
  }

  /** Whether an article on this page is shown in the source language: the page's own as it says, others by where they are from. */
  function isSource(article: Article): boolean {
    if (text.side === 'source' || article.locale === sourceLocale || context.locale.id === sourceLocale) return true;
    return article.locale !== context.locale.id;
  }
}

/** Blocks of an article that is included in the middle of a paragraph, which can hold none. */
function asPhrasing(html: string): string {
  const only = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1] ?? html;
  return only.replace(BLOCK_TAG, ' ').trim();
}

const BLOCK_TAG = /<\/?(?:blockquote|caption|center|col|colgroup|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|input|label|li|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s>])[^>]*>/g;

function asSource({ config }: BodyContext, html: string, inline: boolean): string {
  const source = config.locales.find((locale) => locale.id === config.sourceLocale);
  const tag = inline ? 'span' : 'div';
  return `<${tag} data-side="source" lang="${escapeHtml(source?.tag ?? config.sourceLocale)}" dir="${source?.dir ?? 'ltr'}">${html}</${tag}>`;
}

function sourceTag({ config }: BodyContext): string {
  return config.locales.find((locale) => locale.id === config.sourceLocale)?.tag ?? config.sourceLocale;
}

function missing(words: string, inline: boolean): string {
  const note = `<span class="missing" data-ui>${escapeHtml(words)}</span>`;
  return inline ? note : `<p>${note}</p>`;
}

function linkAttributes(context: BodyContext, article: Article, url: string): string {
  const target = context.resolve(article.path, url);
  switch (target.kind) {
    case 'external':
      return ` href="${escapeHtml(target.url)}"`;
    case 'fragment':
      return ` href="#${escapeHtml(target.fragment)}"`;
    case 'article': {
      const language = target.locale === context.config.sourceLocale && context.locale.id !== target.locale ? ` hreflang="${escapeHtml(sourceTag(context))}" class="to-source"` : '';
      return ` href="${escapeHtml(target.url)}${target.fragment === '' ? '' : `#${escapeHtml(target.fragment)}`}"${language}`;
    }
    case 'asset': {
      const asset = context.assets.publish(target.file);
      return asset ? ` href="${escapeHtml(context.config.base + asset.path)}"` : '';
    }
    case 'missing':
    case 'outside':
    case 'refused':
      return '';
  }
}

function imageAttributes(context: BodyContext, article: Article, url: string): string {
  const target = context.resolve(article.path, url);
  if (target.kind === 'external') return ` src="${escapeHtml(target.url)}"`;
  const asset = target.kind === 'asset' ? context.assets.publish(target.file) : undefined;
  // A browser shows the alternative text for an image that is there and cannot be shown; without an address it shows nothing.
  if (!asset) return ' src="data:image/png,"';
  const size = asset.width === undefined || asset.height === undefined ? '' : ` width="${asset.width}" height="${asset.height}"`;
  return ` src="${escapeHtml(context.config.base + asset.path)}"${size}`;
}

function crossReference(context: BodyContext, article: Article, uid: string): string {
  const target = context.resolve(article.path, `xref:${uid}`);
  const title = target.kind === 'article' ? context.titleOf(target.path) : undefined;
  return title === undefined ? `<code>${escapeHtml(uid)}</code>` : `<a${linkAttributes(context, article, `xref:${uid}`)}>${escapeHtml(title)}</a>`;
}

function code(context: BodyContext, article: Article, slot: { readonly language: string; readonly code: string; readonly file?: string; readonly region?: string }): string {
  if (slot.file === undefined) return context.highlighter.html(slot.language, slot.code);
  const target = context.resolve(article.path, slot.file);
  const text = target.kind === 'asset' ? context.readText(target.file) : undefined;
  const region = text === undefined ? undefined : codeRegion(text, slot.region);
  return region === undefined ? missing(context.ui.text('code-missing'), false) : context.highlighter.html(slot.language, region);
}
