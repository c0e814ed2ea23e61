import { posix } from 'node:path';
import { articleReferences } from '../checks/shared/article-references.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Article } from '../model/article.ts';
import type { InlineText } from '../model/inline.ts';
import { escapeMarkdown } from '../text/plain-markdown.ts';
import { hasSameBitext } from './same-bitext.ts';

/** The alternative text of an image that stands outside the segments. */
export interface ImageAlt {
  /** Counts the images of the article outside its segments, from 1; also those without a text. */
  readonly number: number;
  /** As shown. */
  readonly text: string;
  /** Name of the image's file. */
  readonly name: string;
  /** Range of the text as written; offsets into the file. */
  readonly start: number;
  readonly end: number;
  readonly form: 'inline' | 'html';
}

/** The alternative texts of an article's images, in their order. */
export function imageAlts(article: Article, inlineText: (raw: string) => InlineText): ImageAlt[] {
  const { text, segments, bodyStart } = article;
  let next = 0;
  let number = 0;
  return articleReferences(article).flatMap(({ kind, form, url, start: at, labelStart: start, labelEnd: end }): ImageAlt[] => {
    while ((segments[next]?.end ?? Infinity) <= Math.min(at, start)) next++;
    const segment = segments[next];
    if (kind !== 'image' || form === 'definition' || at < bodyStart || (segment && segment.start < Math.max(at, end))) return [];
    number += 1;
    const written = text.slice(start, end);
    const shown = form === 'inline' ? inlineText(written).plain : written;
    // What an attribute spells with references is left to the file.
    if (shown.trim() === '' || (form === 'html' && shown.includes('&'))) return [];
    return [{ number, text: shown, name: posix.basename(url.replace(/[?#].*$/, '')).toLowerCase(), start, end, form }];
  });
}

/** The alternative texts of a translation whose image stands in the source as well, with those of the source. */
export function altPairs(source: Article, target: Article, inlineText: (raw: string) => InlineText): { readonly source: ImageAlt; readonly target: ImageAlt }[] {
  const free = Map.groupBy(imageAlts(source, inlineText), ({ name }) => name);
  return imageAlts(target, inlineText).flatMap((alt) => {
    const partner = free.get(alt.name)?.shift();
    return partner ? [{ source: partner, target: alt }] : [];
  });
}

/** The file with another alternative text; undefined when it would be read as something else. */
export function replaceAlt(article: Article, alt: ImageAlt, value: string, inlineText: (raw: string) => InlineText): string | undefined {
  const wanted = value.replace(/\s+/g, ' ').trim();
  const expected = imageAlts(article, inlineText).map(({ number, name, text }) => `${number} ${name} ${number === alt.number ? wanted : text}`).join('\n');
  for (const spelling of spellings(wanted, alt.form)) {
    const text = article.text.slice(0, alt.start) + spelling + article.text.slice(alt.end);
    const after = ingest({ locale: article.locale, path: article.path, file: article.file, text });
    const found = imageAlts(after, inlineText).map(({ number, name, text: shown }) => `${number} ${name} ${shown}`).join('\n');
    if (found === expected && hasSameBitext(article, after)) return text;
  }
  return undefined;
}

function spellings(wanted: string, form: ImageAlt['form']): string[] {
  if (form === 'html') return /["'<>&]|:::/.test(wanted) ? [] : [wanted];
  // A bar ends the cell of a table, a bracket the text.
  return [...(/[[\]|]/.test(wanted) ? [] : [wanted]), escapeMarkdown(wanted).replaceAll('|', '\\|')];
}
