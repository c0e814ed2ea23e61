import { fill, type FacingOptions, type Filled, type FillOptions } from '../markdown/fill.ts';
import type { Highlighter } from '../markdown/highlight.ts';
import type { MarkdownCache } from '../markdown/markdown-cache.ts';
import type { Article } from '../model/article.ts';
import type { DiffPart, SegmentChange } from '../model/family.ts';
import type { CompiledInline, CompiledSkeleton, SegmentContext, UiKey } from '../model/markup.ts';
import type { Locale } from '../model/locale.ts';
import type { LinkTarget, SiteConfig } from '../model/site.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { wordDiff } from '../text/word-diff.ts';
import type { PageHeading, ReviewedCount } from '../views/article-page.ts';
import { render } from '../views/html.ts';
import { SHOW_ORIGINAL } from '../views/reading-modes.ts';
import { uiLanguage } from '../views/ui-language.ts';
import type { Ui } from '../views/ui.ts';
import type { Assets } from './assets.ts';
import { codeRegion } from './code-region.ts';

/** The article's own content, ready for its page. */
export interface ArticleBody {
  readonly html: string;
  readonly headings: readonly PageHeading[];
  /** Plain text of the first paragraph, at most 300 characters. */
  readonly summary: string;
  /** Whether the source stands beside the target. */
  readonly facing: boolean;
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
  /** The same, seen from the source's article. */
  readonly resolveSource: (path: string, url: string) => LinkTarget;
  /** How many segments of an article people have accepted; undefined when nobody keeps account of it. */
  readonly reviewed?: (article: Article) => ReviewedCount | undefined;
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
  /** What became of the source of the segment at an index since; undefined when it is as it was. */
  readonly change?: (index: number) => SegmentChange | undefined;
}

/** An article may include others this deep; deeper is a mistake even where it is no cycle. */
const INCLUDE_DEPTH = 8;

/**
 * Fills the compiled skeleton of an article with one side of its bitext; with `facing`, the source stands beside
 * every block of the target. `compiled`: made elsewhere, of the same segments.
 */
export function articleBody(text: BodyText, context: BodyContext, facing: boolean, compiled = context.cache.skeleton(text.article.skeleton)): ArticleBody {
  const usedIds = new Set<string>();
  const sourceLocale = context.config.sourceLocale;
  let includes = 0;
  const faces = facing && text.side === 'target' && text.article.segments.length > 0 && text.article.locale !== sourceLocale;
  return { ...fillText(text, compiled, '', [text.article.path], faces), facing: faces };

  function fillText({ article, side, covers, change }: BodyText, skeleton: CompiledSkeleton, idPrefix: string, open: readonly string[], faced: boolean): Filled {
    const inline = remembersLast((segment, place) => context.cache.inline(segment, place, skeleton.definitions));
    return fill(skeleton, {
      side,
      segments: article.segments,
      covers,
      inline,
      link: (url) => linkAttributes(context, article, url),
      image: (url) => imageAttributes(context, context.resolve(article.path, url)),
      include: (url, isInline, label) => include(article, url, isInline, label, open, faced),
      xref: (uid) => crossReference(context, article, uid),
      ui: (key) => context.ui.text(key),
      uiLanguage: render(uiLanguage(context.ui)),
      code: (slot) => code(context, article, slot),
      idPrefix,
      usedIds,
      facing: faced ? facingOptions(article, change, open) : undefined,
    });
  }

  function facingOptions(article: Article, change: BodyText['change'], open: readonly string[]): FacingOptions {
    return {
      attributes: sourceLanguage(context),
      controlLabel: SHOW_ORIGINAL,
      image: (url) => {
        const image = context.resolveSource(article.path, url);
        // The target's own stands for one that is not there.
        return imageAttributes(context, image.kind === 'asset' || image.kind === 'external' ? image : context.resolve(article.path, url));
      },
      include: (url, label) => includedSource(article, url, label, open),
      change: (index) => {
        const found = change?.(index);
        return found && { label: context.ui.text('sentence-changed'), html: changeHtml(found, context) };
      },
    };
  }

  function include(from: Article, url: string, inline: boolean, label: string, open: readonly string[], faced: boolean): string {
    const included = findIncluded(from, url, open);
    if (!included) return missing(context, 'include-missing', inline, label);
    const source = isSource(included.article);
    // The sentence around an inline include has its source as a whole.
    const { html } = fillIncluded(included, open, faced && !inline && !source && included.side === 'target' && included.article.segments.length > 0);
    const body = inline ? asPhrasing(html) : html;
    return source && !isSource(from) ? asSource(context, body, inline) : body;
  }

  function includedSource(from: Article, url: string, label: string, open: readonly string[]): string {
    const included = findIncluded(from, url, open);
    if (!included) return missing(context, 'include-missing', true, label);
    const side = isSource(included.article) ? included.side : 'source';
    return asPhrasing(fillIncluded({ ...included, side }, open, false).html).replace(/ id="[^"]*"/g, '');
  }

  function findIncluded(from: Article, url: string, open: readonly string[]): BodyText | undefined {
    const target = context.resolve(from.path, url);
    const included = target.kind === 'article' ? context.findArticle(target.path, isSource(from)) : undefined;
    return !included || open.includes(included.article.path) || open.length > INCLUDE_DEPTH ? undefined : included;
  }

  function fillIncluded(included: BodyText, open: readonly string[], faced: boolean): Filled {
    includes += 1;
    return fillText(included, context.cache.skeleton(included.article.skeleton), `i${includes}-`, [...open, included.article.path], faced);
  }

  /** Whether an article on this page is shown in the source language: the page's own as it says, others by where they are from. */
  function isSource(article: Article): boolean {
    if (text.side === 'source' || article.locale === sourceLocale || context.locale.id === sourceLocale) return true;
    return article.locale !== context.locale.id;
  }
}

/** The blank between two sentences depends on both: each is asked for again. */
function remembersLast(inline: FillOptions['inline']): FillOptions['inline'] {
  let last: { readonly text: string; readonly place: SegmentContext; readonly compiled: CompiledInline } | undefined;
  return (text, place) => {
    if (last?.place !== place || last.text !== text) last = { text, place, compiled: inline(text, place) };
    return last.compiled;
  };
}

/** Blocks of an article that is included in the middle of a paragraph, which can hold none. */
function asPhrasing(html: string): string {
  const only = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1] ?? html;
  return only.replace(BLOCK_TAG, ' ').trim();
}

const BLOCK_TAG = /<\/?(?:blockquote|caption|center|col|colgroup|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|input|label|li|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s>])[^>]*>/g;

function asSource(context: BodyContext, html: string, inline: boolean): string {
  const tag = inline ? 'span' : 'div';
  return `<${tag} data-side="source"${sourceLanguage(context)}>${html}</${tag}>`;
}

function sourceLanguage({ config }: BodyContext): string {
  const source = config.locales.find((locale) => locale.id === config.sourceLocale);
  return ` lang="${escapeHtml(source?.tag ?? config.sourceLocale)}" dir="${source?.dir ?? 'ltr'}" data-script="${escapeHtml(source?.script ?? 'Latn')}"`;
}

/** A sentence of the source as it is now, word by word. */
function changeHtml(change: SegmentChange, { cache }: BodyContext): string {
  if (change.kind === 'removed') return ` <span class="d">${diffHtml([{ kind: 'removed', text: plain(change.before) }])}</span>`;
  return change.kind === 'edited' ? ` <span class="d">${diffHtml(wordDiff(plain(change.before), plain(change.after)))}</span>` : '';

  function plain(text: string): string {
    return cache.inline(text, { syntax: 'markdown', inLink: true, flow: false }, '').plain;
  }
}

function diffHtml(parts: readonly DiffPart[]): string {
  return parts.map(({ kind, text }) => (kind === 'same' ? escapeHtml(text) : kind === 'added' ? `<ins>${escapeHtml(text)}</ins>` : `<del>${escapeHtml(text)}</del>`)).join('');
}

function sourceTag({ config }: BodyContext): string {
  return config.locales.find((locale) => locale.id === config.sourceLocale)?.tag ?? config.sourceLocale;
}

/** A notice in the place of something that is not there. In a sentence its label says more, and reads as part of it. */
function missing({ ui }: BodyContext, key: UiKey, inline: boolean, label = ''): string {
  const words = ui.text(key);
  if (inline && label !== '') return `<code class="missing" title="${escapeHtml(words)}" data-ui>${escapeHtml(label)}</code>`;
  const note = `<span class="missing" data-ui${render(uiLanguage(ui))}>${escapeHtml(words)}</span>`;
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

function imageAttributes(context: BodyContext, target: LinkTarget): string {
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
  return title === undefined ? `<code>${escapeHtml(apiName(uid))}</code>` : `<a${linkAttributes(context, article, `xref:${uid}`)}>${escapeHtml(title)}</a>`;
}

/** A uid as the name of what it means: without the marks for all overloads and for the number of type parameters. apiName('System.Func`2.Invoke*') // => 'System.Func.Invoke' */
const apiName = (uid: string): string => uid.replace(/\*$|``?\d+(?![\w`])/g, '') || uid;

function code(context: BodyContext, article: Article, slot: { readonly language: string; readonly code: string; readonly file?: string; readonly region?: string }): string {
  if (slot.file === undefined) return context.highlighter.html(slot.language, slot.code);
  const target = context.resolve(article.path, slot.file);
  const text = target.kind === 'asset' ? context.readText(target.file) : undefined;
  const region = text === undefined ? undefined : codeRegion(text, slot.region);
  return region === undefined ? missing(context, 'code-missing', false) : context.highlighter.html(slot.language, region);
}
