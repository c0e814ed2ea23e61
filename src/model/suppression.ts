import type { Finding, Point } from './finding.ts';

/** A comment of an article that silences rules: `<!-- interlinear-ignore rule, rule2: reason -->`. */
export interface SuppressionComment extends Point {
  readonly locale: string;
  readonly path: string;
  /** Path relative to the content root. */
  readonly file: string;
  readonly end: Point;
  /** Ids of rules as written. */
  readonly rules: readonly string[];
  /** Empty when none is given. */
  readonly reason: string;
  /** Lines that it speaks for, 1-based, both included; undefined: the whole file. */
  readonly lines: { readonly from: number; readonly to: number } | undefined;
}

/** Silences rules for whole paths; from `ignore` of `site.yml`. */
export interface IgnoredPaths {
  readonly rules: readonly string[];
  /** Globs over the path relative to the content root or to the locale's folder. */
  readonly paths: readonly string[];
  readonly reason: string;
}

/** A finding that is not reported, and why. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: 'comment' | 'path' | 'baseline';
  readonly reason: string;
}
