import { posix } from 'node:path';
import type { Finding, FindingArgs, Point, Severity } from '../model/finding.ts';
import type { Limits } from '../model/limits.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import { compareText } from '../text/compare-text.ts';
import type { Checked } from './findings-summary.ts';

/** All that the writers of report formats are given; each takes what its format can say. */
export interface Report {
  /** In their order; what is suppressed is not among them. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly brokenLimits: readonly BrokenLimit[];
  readonly checked: Checked;
  /** Version of Interlinear. */
  readonly version: string;
  /** Every rule that was run, sorted by id. */
  readonly rules: readonly RuleHelp[];
  /** Every file that was checked, sorted, relative to the content root, with its locale. */
  readonly files: readonly { readonly file: string; readonly locale: string }[];
  /** Path of the content root below the repository's, with a trailing slash; empty when they are one. */
  readonly folder: string;
  readonly detailsOf: (finding: Finding) => FindingDetails | undefined;
}

/** What a check says about itself, and where its page is. */
export interface RuleHelp {
  readonly id: string;
  readonly category: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly whatToDo: string;
  /** Absolute; undefined when the site has no known address or no pages of the checks. */
  readonly url: string | undefined;
}

/** What stands in the files around a finding. */
export interface FindingDetails {
  readonly target: string;
  readonly source: string;
  /** Range in one side that the finding is about; offsets in UTF-16 code units, 0-based. */
  readonly mark: { readonly side: 'target' | 'source'; readonly start: number; readonly end: number } | undefined;
  /** Where the source half stands, in the same file. */
  readonly sourcePlace: Place;
  /** The same segment in the other locale that the finding names. */
  readonly other: (Place & { readonly file: string; readonly locale: string }) | undefined;
}

export interface Place extends Point {
  readonly end: Point;
}

/** A limit of `site.yml` that the content does not keep to. */
export interface BrokenLimit {
  readonly locale: string;
  readonly limit: keyof Limits;
  /** The rule or severity, where the limit is for one. */
  readonly of: string | undefined;
  readonly allowed: number;
  readonly found: number;
}

/** limitMessage({ locale: 'ja-jp', limit: 'maxStale', of: undefined, allowed: 2, found: 3 }) // => 'ja-jp: 3 stale translations; at most 2 are allowed.' */
export function limitMessage({ locale, limit, of, allowed, found }: BrokenLimit): string {
  switch (limit) {
    case 'maxStale':
      return `${locale}: ${found} stale ${found === 1 ? 'translation' : 'translations'}; at most ${allowed} ${allowed === 1 ? 'is' : 'are'} allowed (maxStale).`;
    case 'minTranslated':
      return `${locale}: ${found} translated ${found === 1 ? 'article' : 'articles'}; at least ${allowed} ${allowed === 1 ? 'is' : 'are'} required (minTranslated).`;
    case 'maxFindings':
      return `${locale}: ${found} ${found === 1 ? 'finding' : 'findings'}${of === undefined ? '' : ` of ${of}`}; at most ${allowed} ${allowed === 1 ? 'is' : 'are'} allowed (maxFindings).`;
  }
}

/** Args in a fixed order of keys. */
export function sortedArgs(args: FindingArgs): FindingArgs {
  return Object.fromEntries(Object.entries(args).sort(([a], [b]) => compareText(a, b)));
}

/** A file of the content as the repository calls it. repositoryPath('docs/content/', '../vi/a.md') // => 'docs/vi/a.md' */
export function repositoryPath(folder: string, file: string): string {
  return posix.normalize(folder + file);
}
