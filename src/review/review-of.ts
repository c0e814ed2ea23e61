import type { Segment } from '../model/article.ts';
import type { SegmentReview } from '../model/review.ts';
import { contentHash } from '../text/content-hash.ts';

/** What was said about exactly these two texts; undefined when either has changed since. */
export function reviewOf(segment: Pick<Segment, 'ordinal' | 'source' | 'target'>, reviews: ReadonlyMap<string, SegmentReview>): SegmentReview | undefined {
  const review = reviews.get(segment.ordinal);
  return review && review.source === contentHash(segment.source) && review.target === contentHash(segment.target) ? review : undefined;
}

/** A segment that a person has accepted. */
export function isReviewed(review: SegmentReview | undefined): boolean {
  return review !== undefined && review.rejection === undefined && (review.state === 'reviewed' || review.state === 'final');
}
