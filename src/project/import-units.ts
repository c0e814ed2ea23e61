import { rebuildTarget, type Rebuilt, type RebuildNote, type Refusal } from '../exchange/rebuild-target.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Article } from '../model/article.ts';
import type { CompiledSkeleton } from '../model/markup.ts';
import type { ExchangeUnit, ReturnedUnit } from '../model/exchange.ts';
import type { InlineText } from '../model/inline.ts';
import type { SegmentReview } from '../model/review.ts';
import { replaceScalar } from '../review/replace-scalar.ts';
import { replaceTargets, type ReplaceRefusal, type TargetChange } from '../review/replace-target.ts';
import { reviewOf } from '../review/review-of.ts';
import { contentHash } from '../text/content-hash.ts';
import { targetPlaces } from './target-places.ts';

export interface ImportOptions {
  /** Takes `reviewed` and `final` as the file says them; without it a state is what people say in the desk. */
  readonly trustStates: boolean;
  /** Takes targets that equal their source. */
  readonly acceptSource: boolean;
  readonly inlineText: (raw: string) => InlineText;
  readonly skeleton: (text: string) => CompiledSkeleton;
}

/** What became of one unit that came back. */
export interface ImportOutcome {
  readonly id: string;
  /** `conflict`: the file has other texts than those that were exported. `untranslated`: it came back as its source. */
  readonly kind: 'changed' | 'unchanged' | 'untranslated' | 'refused' | 'conflict';
  readonly reason?: ImportRefusal;
  readonly note?: RebuildNote;
  /** Targets, where they differ. */
  readonly before?: string;
  readonly after?: string;
}

export type ImportRefusal = Refusal | ReplaceRefusal | 'unknown-unit' | 'not-text';

export interface ImportedArticle {
  readonly article: Article;
  /** The whole file afterwards; equal to `article.text` when nothing changed. */
  readonly text: string;
  readonly outcomes: readonly ImportOutcome[];
  /** What is to be said in the sidecar about segments whose text or state changed. */
  readonly reviews: readonly SegmentReview[];
}

/** Puts what came back for one article into its text (INTERCHANGE.md §3.4). Writes nothing. */
export function importUnits(article: Article, units: readonly ReturnedUnit[], reviews: ReadonlyMap<string, SegmentReview>, options: ImportOptions): ImportedArticle {
  const byOrdinal = new Map(article.segments.map((segment) => [segment.ordinal, segment]));
  const placeOf = targetPlaces(article, options.skeleton(article.skeleton));
  const outcomes: ImportOutcome[] = [];
  const changes: (TargetChange & { readonly at: number; readonly note: RebuildNote | undefined })[] = [];
  const scalars: ReturnedUnit[] = [];
  for (const unit of units) {
    const segment = byOrdinal.get(unit.id);
    if (!segment) {
      if (unit.id === 'title' || unit.id === 'description') scalars.push(unit);
      else outcomes.push({ id: unit.id, kind: 'refused', reason: 'unknown-unit' });
      continue;
    }
    const stored = { id: unit.id, kind: 'segment', source: options.inlineText(segment.source), target: options.inlineText(segment.target), sourceHash: contentHash(segment.source), targetHash: contentHash(segment.target), state: 'translated', notes: [] } as const satisfies ExchangeUnit;
    const rebuilt = rebuildTarget(stored, unit, options);
    if (rebuilt.kind === 'changed' && !isConflict(unit, stored)) changes.push({ index: segment.index, markdown: rebuilt.text, place: placeOf(segment.index), at: outcomes.length, note: rebuilt.note });
    outcomes.push(outcomeOf(unit, stored, rebuilt));
  }
  const replaced = replaceTargets(article, changes, ingest);
  changes.forEach(({ at, index, note }, number) => {
    const result = replaced.results[number];
    const segment = article.segments[index];
    if (!result || !segment) return;
    const { id } = outcomes[at] ?? { id: segment.ordinal };
    if (result.kind === 'replaced') outcomes[at] = { id, kind: 'changed', before: segment.target, after: result.target, ...(note && { note }) };
    else outcomes[at] = result.kind === 'unchanged' ? { id, kind: 'unchanged' } : { id, kind: 'refused', reason: result.reason };
  });
  let text = replaced.text;
  for (const unit of scalars) {
    const now = text === article.text ? article : ingest({ ...article, text });
    const [outcome, changed] = importScalar(now, unit);
    outcomes.push(outcome);
    text = changed ?? text;
  }
  return { article, text, outcomes, reviews: newReviews(units, text === article.text ? article : ingest({ ...article, text }), article, reviews, options) };
}

/** What the person saw is not what the file has now (I7). */
function isConflict({ sourceHash, targetHash }: ReturnedUnit, stored: ExchangeUnit): boolean {
  return (sourceHash !== undefined && sourceHash !== stored.sourceHash) || (targetHash !== undefined && targetHash !== stored.targetHash);
}

function outcomeOf(unit: ReturnedUnit, stored: ExchangeUnit, rebuilt: Rebuilt): ImportOutcome {
  const { id } = unit;
  switch (rebuilt.kind) {
    case 'refused':
      return { id, kind: 'refused', reason: rebuilt.reason };
    case 'changed': {
      // The file went on, the client did not touch it.
      if (contentHash(rebuilt.text) === unit.targetHash) return { id, kind: 'unchanged' };
      return { id, kind: isConflict(unit, stored) ? 'conflict' : 'changed', before: stored.target.raw, after: rebuilt.text, ...(rebuilt.note && { note: rebuilt.note }) };
    }
    default:
      return { id, kind: rebuilt.kind, ...('note' in rebuilt && rebuilt.note ? { note: rebuilt.note } : {}) };
  }
}

function importScalar(article: Article, { id, target, targetHash }: ReturnedUnit): readonly [ImportOutcome, string | undefined] {
  const before = article.frontmatter.data[id];
  const after = target === undefined ? '' : target.kind === 'raw' ? target.text : target.pieces.filter((piece) => typeof piece === 'string').join('');
  if (typeof before !== 'string') return [{ id, kind: 'refused', reason: 'unknown-unit' }, undefined];
  if (after === before || contentHash(after) === targetHash) return [{ id, kind: 'unchanged' }, undefined];
  if (after.trim() === '') return [{ id, kind: 'refused', reason: 'no-target' }, undefined];
  if (targetHash !== undefined && targetHash !== contentHash(before)) return [{ id, kind: 'conflict', before, after }, undefined];
  const edit = replaceScalar(article, id, after, ingest);
  if (!edit) return [{ id, kind: 'refused', reason: 'not-text' }, undefined];
  return [{ id, kind: 'changed', before, after }, article.text.slice(0, edit.start) + edit.text + article.text.slice(edit.end)];
}

/** A changed text is a person's, whatever the tool says of its state; an accepted one is so only where the file is trusted. */
function newReviews(units: readonly ReturnedUnit[], after: Article, before: Article, reviews: ReadonlyMap<string, SegmentReview>, { trustStates }: ImportOptions): SegmentReview[] {
  const states = new Map(units.map(({ id, state }) => [id, state]));
  return after.segments.flatMap((segment): SegmentReview[] => {
    const changed = segment.target !== before.segments[segment.index]?.target;
    const said = states.get(segment.ordinal);
    const accepted = trustStates && (said === 'reviewed' || said === 'final') ? said : undefined;
    const known = reviewOf(segment, reviews);
    if (!changed && (accepted === undefined || known?.state === accepted)) return [];
    return [{
      ordinal: segment.ordinal,
      source: contentHash(segment.source),
      target: contentHash(segment.target),
      state: accepted ?? 'translated',
      ...(changed ? { provenance: 'edited' as const } : known?.provenance && { provenance: known.provenance }),
      ...(known?.comments && { comments: known.comments }),
    }];
  });
}
