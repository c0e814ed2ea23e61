import { replaceLinkTitle, titlePairs, linkTitles, type LinkTitle } from '../exchange/link-titles.ts';
import { rebuildTarget, type RebuildNote, type Refusal } from '../exchange/rebuild-target.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Article, Segment } from '../model/article.ts';
import type { CompiledSkeleton } from '../model/markup.ts';
import type { ExchangeUnit, ReturnedUnit } from '../model/exchange.ts';
import type { InlineText } from '../model/inline.ts';
import type { SegmentReview } from '../model/review.ts';
import { replaceScalar } from '../review/replace-scalar.ts';
import { replaceTargets, type ReplaceRefusal } from '../review/replace-target.ts';
import { reviewOf } from '../review/review-of.ts';
import { contentHash } from '../text/content-hash.ts';
import { imageAlts, replaceAlt } from './image-alts.ts';
import { importPlain } from './import-plain.ts';
import { targetPlaces } from './target-places.ts';

export interface ImportOptions {
  /** Takes `reviewed` and `final` as the file says them; without it a state is what people say in the desk. */
  readonly trustStates: boolean;
  /** Takes targets that equal their source. */
  readonly acceptSource: boolean;
  readonly inlineText: (raw: string) => InlineText;
  readonly skeleton: (text: string) => CompiledSkeleton;
  /** ISO date and time that goes into the sidecar. */
  readonly now?: string;
}

/** What became of one unit that came back. */
export interface ImportOutcome {
  readonly id: string;
  /** `conflict`: the file has other texts than those that were exported. `untranslated`: it came back as its source. */
  readonly kind: 'changed' | 'unchanged' | 'untranslated' | 'refused' | 'conflict';
  readonly reason?: ImportRefusal;
  /** The Markdown that a refusal is about. */
  readonly detail?: string;
  readonly note?: RebuildNote;
  /** Targets, where they differ. */
  readonly before?: string;
  readonly after?: string;
}

export type ImportRefusal = Refusal | ReplaceRefusal | 'unknown-article' | 'unknown-unit' | 'not-text';

export interface ImportedArticle {
  readonly article: Article;
  /** The whole file afterwards; equal to `article.text` when nothing changed. */
  readonly text: string;
  /** In the order of the units. */
  readonly outcomes: readonly ImportOutcome[];
  /** What is to be said in the sidecar about segments whose text or state changed. */
  readonly reviews: readonly SegmentReview[];
}

/** Puts what came back for one article into its text (INTERCHANGE.md §3.4). Writes nothing. */
export function importUnits(article: Article, units: readonly ReturnedUnit[], reviews: ReadonlyMap<string, SegmentReview>, options: ImportOptions): ImportedArticle {
  const byOrdinal = new Map<string, Segment>();
  for (const segment of article.segments) if (!byOrdinal.has(segment.ordinal)) byOrdinal.set(segment.ordinal, segment);
  const outcomes: (ImportOutcome | undefined)[] = units.map((unit) => {
    const segment = byOrdinal.get(unit.id);
    return segment && segmentOutcome(unit, segment, options);
  });
  const drafts = new Map<number, Draft>();
  units.forEach((unit, at) => {
    const segment = byOrdinal.get(unit.id);
    const outcome = outcomes[at];
    if (!segment || outcome?.kind !== 'changed') return;
    // The same unit twice, from two files: the first was taken.
    if (drafts.has(segment.index)) outcomes[at] = { ...outcome, kind: 'conflict' };
    else drafts.set(segment.index, { segment, markdown: outcome.after ?? segment.target, units: [at] });
  });
  units.forEach((unit, at) => {
    const [, ordinal = '', number] = TITLE_UNIT.exec(unit.id) ?? [];
    const segment = byOrdinal.get(ordinal);
    if (!segment || outcomes[at]) return;
    outcomes[at] = titleOutcome(unit, segment, linkTitles(options.inlineText(segment.target))[Number(number) - 1], options);
    if (outcomes[at].kind !== 'changed') return;
    const old = linkTitles(options.inlineText(segment.target))[Number(number) - 1];
    const draft = drafts.get(segment.index) ?? { segment, markdown: segment.target, units: [] };
    const markdown = old && replaceLinkTitle(options.inlineText(draft.markdown), old, outcomes[at].after ?? '', options.inlineText);
    if (markdown === undefined) outcomes[at] = { id: unit.id, kind: 'refused', reason: 'not-text' };
    else drafts.set(segment.index, { ...draft, markdown, units: [...draft.units, at] });
  });
  let text = placeDrafts(article, [...drafts.values()], outcomes, options);
  units.forEach((unit, at) => {
    if (outcomes[at]) return;
    const now = text === article.text ? article : ingest({ ...article, text });
    const { outcome, text: after } = outsideUnit(now, unit, options);
    outcomes[at] = outcome;
    text = after ?? text;
  });
  const known = outcomes.map((outcome, at): ImportOutcome => outcome ?? { id: units[at]?.id ?? '', kind: 'refused', reason: 'unknown-unit' });
  return { article, text, outcomes: known, reviews: newReviews(units, known, text === article.text ? article : ingest({ ...article, text }), article, reviews, options) };
}

/** The title of a link of a segment: `102.t1`. */
const TITLE_UNIT = /^(p?\d+)\.t(\d+)$/;

/** What a segment is to become, and the units (by position) that ask for it. */
interface Draft {
  readonly segment: Segment;
  readonly markdown: string;
  readonly units: readonly number[];
}

/** Makes the changes that the file takes, and says of the others why not. Returns the file's text. */
function placeDrafts(article: Article, drafts: readonly Draft[], outcomes: (ImportOutcome | undefined)[], { skeleton }: ImportOptions): string {
  if (drafts.length === 0) return article.text;
  const placeOf = targetPlaces(article, skeleton(article.skeleton));
  const replaced = replaceTargets(article, drafts.map(({ segment: { index }, markdown }) => ({ index, markdown, place: placeOf(index) })), ingest);
  drafts.forEach(({ segment, units }, number) => {
    const result = replaced.results[number];
    for (const at of units) {
      const outcome = outcomes[at];
      if (!result || !outcome) continue;
      if (result.kind === 'refused') outcomes[at] = { id: outcome.id, kind: 'refused', reason: result.reason };
      else if (outcome.id !== segment.ordinal) continue;
      else if (result.kind === 'replaced') outcomes[at] = { ...outcome, after: result.target };
      else outcomes[at] = { id: outcome.id, kind: 'unchanged' };
    }
  });
  return replaced.text;
}

function segmentOutcome(unit: ReturnedUnit, segment: Segment, options: ImportOptions): ImportOutcome {
  const { id } = unit;
  const stored: ExchangeUnit = { id, kind: 'segment', source: options.inlineText(segment.source), target: options.inlineText(segment.target), sourceHash: contentHash(segment.source), targetHash: contentHash(segment.target), state: 'translated', notes: [] };
  const rebuilt = rebuildTarget(stored, unit, options);
  const conflict = isConflict(unit, segment);
  switch (rebuilt.kind) {
    case 'refused':
      // Codes of another text than the one that was exported are no fault of the translator's.
      return conflict && rebuilt.reason !== 'no-target' ? { id, kind: 'conflict', before: segment.target } : { id, kind: 'refused', reason: rebuilt.reason, detail: rebuilt.detail };
    case 'changed': {
      // The file went on, the client did not touch it.
      if (contentHash(rebuilt.text) === unit.targetHash) return { id, kind: 'unchanged' };
      return { id, kind: conflict ? 'conflict' : 'changed', before: segment.target, after: rebuilt.text, ...(rebuilt.note && { note: rebuilt.note }) };
    }
    default:
      return { id, kind: rebuilt.kind, ...('note' in rebuilt && rebuilt.note ? { note: rebuilt.note } : {}) };
  }
}

function titleOutcome(unit: ReturnedUnit, segment: Segment, old: LinkTitle | undefined, options: ImportOptions): ImportOutcome {
  if (!old) return { id: unit.id, kind: isConflict(unit, segment) ? 'conflict' : 'refused', reason: 'unknown-unit' };
  const pair = titlePairs(options.inlineText(segment.source), options.inlineText(segment.target)).find(({ target }) => target.start === old.start);
  return importPlain(unit, old.title, options, pair?.source.title);
}

/** A text that stands in no segment: metadata, or the alternative text of an image. `text`: the file, where it changes. */
function outsideUnit(article: Article, unit: ReturnedUnit, options: ImportOptions): { readonly outcome: ImportOutcome; readonly text?: string } {
  const { id } = unit;
  const alt = ALT_UNIT.test(id) ? imageAlts(article, options.inlineText).find(({ number }) => `alt-${number}` === id) : undefined;
  const value = article.frontmatter.data[id];
  const before = alt?.text ?? ((id === 'title' || id === 'description') && typeof value === 'string' ? value : undefined);
  if (before === undefined) return { outcome: { id, kind: 'refused', reason: 'unknown-unit' } };
  const outcome = importPlain(unit, before, options);
  if (outcome.kind !== 'changed' || outcome.after === undefined) return { outcome };
  const text = alt ? replaceAlt(article, alt, outcome.after, options.inlineText) : withScalar(article, id, outcome.after);
  return text === undefined ? { outcome: { id, kind: 'refused', reason: 'not-text' } } : { outcome, text };
}

const ALT_UNIT = /^alt-\d+$/;

function withScalar(article: Article, key: string, value: string): string | undefined {
  const edit = replaceScalar(article, key, value, ingest);
  return edit && article.text.slice(0, edit.start) + edit.text + article.text.slice(edit.end);
}

/** What the person saw is not what the file has now (I7). */
function isConflict({ sourceHash, targetHash }: ReturnedUnit, { source, target }: Segment): boolean {
  return (sourceHash !== undefined && sourceHash !== contentHash(source)) || (targetHash !== undefined && targetHash !== contentHash(target));
}

/**
 * A changed text is a person's, whatever the tool says of its state; an accepted one is so only where the file is
 * trusted, and speaks of the texts that the article has.
 */
function newReviews(units: readonly ReturnedUnit[], outcomes: readonly ImportOutcome[], after: Article, before: Article, reviews: ReadonlyMap<string, SegmentReview>, { trustStates, now }: ImportOptions): SegmentReview[] {
  const accepted = new Map<string, 'reviewed' | 'final'>();
  const segments = new Map(before.segments.map((segment) => [segment.ordinal, segment]));
  units.forEach((unit, at) => {
    const segment = segments.get(unit.id);
    const kind = outcomes[at]?.kind;
    if (!trustStates || !segment || (kind !== 'changed' && kind !== 'unchanged') || isConflict(unit, segment)) return;
    if (unit.state === 'reviewed' || unit.state === 'final') accepted.set(unit.id, unit.state);
  });
  return after.segments.flatMap((segment): SegmentReview[] => {
    const changed = segment.target !== before.segments[segment.index]?.target;
    const state = accepted.get(segment.ordinal);
    const held = reviewOf(segment, reviews);
    if (!changed && (state === undefined || held?.state === state)) return [];
    const comments = reviews.get(segment.ordinal)?.comments;
    return [{
      ordinal: segment.ordinal,
      source: contentHash(segment.source),
      target: contentHash(segment.target),
      state: state ?? 'translated',
      ...(changed ? { provenance: 'edited' as const } : held?.provenance && { provenance: held.provenance }),
      ...(comments && { comments }),
      ...(now !== undefined && { at: now }),
    }];
  });
}
