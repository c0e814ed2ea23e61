import { replaceLinkTitle, titlePairs, linkTitles, type LinkTitle } from '../exchange/link-titles.ts';
import { rebuildTarget } from '../exchange/rebuild-target.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Article, Segment } from '../model/article.ts';
import type { ExchangeUnit, ReturnedUnit } from '../model/exchange.ts';
import type { SegmentReview } from '../model/review.ts';
import { replaceScalar } from '../review/replace-scalar.ts';
import { replaceTargets } from '../review/replace-target.ts';
import { reviewOf } from '../review/review-of.ts';
import { contentHash } from '../text/content-hash.ts';
import { imageAlts, replaceAlt } from './image-alts.ts';
import type { ImportOptions, ImportOutcome } from './import-outcome.ts';
import { importPlain } from './import-plain.ts';
import { outsideTitles, replaceOutsideTitle } from './outside-titles.ts';
import { segmentReaders } from './segment-readers.ts';
import { targetPlaces } from './target-places.ts';

interface ImportedArticle {
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
  const readerOf = segmentReaders(article, options.inlineText, options.skeleton);
  const outcomes: (ImportOutcome | undefined)[] = units.map((unit) => {
    const segment = byOrdinal.get(unit.id);
    return segment && segmentOutcome(unit, segment, { ...options, inlineText: readerOf(segment.index) });
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
    const reader = readerOf(segment.index);
    const old = linkTitles(reader(segment.target))[Number(number) - 1];
    outcomes[at] = titleOutcome(unit, segment, old, { ...options, inlineText: reader });
    if (outcomes[at].kind !== 'changed') return;
    const draft = drafts.get(segment.index) ?? { segment, markdown: segment.target, units: [] };
    const markdown = old && replaceLinkTitle(reader(draft.markdown), old, outcomes[at].after ?? '', reader);
    if (markdown === undefined) outcomes[at] = { id: unit.id, kind: 'refused', reason: 'not-text' };
    else drafts.set(segment.index, { ...draft, markdown, units: [...draft.units, at] });
  });
  let now = placeDrafts(article, [...drafts.values()], outcomes, options);
  units.forEach((unit, at) => {
    if (outcomes[at]) return;
    const { outcome, text } = outsideUnit(now, unit, options);
    outcomes[at] = outcome;
    if (text !== undefined) now = ingest({ ...article, text });
  });
  const known = outcomes.map((outcome, at): ImportOutcome => outcome ?? { id: units[at]?.id ?? '', kind: 'refused', reason: 'unknown-unit' });
  return { article, text: now.text, outcomes: known, reviews: newReviews(units, known, now, article, reviews, options) };
}

/** The title of a link of a segment: `102.t1`. */
const TITLE_UNIT = /^(p?\d+)\.t(\d+)$/;

/** What a segment is to become, and the units (by position) that ask for it. */
interface Draft {
  readonly segment: Segment;
  readonly markdown: string;
  readonly units: readonly number[];
}

/** Makes the changes that the file takes, and says of the others why not. Returns the article afterwards. */
function placeDrafts(article: Article, drafts: readonly Draft[], outcomes: (ImportOutcome | undefined)[], { skeleton }: ImportOptions): Article {
  if (drafts.length === 0) return article;
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
  return replaced.article;
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

/** A text that stands in no segment: metadata, the alternative text of an image, the title of a link. `text`: the file, where it changes. */
function outsideUnit(article: Article, unit: ReturnedUnit, options: ImportOptions): { readonly outcome: ImportOutcome; readonly text?: string } {
  const { id } = unit;
  const alt = ALT_UNIT.test(id) ? imageAlts(article, options.inlineText).find(({ number }) => `alt-${number}` === id) : undefined;
  const title = OUTSIDE_TITLE_UNIT.test(id) ? outsideTitles(article, options.inlineText).find(({ number }) => `title-${number}` === id) : undefined;
  const value = article.frontmatter.data[id];
  const before = alt?.text ?? title?.text ?? ((id === 'title' || id === 'description') && typeof value === 'string' ? value : undefined);
  if (before === undefined) return { outcome: { id, kind: 'refused', reason: 'unknown-unit' } };
  const outcome = importPlain(unit, before, options);
  if (outcome.kind !== 'changed' || outcome.after === undefined) return { outcome };
  const text = alt ? replaceAlt(article, alt, outcome.after, options.inlineText) : title ? replaceOutsideTitle(article, title, outcome.after, options.inlineText) : withScalar(article, id, outcome.after);
  return text === undefined ? { outcome: { id, kind: 'refused', reason: 'not-text' } } : { outcome, text };
}

const ALT_UNIT = /^alt-\d+$/;
const OUTSIDE_TITLE_UNIT = /^title-\d+$/;

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
 * trusted, and speaks of the texts that the article has. Rejections and comments are taken as words of a person.
 */
function newReviews(units: readonly ReturnedUnit[], outcomes: readonly ImportOutcome[], after: Article, before: Article, reviews: ReadonlyMap<string, SegmentReview>, { trustStates, now }: ImportOptions): SegmentReview[] {
  const accepted = new Map<string, 'reviewed' | 'final'>();
  const said = new Map<string, NonNullable<ReturnedUnit['said']>>();
  const segments = new Map(before.segments.map((segment) => [segment.ordinal, segment]));
  units.forEach((unit, at) => {
    const segment = segments.get(unit.id);
    const kind = outcomes[at]?.kind;
    if (!segment || (kind !== 'changed' && kind !== 'unchanged') || isConflict(unit, segment)) return;
    if (unit.said) said.set(unit.id, unit.said);
    if (trustStates && (unit.state === 'reviewed' || unit.state === 'final')) accepted.set(unit.id, unit.state);
  });
  return after.segments.flatMap((segment): SegmentReview[] => {
    const changed = segment.target !== before.segments[segment.index]?.target;
    const state = accepted.get(segment.ordinal);
    const held = reviewOf(segment, reviews);
    const { rejection, comments: words = [], by } = said.get(segment.ordinal) ?? {};
    const known = reviews.get(segment.ordinal)?.comments ?? [];
    // A comment that does not say when it was made is known by its words.
    const comments = [...known, ...words.filter((word) => !known.some(({ text, by: who, at }) => text === word.text && who === word.by && (word.at === undefined || word.at === at))).map((word) => ({ ...word, ...(word.at === undefined && now !== undefined && { at: now }) }))];
    const isSaid = comments.length > known.length || (rejection !== undefined && JSON.stringify(held?.rejection) !== JSON.stringify(rejection));
    if (!changed && !isSaid && (state === undefined || held?.state === state)) return [];
    const kept = rejection ?? (changed || state !== undefined ? undefined : held?.rejection);
    return [{
      ordinal: segment.ordinal,
      source: contentHash(segment.source),
      target: contentHash(segment.target),
      state: state ?? (changed ? 'translated' : (held?.state ?? 'translated')),
      ...(changed ? { provenance: 'edited' as const } : held?.provenance && { provenance: held.provenance }),
      ...(kept && { rejection: kept }),
      ...(comments.length > 0 && { comments }),
      ...(by !== undefined && by !== '' && { by }),
      ...(now !== undefined && { at: now }),
    }];
  });
}
