import { htmlText } from '../markdown/html-text.ts';
import type { Article, Segment } from '../model/article.ts';
import type { InlineText } from '../model/inline.ts';
import type { CompiledSkeleton, SegmentContext } from '../model/markup.ts';
import type { TargetPlace } from '../review/replace-target.ts';
import { LineIndex } from '../text/line-index.ts';
import { once } from '../text/memoised.ts';
import { segmentReaders, type SegmentReader } from './segment-readers.ts';
import { placeIn, targetPlaces } from './target-places.ts';

/** How the segments of an article stand on its page: the distinct ways, and which of them each segment has, by its index. Plain. */
export interface SegmentContexts {
  readonly kinds: readonly SegmentContext[];
  readonly of: readonly number[];
}

/** What is looked up in one text of an article again and again while someone works in it; each is made when it is first asked for. */
export interface ArticleTools {
  readonly article: Article;
  /** The first segment with an ordinal. */
  segment(ordinal: string): Segment | undefined;
  /** How the sides of the segment at an index are read. */
  reader(index: number): SegmentReader;
  place(index: number): TargetPlace;
  readonly lines: LineIndex;
  /** The same for the article with another target, which stands on its page as it did. */
  after(article: Article): ArticleTools;
}

/** @param contexts where they are known, so that the skeleton need not be compiled */
export function articleTools(article: Article, inlineText: SegmentReader, skeleton: (text: string) => CompiledSkeleton, contexts?: SegmentContexts): ArticleTools {
  const lines = once(() => new LineIndex(article.text));
  const byOrdinal = once(() => new Map(article.segments.toReversed().map((segment) => [segment.ordinal, segment])));
  const places = once(() => targetPlaces(article, skeleton(article.skeleton)));
  const readers = once(() => segmentReaders(article, inlineText, skeleton));
  const contextOf = contexts && ((index: number) => contexts.kinds[contexts.of[index] ?? -1]);
  return {
    article,
    segment: (ordinal) => byOrdinal().get(ordinal),
    reader: contextOf ? (index) => (contextOf(index)?.syntax === 'html' ? htmlText : inlineText) : (index) => readers()(index),
    place: contextOf ? (index) => placeIn(article, index, contextOf(index)) : (index) => places()(index),
    get lines() {
      return lines();
    },
    after: (other) => articleTools(other, inlineText, skeleton, contexts),
  };
}

/** {@link SegmentContexts} of an article, for a thread that has not compiled it. */
export function segmentContexts(article: Article, skeleton: CompiledSkeleton): SegmentContexts {
  const kinds = new Map<string, number>();
  const distinct: SegmentContext[] = [];
  const places = targetPlaces(article, skeleton);
  const of = article.segments.map(({ index }) => {
    const { context } = places(index);
    const key = JSON.stringify(context);
    const known = kinds.get(key) ?? distinct.push(context) - 1;
    kinds.set(key, known);
    return known;
  });
  return { kinds: distinct, of };
}

/** Whether a raw text is read as HTML, which tells the memory what may be replaced in it. */
export function readsHtml(reader: (raw: string) => InlineText): boolean {
  return reader === htmlText;
}
