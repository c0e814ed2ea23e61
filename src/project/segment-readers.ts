import { htmlText } from '../markdown/html-text.ts';
import type { Article } from '../model/article.ts';
import type { InlineText } from '../model/inline.ts';
import type { CompiledSkeleton } from '../model/markup.ts';
import { targetPlaces } from './target-places.ts';

/** Reads a side of a segment: as inline Markdown, or as HTML where no Markdown is read. */
export type SegmentReader = (raw: string) => InlineText;

/** How the sides of each segment of an article are read, by its index. */
export function segmentReaders(article: Article, inlineText: SegmentReader, skeleton: (text: string) => CompiledSkeleton): (index: number) => SegmentReader {
  // Most articles hold no HTML; then where their segments stand makes no difference.
  if (!/<[a-z]/i.test(article.skeleton)) return () => inlineText;
  const places = targetPlaces(article, skeleton(article.skeleton));
  return (index) => (places(index).context.syntax === 'html' ? htmlText : inlineText);
}
