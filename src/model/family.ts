import type { Article, HandOff, Segment } from './article.ts';

/** One step of a word diff, in reading order. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What became of one source sentence between the version translated from and the newest one. */
export type SegmentChange =
  | { readonly kind: 'same'; readonly ordinal: string; readonly newOrdinal: string }
  | { readonly kind: 'edited'; readonly ordinal: string; readonly newOrdinal: string; readonly before: string; readonly after: string; readonly diff: readonly DiffPart[] }
  | { readonly kind: 'removed'; readonly ordinal: string; readonly before: string }
  | { readonly kind: 'new'; readonly newOrdinal: string; readonly after: string };

/** A segment with the numeric ordinals it answers for: one, or all that a merged paragraph covers. */
export interface JoinedSegment {
  readonly segment: Segment;
  /** Ascending; `[102]` for segment 102, `[114, 115, 116]` for a merged one. Empty when a merged one could not be joined. */
  readonly covers: readonly number[];
}

/** One locale's article seen from its family. */
export interface Translation {
  readonly locale: string;
  readonly article: Article;
  readonly handOff: HandOff;
  /** In the order of `article.segments`. */
  readonly joined: readonly JoinedSegment[];
  /** Number of the source version it was translated from: index into {@link Family.versions}. */
  readonly version: number;
  /** Only for stale translations: what changed in the source since, in the newest version's order. Empty otherwise. */
  readonly changes: readonly SegmentChange[];
}

/** Translations of one and the same source text (equal normalised s-proj). */
export interface SourceVersion {
  /** Locales translated from it, sorted; empty when only the source file has this text. */
  readonly locales: readonly string[];
  /** Distinct `ms.openlocfilehash` values claimed for it, sorted. */
  readonly sourceHashes: readonly string[];
  /** Newest hand-off date among its locales, ISO. */
  readonly date: string | undefined;
}

/** Two locales that claim one source version (or join by ordinal) and yet disagree. */
export type Mismatch =
  | { readonly kind: 'source'; readonly locale: string; readonly otherLocale: string; readonly sourceHash: string; readonly ordinals: readonly string[] }
  | { readonly kind: 'cosmetic'; readonly locale: string; readonly otherLocale: string; readonly sourceHash: string }
  | { readonly kind: 'ordinals'; readonly locale: string; readonly otherLocale: string; readonly missing: readonly string[]; readonly extra: readonly string[] };

/** One path in all its locales. */
export interface Family {
  readonly path: string;
  /** Newest first. */
  readonly versions: readonly SourceVersion[];
  /** Sorted by locale id; the source locale's own file is not among them. */
  readonly translations: readonly Translation[];
  /** The source locale's own file, where there is one. */
  readonly sourceArticle: Article | undefined;
  /** Locale whose bitext the source article is rebuilt from: newest version, fewest merged segments, then by id. */
  readonly rebuiltFrom: string | undefined;
  /** Locales translated from the newest version under another `ms.openlocfilehash` than the newest one: only metadata changed. */
  readonly metadataOnly: readonly string[];
  readonly mismatches: readonly Mismatch[];
  /** Published locales that have no file at this path, sorted; never the source locale. */
  readonly missing: readonly string[];
}
