import { posix } from 'node:path';
import { articleReferences } from '../checks/shared/article-references.ts';
import { linkTitles } from '../exchange/link-titles.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Article } from '../model/article.ts';
import type { InlineText } from '../model/inline.ts';
import { hasSameBitext } from './same-bitext.ts';

/** The title of a link or an image that stands outside the segments, e.g. of one whose text is a segment. */
export interface OutsideTitle {
  /** Counts the links and images of the article with such a title, from 1. */
  readonly number: number;
  /** As shown. */
  readonly text: string;
  readonly of: 'link' | 'image';
  /** What it leads to: the last part of the address, which is the same in all locales. */
  readonly name: string;
  /** Range of the title with its quotes; offsets into the file. */
  readonly start: number;
  readonly end: number;
}

/** The titles outside an article's segments, in their order. */
export function outsideTitles(article: Article, inlineText: (raw: string) => InlineText): OutsideTitle[] {
  const { text, segments, bodyStart } = article;
  let next = 0;
  let number = 0;
  return articleReferences(article).flatMap(({ kind, form, url, end: after }): OutsideTitle[] => {
    if (form !== 'inline' || (kind !== 'link' && kind !== 'image') || after < bodyStart) return [];
    TITLE.lastIndex = after;
    const [found = '', written = ''] = TITLE.exec(text) ?? [];
    if (written === '') return [];
    const start = after + found.indexOf(written);
    const end = start + written.length;
    while ((segments[next]?.end ?? Infinity) <= start) next++;
    const segment = segments[next];
    const [title] = linkTitles(inlineText(`[x](x ${written})`));
    if (!title || (segment && segment.start < end)) return [];
    number += 1;
    return [{ number, text: title.title, of: kind, name: posix.basename(url.replace(/[?#].*$/, '')).toLowerCase(), start, end }];
  });
}

/** From the end of an address to the end of its link. No title is as long as a page. */
const TITLE = />?\s+("(?:\\[^]|[^"\\]){1,1000}"|'(?:\\[^]|[^'\\]){1,1000}')\s*\)/y;

/** The titles of a translation whose link or image stands in the source as well, with those of the source. */
export function titleUnitPairs(source: Article, target: Article, inlineText: (raw: string) => InlineText): { readonly source: OutsideTitle; readonly target: OutsideTitle }[] {
  const free = Map.groupBy(outsideTitles(source, inlineText), keyOf);
  return outsideTitles(target, inlineText).flatMap((title) => {
    const partner = free.get(keyOf(title))?.shift();
    return partner ? [{ source: partner, target: title }] : [];
  });
}

/** The file with another title; undefined when it would be read as something else. */
export function replaceOutsideTitle(article: Article, old: OutsideTitle, value: string, inlineText: (raw: string) => InlineText): string | undefined {
  const wanted = value.replace(/\s+/g, ' ').trim();
  // A bar ends the cell of a table.
  const written = `"${wanted.replace(/["\\|]/g, '\\$&').replace(/&(?=[#a-z])/gi, '&amp;')}"`;
  const text = article.text.slice(0, old.start) + written + article.text.slice(old.end);
  const after = ingest({ locale: article.locale, path: article.path, file: article.file, text });
  const listed = (titles: readonly OutsideTitle[]): string => titles.map((title) => `${title.number} ${keyOf(title)} ${title.text}`).join('\n');
  const expected = outsideTitles(article, inlineText).map((title) => (title.number === old.number ? { ...title, text: wanted } : title));
  return listed(outsideTitles(after, inlineText)) === listed(expected) && hasSameBitext(article, after) ? text : undefined;
}

function keyOf({ of, name }: OutsideTitle): string {
  return `${of} ${name}`;
}
