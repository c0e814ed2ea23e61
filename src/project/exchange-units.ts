import { articleTitle } from '../ingest/article-title.ts';
import type { Term } from '../checks/define-check.ts';
import type { Article, Segment } from '../model/article.ts';
import type { ExchangeFile, ExchangeNote, ExchangeUnit } from '../model/exchange.ts';
import type { Family, Translation } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { InlineText } from '../model/inline.ts';
import type { Locale } from '../model/locale.ts';
import type { SegmentReview } from '../model/review.ts';
import { isReviewed, reviewOf } from '../review/review-of.ts';
import { contentHash } from '../text/content-hash.ts';
import { itsTypeOf } from './its-types.ts';
import { termsIn } from './terms-in.ts';

/** Which segments are exported. */
export type ExchangeSelection = 'untranslated' | 'findings' | 'stale' | 'not-reviewed';

export interface UnitContext {
  readonly locale: Locale;
  readonly sourceLocale: Locale;
  readonly inlineText: (raw: string) => InlineText;
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
  const segments = translation.article.segments.flatMap((segment) => {
    const unit = segmentUnit(segment, translation, findings.get(segment.ordinal) ?? [], context);
    return isWanted(unit, segment, stale, context) ? [unit] : [];
  });
  return {
    path: family.path,
    locale: locale.id,
    sourceTag: sourceLocale.tag,
    targetTag: locale.tag,
    sourceDir: sourceLocale.dir,
    targetDir: locale.dir,
    units: context.only === undefined ? [...plainUnits(family, translation, context), ...segments] : segments,
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
      return state === 'initial' || (target.raw === source.raw && /\p{L}/u.test(source.plain)) || notes.some(({ text }) => text.startsWith('untranslated:'));
    case 'findings':
      return notes.some(({ category }) => category === 'qa');
    case 'stale':
      return stale.has(segment.ordinal);
    case 'not-reviewed':
      return !isReviewed(reviewOf(segment, reviews));
  }
}

/** Title and description, where their source is known: from the source file, or because the title is the first heading. */
function plainUnits({ sourceArticle }: Family, { article, handOff }: Translation, { inlineText }: UnitContext): ExchangeUnit[] {
  return (['title', 'description'] as const).flatMap((key) => {
    const target = textOf(article, key);
    const source = (sourceArticle && textOf(sourceArticle, key)) ?? (key === 'title' ? headingSource(article, inlineText) : undefined);
    if (target === undefined || source === undefined) return [];
    const unit: ExchangeUnit = {
      id: key,
      kind: 'plain',
      source: plain(source),
      target: plain(target),
      sourceHash: contentHash(source),
      targetHash: contentHash(target),
      state: 'translated',
      ...(handOff.provenance && { provenance: handOff.provenance }),
      notes: [],
    };
    return [unit];
  });
}

function textOf(article: Article, key: 'title' | 'description'): string | undefined {
  const value = article.frontmatter.data[key];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The source of the heading that says what the title says. */
function headingSource(article: Article, inlineText: UnitContext['inlineText']): string | undefined {
  const title = articleTitle(article).trim();
  const heading = article.segments[0];
  return heading && inlineText(heading.target).plain.trim() === title ? inlineText(heading.source).plain.trim() : undefined;
}

function plain(raw: string): InlineText {
  return { raw, tokens: raw === '' ? [] : [{ kind: 'text', start: 0, end: raw.length, text: raw }], plain: raw, runs: [] };
}
