import type { DiffPart } from './family.ts';
import type { Finding } from './finding.ts';

/** What a change does to the content. Plain and sorted. */
export interface ContentDiff {
  /** The ref compared with, as the user wrote it, and the commit that was meant. */
  readonly ref: string;
  readonly base: string;
  /** By path, then in the order of the locales. */
  readonly articles: readonly ArticleDiff[];
  /** Of the families that changed. */
  readonly newFindings: readonly Finding[];
  readonly fixedFindings: readonly Finding[];
  /** In the order of the locales; without the source locale. */
  readonly progress: readonly LocaleProgress[];
}

export interface ArticleDiff {
  readonly locale: string;
  readonly path: string;
  /** Relative to the content root. */
  readonly file: string;
  readonly kind: 'new' | 'removed' | 'changed';
  /** Absolute address of the page; undefined when the site has none, or the page is gone. */
  readonly url: string | undefined;
  /** In the order of the article; empty when nothing but the metadata or the structure changed. */
  readonly segments: readonly SegmentDiff[];
}

/** One segment, or one block of an article without pairs (then `source` is empty and there is no ordinal). */
export interface SegmentDiff {
  readonly kind: 'changed' | 'new' | 'removed';
  readonly ordinal: string | undefined;
  readonly target: readonly DiffPart[];
  /** Empty when the source is as it was. */
  readonly source: readonly DiffPart[];
  readonly url: string | undefined;
}

/** How far the translations of a locale are. */
export interface LocaleProgress {
  readonly locale: string;
  readonly before: Progress;
  readonly after: Progress;
}

export interface Progress {
  /** Articles of the site. */
  readonly families: number;
  readonly translated: number;
  /** Among the families that changed. */
  readonly stale: number;
}
