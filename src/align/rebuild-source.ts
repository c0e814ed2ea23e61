import type { Article, Segment } from '../model/article.ts';
import type { Family } from '../model/family.ts';
import { PLACEHOLDER_CLOSE, PLACEHOLDER_OPEN } from '../model/skeleton.ts';
import { metadataText } from '../text/metadata-text.ts';

/** What a source page is made of when the source locale has no file. */
export interface RebuiltSource {
  /** The translation whose skeleton and sources are used. Alt texts in its skeleton are translated: their source is lost. */
  readonly article: Article;
  /** Plain text, never empty: the source of `title` where the file has it, else the first H1's source, else its anchor's words, else the file name's words. */
  readonly title: string;
}

/** The source article of a family without a source file; undefined when there is one, or nothing to rebuild it from. */
export function rebuildSource(family: Family): RebuiltSource | undefined {
  const article = family.translations.find(({ locale }) => locale === family.rebuiltFrom)?.article;
  return article && { article, title: sourceTitle(article) };
}

function sourceTitle({ frontmatter, skeleton, segments, path }: Article): string {
  const written = metadataText(frontmatter.sources?.['title']);
  if (written !== '') return written;
  const heading = firstHeading(skeleton);
  const title = plainText(projectLine(heading, segments));
  if (title !== '') return title;
  const anchor = /<a name="([^"<>]*)">/.exec(heading)?.[1] ?? '';
  return wordsOf(anchor) || wordsOf(path.slice(path.lastIndexOf('/') + 1).replace(/\.mdx?$/, '')) || path;
}

/** Of the first-level headings the first with a segment, else the first: a line of code may look like one. */
function firstHeading(skeleton: string): string {
  const heading = /^ {0,3}#(?=[ \t<])(.*\uFDD0.*)$/m.exec(skeleton) ?? /^ {0,3}#(?=[ \t<])(.*)$/m.exec(skeleton);
  return heading?.[1] ?? '';
}

function projectLine(line: string, segments: readonly Segment[]): string {
  return line
    .split(PLACEHOLDER_OPEN)
    .map((piece, index) => {
      const close = piece.indexOf(PLACEHOLDER_CLOSE);
      return index === 0 || close < 0 ? piece : (segments[Number(piece.slice(0, close))]?.source ?? '') + piece.slice(close + 1);
    })
    .join('');
}

/** Inline Markdown and HTML reduced to their words: for titles, where no parser is at hand. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/<\/?(?:a|b|br|em|i|img|span|strong|sub|sup|u)\b[^<>]*>/gi, '')
    .replace(/(?<!\\)(?:\*{1,3}|`+)/g, '')
    .replace(/(?<![\p{L}\p{N}\\])_{1,3}|(?<!\\)_{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s#+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** wordsOf('solving-smtp-issues') // => 'Solving smtp issues' */
function wordsOf(slug: string): string {
  const words = slug.replace(/[-_\s\u200B]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
