import type { Article, HandOff } from '../model/article.ts';
import type { SourceVersion } from '../model/family.ts';
import { compareText } from '../text/compare-text.ts';
import { normaliseSource } from './normalise-source.ts';
import { projectSource } from './project-source.ts';

/** A translation with its source text, as written and normalised. */
export interface ProjectedTranslation {
  readonly article: Article;
  readonly handOff: HandOff;
  /** Number of merged segments. */
  readonly merged: number;
  /** Undefined for a plain article: it does not tell what it was translated from. */
  readonly source: { readonly text: string; readonly normalised: string } | undefined;
}

/** A source version and the translations made from it. */
export interface VersionGroup {
  readonly version: SourceVersion;
  /** Sorted by locale. */
  readonly members: readonly ProjectedTranslation[];
  /** The members that have the version's text: all but those that claim its hash with another text. */
  readonly faithful: readonly ProjectedTranslation[];
  /** Claimed for it at the newest hand-off; undefined when no member has a hash. */
  readonly newestHash: string | undefined;
}

/**
 * Which source version a translation says it was made from: its `ms.openlocfilehash`; without one, its hand-off
 * date, for two translations without a hash and with the same date (or none) give no sign that one is older.
 */
export function versionClaim(handOff: HandOff): string {
  return handOff.sourceHash ?? `handed off ${handOff.date ?? ''}`;
}

/**
 * Groups the translations of a family by source version, newest first.
 *
 * One version = equal normalised source, or one claim: who claims a version and has another text is at odds
 * with it (X04), not behind it. Beside a source file only hashes are claims, for the file tells who is behind.
 * A version is newer when its newest hand-off is; then when it has more locales, the smaller hash, the smaller
 * text. The source locale's own file, where given, is the newest version whatever the dates say. Plain
 * translations count to the version of their hash, else to the newest.
 */
export function sourceVersions(translations: readonly Pick<ProjectedTranslation, 'article' | 'handOff'>[], sourceArticle: Article | undefined): VersionGroup[] {
  const sourceText = sourceArticle && normaliseSource(projectSource(sourceArticle));
  const projected = projectAll(translations, sourceText !== undefined);
  const groups = groupByText(projected);
  const drafts = mergeByClaim(groups, sourceText === undefined);
  let newest = sourceText === undefined ? undefined : drafts.find((draft) => draft.texts.has(sourceText));
  drafts.sort((a, b) => Number(b === newest) - Number(a === newest) || compareDrafts(a, b));
  const needsOwn = drafts.length === 0 || (sourceText !== undefined && newest === undefined);
  if (needsOwn) drafts.unshift({ texts: new Map(), members: [] });
  newest = drafts[0];
  for (const plain of projected) {
    if (plain.source) continue;
    const hash = plain.handOff.sourceHash;
    const claimed = hash === undefined ? undefined : drafts.find((draft) => draft.members.some((member) => member.handOff.sourceHash === hash));
    (claimed ?? newest)?.members.push(plain);
  }
  return drafts.map((draft, index) => finish(draft, index === 0 ? sourceText : undefined));
}

interface Draft {
  /** Members by normalised text. */
  readonly texts: Map<string, ProjectedTranslation[]>;
  readonly members: ProjectedTranslation[];
}

function projectAll(translations: readonly Pick<ProjectedTranslation, 'article' | 'handOff'>[], always: boolean): ProjectedTranslation[] {
  const texts = translations.map(({ article }) => (article.segments.length > 0 ? projectSource(article) : undefined));
  const distinct = new Set(texts);
  distinct.delete(undefined);
  // Nearly all families have one text to the letter: nothing to normalise.
  const normalised = new Map<string, string>();
  for (const text of distinct) if (text !== undefined) normalised.set(text, distinct.size > 1 || always ? normaliseSource(text) : text);
  return translations.map(({ article, handOff }, index) => {
    const text = texts[index];
    return { article, handOff, merged: countMerged(article), source: text === undefined ? undefined : { text, normalised: normalised.get(text) ?? text } };
  });
}

function countMerged(article: Article): number {
  let merged = 0;
  for (const segment of article.segments) if (segment.ordinal.startsWith('p')) merged++;
  return merged;
}

function groupByText(projected: readonly ProjectedTranslation[]): Draft[] {
  const groups = new Map<string, ProjectedTranslation[]>();
  for (const translation of projected) {
    if (!translation.source) continue;
    const group = groups.get(translation.source.normalised);
    if (group) group.push(translation);
    else groups.set(translation.source.normalised, [translation]);
  }
  return Array.from(groups, ([text, members]) => ({ texts: new Map([[text, members]]), members: [...members] }));
}

/** `hashless`: a missing hash is a claim, too; see {@link versionClaim}. */
function mergeByClaim(groups: readonly Draft[], hashless: boolean): Draft[] {
  const drafts = new Set(groups);
  const byClaim = new Map<string, Draft>();
  for (const group of groups) {
    let draft = group;
    for (const member of group.members) {
      const claim = versionClaim(member.handOff);
      if (member.handOff.sourceHash === undefined && !hashless) continue;
      const other = byClaim.get(claim);
      if (other && other !== draft) draft = absorb(drafts, byClaim, other, draft);
      byClaim.set(claim, draft);
    }
  }
  return [...drafts];
}

function absorb(drafts: Set<Draft>, byClaim: Map<string, Draft>, into: Draft, from: Draft): Draft {
  for (const [text, members] of from.texts) into.texts.set(text, members);
  into.members.push(...from.members);
  for (const [claim, draft] of byClaim) if (draft === from) byClaim.set(claim, into);
  drafts.delete(from);
  return into;
}

function compareDrafts(a: Draft, b: Draft): number {
  return (
    compareText(newestDate(b.members) ?? '', newestDate(a.members) ?? '') ||
    b.members.length - a.members.length ||
    compareText(hashesOf(a.members)[0] ?? '', hashesOf(b.members)[0] ?? '') ||
    compareText([...a.texts.keys()].sort(compareText)[0] ?? '', [...b.texts.keys()].sort(compareText)[0] ?? '')
  );
}

function finish(draft: Draft, sourceText: string | undefined): VersionGroup {
  const members = draft.members.sort((a, b) => compareText(a.article.locale, b.article.locale));
  const faithful = (sourceText === undefined ? undefined : draft.texts.get(sourceText)) ?? majority(draft);
  return {
    version: { locales: members.map(({ article }) => article.locale), sourceHashes: hashesOf(members), date: newestDate(members) },
    members,
    faithful: members.filter((member) => faithful.includes(member)),
    newestHash: newestHash(members),
  };
}

/** The members with the version's text; of two texts, the one that more members have, then the smaller one. */
function majority(draft: Draft): readonly ProjectedTranslation[] {
  const [best] = [...draft.texts].sort(([a, as], [b, bs]) => bs.length - as.length || compareText(a, b));
  return best?.[1] ?? [];
}

function newestHash(members: readonly ProjectedTranslation[]): string | undefined {
  const claims = new Map<string, ProjectedTranslation[]>();
  for (const member of members) {
    const hash = member.handOff.sourceHash;
    if (hash !== undefined && member.source) claims.set(hash, [...(claims.get(hash) ?? []), member]);
  }
  const [best] = [...claims].sort(
    ([a, as], [b, bs]) => compareText(newestDate(bs) ?? '', newestDate(as) ?? '') || bs.length - as.length || compareText(a, b),
  );
  return best?.[0];
}

function newestDate(members: readonly ProjectedTranslation[]): string | undefined {
  let newest: string | undefined;
  for (const { handOff } of members) if (handOff.date !== undefined && (newest === undefined || handOff.date > newest)) newest = handOff.date;
  return newest;
}

function hashesOf(members: readonly ProjectedTranslation[]): string[] {
  const hashes = new Set<string>();
  for (const { handOff } of members) if (handOff.sourceHash !== undefined) hashes.add(handOff.sourceHash);
  return [...hashes].sort(compareText);
}
