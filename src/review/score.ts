import { SEVERITY_WEIGHTS, type SegmentReview } from '../model/review.ts';

/**
 * Weighted errors per 1,000 words, as in MQM: only what a person has rejected counts, findings do not.
 * Undefined without words.
 * @param words words of the source
 */
export function qualityScore(reviews: Iterable<SegmentReview>, words: number): number | undefined {
  if (words === 0) return undefined;
  let weight = 0;
  for (const { rejection } of reviews) if (rejection) weight += SEVERITY_WEIGHTS[rejection.severity];
  return (weight / words) * 1000;
}
