import type { Article, HandOff } from '../model/article.ts';
import type { Family, SegmentChange, Translation } from '../model/family.ts';
import { compareText } from '../text/compare-text.ts';
import { findMismatches } from './find-mismatches.ts';
import { joinOrdinals, type OrdinalTable, ordinalTable } from './join-ordinals.ts';
import { type Sentence, segmentChanges } from './segment-changes.ts';
import { type ProjectedTranslation, sourceVersions, type VersionGroup } from './source-versions.ts';
import { markdownSentences } from './split-sentences.ts';

/** An article and what its metadata says about its source. */
export interface AlignInput {
  readonly article: Article;
  readonly handOff: HandOff;
}

export interface AlignOptions {
  /** Locale id of the source locale, e.g. `en-us`. */
  readonly sourceLocale: string;
  /** Ids of all published locales; whether the source locale is among them makes no difference. */
  readonly locales: readonly string[];
}

/**
 * Joins all articles of one path, at most one per locale, into a family (FORMAT.md §4). The order of
 * `articles` and `locales` never shows in the result. `rebuiltFrom` is undefined when the source locale has a
 * file of its own or no translation tells its source.
 */
export function align(path: string, articles: readonly AlignInput[], options: AlignOptions): Family {
  const sorted = [...articles].sort((a, b) => compareText(a.article.locale, b.article.locale) || compareText(a.article.file, b.article.file));
  const sourceArticle = sorted.find(({ article }) => article.locale === options.sourceLocale)?.article;
  const groups = sourceVersions(sorted.filter(({ article }) => article.locale !== options.sourceLocale), sourceArticle);
  const translations = groups.flatMap((group, version) => translationsOf(group, version)).sort((a, b) => compareText(a.locale, b.locale));
  const [newest] = groups;
  const present = new Set(sorted.map(({ article }) => article.locale));
  const joinedOf = (locale: string): Translation['joined'] => translations.find((translation) => translation.locale === locale)?.joined ?? [];
  return {
    path,
    versions: groups.map(({ version }) => version),
    translations: withChanges(translations, sourceArticle, newest),
    sourceArticle,
    rebuiltFrom: sourceArticle || !newest ? undefined : leastMerged(newest.faithful)?.article.locale,
    metadataOnly: newest ? metadataOnly(newest) : [],
    mismatches: groups.flatMap((group) => (group.members.length > 1 ? findMismatches(group, joinedOf) : [])),
    missing: [...new Set(options.locales)].filter((locale) => locale !== options.sourceLocale && !present.has(locale)).sort(compareText),
  };
}

function translationsOf(group: VersionGroup, version: number): Translation[] {
  let table: OrdinalTable | undefined;
  const tableOf = (): OrdinalTable => (table ??= ordinalTable([...group.faithful, ...group.members].map(({ article }) => article)));
  return group.members.map(({ article, handOff }) => ({
    locale: article.locale,
    article,
    handOff,
    joined: joinOrdinals(article, tableOf),
    version,
    changes: [],
  }));
}

function withChanges(translations: readonly Translation[], sourceArticle: Article | undefined, newest: VersionGroup | undefined): readonly Translation[] {
  if (translations.every(({ version }) => version === 0)) return translations;
  const reference = sourceArticle ?? leastMerged(newest?.faithful ?? [])?.article;
  if (!reference) return translations;
  const current = sentencesOf(reference);
  return translations.map((translation) => (translation.version === 0 ? translation : { ...translation, changes: changesOf(translation.article, current) }));
}

function changesOf(article: Article, current: readonly Sentence[]): readonly SegmentChange[] {
  return article.segments.length === 0 ? [] : segmentChanges(sentencesOf(article), current);
}

/** A plain source file has no ordinals: its sentences are numbered as its producer would, from 102. */
function sentencesOf(article: Article): Sentence[] {
  if (article.segments.length > 0) return article.segments.map(({ ordinal, source }) => ({ ordinal, text: source }));
  return markdownSentences(article.skeleton).map((text, index) => ({ ordinal: String(102 + index), text }));
}

/** Of articles sorted by locale, the first with the fewest merged segments. */
function leastMerged(members: readonly ProjectedTranslation[]): ProjectedTranslation | undefined {
  return members.reduce<ProjectedTranslation | undefined>((best, member) => (best && best.merged <= member.merged ? best : member), undefined);
}

function metadataOnly({ faithful, newestHash }: VersionGroup): string[] {
  return faithful.filter(({ handOff }) => handOff.sourceHash !== undefined && handOff.sourceHash !== newestHash).map(({ article }) => article.locale);
}
