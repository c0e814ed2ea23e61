import type { Article, Segment } from '../model/article.ts';
import type { JoinedSegment, Mismatch } from '../model/family.ts';
import { compareText } from '../text/compare-text.ts';
import { segmentChanges } from './segment-changes.ts';
import { type ProjectedTranslation, type VersionGroup, versionClaim } from './source-versions.ts';

/**
 * Where translations that claim one source version disagree, each compared once, with the claim's reference:
 * of the version's text, in the wording that most locales have, the first locale. `source` (X04) rules out the
 * others; `cosmetic` (X05) and `ordinals` (X06) may stand together. Sorted by locale.
 */
export function findMismatches(group: VersionGroup, joinedOf: (locale: string) => readonly JoinedSegment[]): Mismatch[] {
  const claims = new Map<string, ProjectedTranslation[]>();
  for (const member of group.members) {
    if (!member.source) continue;
    const claim = versionClaim(member.handOff);
    claims.set(claim, [...(claims.get(claim) ?? []), member]);
  }
  const mismatches: Mismatch[] = [];
  for (const [, members] of claims) {
    if (members.length < 2) continue;
    const reference = referenceOf(members, group.faithful);
    for (const member of members) if (member !== reference) mismatches.push(...compare(member, reference, joinedOf));
  }
  return mismatches.sort((a, b) => compareText(a.locale, b.locale));
}

function referenceOf(members: readonly ProjectedTranslation[], faithful: readonly ProjectedTranslation[]): ProjectedTranslation {
  const trusted = members.filter((member) => faithful.includes(member));
  const candidates = trusted.length > 0 ? trusted : members;
  const count = (text: string | undefined): number => candidates.filter((candidate) => candidate.source?.text === text).length;
  return candidates.reduce((best, candidate) => (count(candidate.source?.text) > count(best.source?.text) ? candidate : best));
}

function compare(member: ProjectedTranslation, reference: ProjectedTranslation, joinedOf: (locale: string) => readonly JoinedSegment[]): Mismatch[] {
  const [locale, otherLocale] = [member.article.locale, reference.article.locale];
  const sourceHash = member.handOff.sourceHash ?? '';
  if (member.source?.normalised !== reference.source?.normalised) {
    return [{ kind: 'source', locale, otherLocale, sourceHash, ordinals: differingOrdinals(member.article, reference.article) }];
  }
  const mismatches: Mismatch[] = [];
  if (member.source?.text !== reference.source?.text) mismatches.push({ kind: 'cosmetic', locale, otherLocale, sourceHash });
  const { missing, extra } = compareOrdinals(joinedOf(locale), joinedOf(otherLocale));
  if (missing.length > 0 || extra.length > 0) mismatches.push({ kind: 'ordinals', locale, otherLocale, missing, extra });
  return mismatches;
}

/** Ordinals of the article whose source the other one lacks or has otherwise, and those that only the other one has. */
function differingOrdinals(article: Article, other: Article): string[] {
  const ordinals = new Set<string>();
  for (const change of segmentChanges(article.segments.map(toSentence), other.segments.map(toSentence))) {
    if (change.kind !== 'same') ordinals.add(change.kind === 'new' ? change.newOrdinal : change.ordinal);
  }
  return [...ordinals];
}

function toSentence({ ordinal, source }: Segment): { ordinal: string; text: string } {
  return { ordinal, text: source };
}

function compareOrdinals(joined: readonly JoinedSegment[], reference: readonly JoinedSegment[]): { missing: string[]; extra: string[] } {
  const [own, other] = [coveredOrdinals(joined), coveredOrdinals(reference)];
  return { missing: [...other].filter((ordinal) => !own.has(ordinal)), extra: [...own].filter((ordinal) => !other.has(ordinal)) };
}

/** Ordinals that the segments answer for, and the own ones of merged segments that could not be joined. */
function coveredOrdinals(joined: readonly JoinedSegment[]): Set<string> {
  const ordinals = new Set<string>();
  for (const { segment, covers } of joined) {
    if (covers.length === 0) ordinals.add(segment.ordinal);
    else for (const ordinal of covers) ordinals.add(String(ordinal));
  }
  return ordinals;
}
