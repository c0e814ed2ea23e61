import type { Article, Segment } from '../model/article.ts';
import type { DeskFinding, DeskRow, DeskSide } from '../model/desk.ts';
import type { Translation } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { InlineText } from '../model/inline.ts';
import type { SegmentReview } from '../model/review.ts';
import { reviewOf } from '../review/review-of.ts';
import { contentHash } from '../text/content-hash.ts';
import { LineIndex } from '../text/line-index.ts';
import type { SegmentReader } from './segment-readers.ts';

export interface RowContext {
  /** How the sides of the segment at an index are read. */
  readonly readerOf: (index: number) => SegmentReader;
  readonly reviews: ReadonlyMap<string, SegmentReview>;
  /** Of the article; those without a segment are left out. */
  readonly findings: readonly Finding[];
  /** Other places with a source. */
  readonly repeats: (source: string) => number;
  /** Of the article's text, where they are known. */
  readonly lines?: LineIndex;
}

/** The rows of an article in the desk, in its order. */
export function deskRows(translation: Translation, context: RowContext): DeskRow[] {
  return translation.article.segments.map(deskRow(translation, context));
}

/** Makes rows of one article, as many as are asked for. */
export function deskRow({ article, handOff, changes }: Translation, context: RowContext): (segment: Segment) => DeskRow {
  const lines = context.lines ?? new LineIndex(article.text);
  const findings = Map.groupBy(context.findings, ({ segment }) => segment);
  const edited = new Map(changes.flatMap((change) => (change.kind === 'edited' ? [[change.ordinal, change.diff] as const] : [])));
  return (segment) => {
    const read = context.readerOf(segment.index);
    const review = reviewOf(segment, context.reviews);
    return {
      ordinal: segment.ordinal,
      source: deskSide(read(segment.source)),
      target: deskSide(read(segment.target)),
      state: review?.state ?? 'translated',
      provenance: review?.provenance ?? handOff.provenance,
      rejection: review?.rejection,
      comments: context.reviews.get(segment.ordinal)?.comments ?? [],
      findings: (findings.get(segment.ordinal) ?? []).map((finding) => deskFinding(finding, segment, article, lines)),
      change: edited.get(segment.ordinal),
      line: lines.pointAt(segment.start).line,
      repeats: context.repeats(segment.source),
    };
  };
}

export function deskSide({ raw, tokens }: InlineText): DeskSide {
  return { raw, hash: contentHash(raw), tokens };
}

export function deskFinding({ rule, severity, message, line, column, end, fix }: Finding, { targetRange, sourceRange, target }: Segment, { text }: Article, lines: LineIndex): DeskFinding {
  const place = { start: lines.offsetAt({ line, column }), end: lines.offsetAt(end) };
  const within = ({ start, end: last }: { start: number; end: number }) => (place.end > place.start && place.start >= start && place.end <= last && last - start > place.end - place.start ? { start: place.start - start, end: place.end - start } : undefined);
  let fixed: string | undefined;
  if (text.slice(targetRange.start, targetRange.end) === target && fix?.every((edit) => edit.start >= targetRange.start && edit.end <= targetRange.end)) {
    fixed = target;
    for (const edit of [...fix].sort((a, b) => b.start - a.start)) fixed = fixed.slice(0, edit.start - targetRange.start) + edit.text + fixed.slice(edit.end - targetRange.start);
  }
  return { rule, severity, message, inTarget: within(targetRange), inSource: within(sourceRange), fixed };
}
