import type { Severity } from './finding.ts';

/** How far one locale is, in one section or in all. */
export interface StatusCounts {
  /** Articles that there are to translate. */
  readonly articles: number;
  readonly translated: number;
  readonly segments: number;
  /** Words of the sources of these segments. */
  readonly words: number;
  /** Translated articles by provenance; the rest says nothing. */
  readonly machine: number;
  readonly human: number;
  /** Segments that a person has accepted. */
  readonly reviewed: number;
  /** Articles translated from an older source. */
  readonly stale: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

export interface SectionStatus extends StatusCounts {
  /** First folder of the path; empty for articles at the top. */
  readonly section: string;
}

export interface LocaleStatus extends StatusCounts {
  readonly locale: string;
  /** Sorted by name. */
  readonly sections: readonly SectionStatus[];
}

/** How far all translations are. */
export interface ContentStatus {
  /** In the order of the site; the source locale is not among them. */
  readonly locales: readonly LocaleStatus[];
}

/** One line of the history file. */
export interface StatusRecord {
  /** ISO day, UTC. */
  readonly date: string;
  /** Commit that was checked out. */
  readonly commit?: string | undefined;
  readonly locales: Readonly<Record<string, StatusCounts>>;
}
