import type { Article, Range } from '../../model/article.ts';
import { blankRanges } from '../../text/blank-ranges.ts';

/**
 * What the reader of the translation does not see: frontmatter, tags of the pairs and source halves.
 * Ascending, in `article.text`.
 */
export function hiddenRanges({ bodyStart, segments }: Article): Range[] {
  const hidden: Range[] = [{ start: 0, end: bodyStart }];
  for (const { start, end, targetRange } of segments) hidden.push({ start, end: targetRange.start }, { start: targetRange.end, end });
  return hidden;
}

/** The article's text with {@link hiddenRanges} blanked to equal length: offsets are offsets of `article.text`. */
export function targetText(article: Article): string {
  return blankRanges(article.text, hiddenRanges(article));
}

/** What stands outside the pairs, blanked to equal length likewise. */
export function outsideText(article: Article): string {
  return blankRanges(article.text, [{ start: 0, end: article.bodyStart }, ...article.segments]);
}
