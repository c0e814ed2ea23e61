import type { Term } from '../checks/define-check.ts';
import type { Segment } from '../model/article.ts';
import type { ExchangeFile, ExchangeNote, ExchangeUnit } from '../model/exchange.ts';
import type { Family, Translation } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { InlineText } from '../model/inline.ts';
import type { Locale } from '../model/locale.ts';
import type { CompiledSkeleton } from '../model/markup.ts';
import type { SegmentReview } from '../model/review.ts';
import { isReviewed, reviewOf } from '../review/review-of.ts';
import { contentHash } from '../text/content-hash.ts';
import { titlePairs } from '../exchange/link-titles.ts';
import { itsTypeOf } from './its-types.ts';
import { isSourceText, plainUnit, plainUnits } from './plain-units.ts';
import { segmentReaders } from './segment-readers.ts';
import { termsIn } from './terms-in.ts';

/** Which segments are exported. */
export const EXCHANGE_SELECTIONS = ['untranslated', 'findings', 'stale', 'not-reviewed'] as const;

export type ExchangeSelection = (typeof EXCHANGE_SELECTIONS)[number];

interface UnitContext {
  readonly locale: Locale;
  readonly sourceLocale: Locale;
  readonly inlineText: (raw: string) => InlineText;
  readonly skeleton: (text: string) => CompiledSkeleton;
  readonly reviews: ReadonlyMap<string, SegmentReview>;
  /** Of this article in this locale. */
  readonly findings: readonly Finding[];
  readonly terms: readonly Term[];
  /** Undefined: all. */
  readonly only: ExchangeSelection | undefined;
}

/** The texts of one article in one locale, ready to be written; segments in the order of the article, after its title. */
export function exchangeFile(family: Family, translation: Translation, context: UnitContext): ExchangeFile {
  const { locale, sourceLocale } = context;
  const findings = Map.groupBy(context.findings, ({ segment }) => segment);
  const stale = new Set(translation.changes.flatMap((change) => (change.kind === 'edited' || change.kind === 'removed' ? [change.ordinal] : [])));
  const ordinals = new Set<string>();
  const readerOf = segmentReaders(translation.article, context.inlineText, context.skeleton);
  const segments = translation.article.segments.flatMap((segment) => {
    // Of two segments with one ordinal (damage that a check reports) the second cannot be named.
    if (ordinals.has(segment.ordinal)) return [];
    ordinals.add(segment.ordinal);
    const unit = segmentUnit(segment, translation, findings.get(segment.ordinal) ?? [], { ...context, inlineText: readerOf(segment.index) });
    return isWanted(unit, segment, stale, context) ? [unit, ...titleUnits(unit)] : [];
  });
  const plain = plainUnits(family, translation, context);
  return {
    path: family.path,
    locale: locale.id,
    sourceTag: sourceLocale.tag,
    targetTag: locale.tag,
    sourceDir: sourceLocale.dir,
    targetDir: locale.dir,
    units: context.only === undefined ? [...plain, ...segments] : context.only === 'untranslated' ? [...plain.filter(isSourceText), ...segments] : segments,
  };
}

function segmentUnit(segment: Segment, { handOff }: Translation, findings: readonly Finding[], { inlineText, reviews, terms, locale }: UnitContext): ExchangeUnit {
  const review = reviewOf(segment, reviews);
  const provenance = review?.provenance ?? handOff.provenance;
  const qa = findings.map((finding): ExchangeNote => ({ category: 'qa', text: `${finding.rule}: ${finding.message}`, priority: PRIORITIES[finding.severity], ...itsTypeOf(finding.rule) }));
  const comments = (review?.comments ?? []).map((comment): ExchangeNote => ({ category: 'comment', text: comment.by === undefined ? comment.text : `${comment.by}: ${comment.text}`, priority: 2 }));
  const rejected = review?.rejection ? [{ category: 'comment', text: `${review.rejection.category}: ${review.rejection.note}`, priority: 1 } as const] : [];
  const known = termsIn(segment.source, terms, locale).map(({ source, use }): ExchangeNote => ({ category: 'term', text: `${source} → ${use.join(', ')}`, priority: 3 }));
  return {
    id: segment.ordinal,
    kind: 'segment',
    source: inlineText(segment.source),
    target: inlineText(segment.target),
    sourceHash: contentHash(segment.source),
    targetHash: contentHash(segment.target),
    state: review?.state ?? 'translated',
    ...(provenance && { provenance }),
    ...(review?.rejection && { rejection: review.rejection }),
    notes: [...qa, ...rejected, ...comments, ...known],
  };
}

const PRIORITIES = { error: 1, warning: 2, info: 3 } as const;

function isWanted({ notes, state, source, target }: ExchangeUnit, segment: Segment, stale: ReadonlySet<string>, { only, reviews }: UnitContext): boolean {
  switch (only) {
    case undefined:
      return true;
    case 'untranslated':
      return state === 'initial' || isSourceText({ source, target }) || notes.some(({ text }) => text.startsWith('untranslated:'));
    case 'findings':
      return notes.some(({ category }) => category === 'qa');
    case 'stale':
      return stale.has(segment.ordinal);
    case 'not-reviewed':
      return !isReviewed(reviewOf(segment, reviews));
  }
}

/** The titles of a segment's links, which no code of a tool shows. */
function titleUnits({ id, source, target, provenance }: ExchangeUnit): ExchangeUnit[] {
  return titlePairs(source, target).map((pair) => plainUnit(`${id}.t${pair.number}`, pair.source.title, pair.target.title, provenance));
}
