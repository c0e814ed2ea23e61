import type { QueueItem } from '../model/desk.ts';
import type { Translation } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { SegmentReview } from '../model/review.ts';
import { isReviewed, reviewOf } from '../review/review-of.ts';
import { qualityScore } from '../review/score.ts';

export interface QueueFacts {
  readonly title: string;
  readonly stale: number;
  /** Of this article in this locale. */
  readonly findings: readonly Finding[];
  readonly reviews: ReadonlyMap<string, SegmentReview>;
  readonly views: number | undefined;
  readonly wordsIn: (source: string) => number;
}

/** The entry of an article in the queue of its locale. */
export function queueItem({ article: { path, segments }, handOff }: Translation, { title, stale, findings, reviews, views, wordsIn }: QueueFacts): QueueItem {
  const held = segments.flatMap((segment) => reviewOf(segment, reviews) ?? []);
  const words = segments.reduce((sum, { source }) => sum + wordsIn(source), 0);
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    path,
    title,
    section: path.includes('/') ? path.slice(0, path.indexOf('/')) : '',
    words,
    segments: segments.length,
    reviewed: held.filter(isReviewed).length,
    rejected: held.filter(({ rejection }) => rejection).length,
    stale,
    provenance: handOff.provenance,
    date: handOff.date,
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
    rules: [...new Set(findings.map(({ rule }) => rule))].sort(),
    views,
    score: qualityScore(held, words),
  };
}
