/** What is wrong on a finished page. The ids are permanent. */
export type SiteRule =
  | 'link-broken'
  | 'link-redirected'
  | 'redirect-wrong'
  | 'anchor-missing'
  | 'asset-missing'
  | 'id-repeated'
  | 'id-missing'
  | 'language-missing'
  | 'direction-missing'
  | 'title-missing'
  | 'canonical-missing'
  | 'canonical-wrong'
  | 'alternate-wrong'
  | 'alternate-unanswered'
  | 'foreign-request'
  | 'script-refused'
  | 'sitemap-wrong';

/** One fault of one file of a finished site. */
export interface SiteFinding {
  readonly rule: SiteRule;
  readonly severity: 'error' | 'warning';
  /** Path of the file in the folder of the site. */
  readonly file: string;
  /** What it is about: the link as it is written, an id, a language. Equal faults of many pages have it in common. */
  readonly about: string;
  /** A sentence. */
  readonly message: string;
}

export interface SiteReport {
  /** HTML files that were read. */
  readonly pages: number;
  /** Sorted by rule, subject and file. At most {@link KEPT_FINDINGS}. */
  readonly findings: readonly SiteFinding[];
  /** Findings of each rule, those included that are not listed. */
  readonly counts: Readonly<Partial<Record<SiteRule, number>>>;
}

/** Rules whose faults are warnings; those of all others are errors. */
export const SITE_WARNINGS: ReadonlySet<SiteRule> = new Set(['link-redirected']);

/** More would not be read, and might not fit. */
export const KEPT_FINDINGS = 10_000;
