/** What one locale must keep to; from `limits` of `site.yml`. */
export interface Limits {
  /** Stale translations it may have: articles, or a share of its articles such as `5%`. */
  readonly maxStale?: number | string | undefined;
  /** Articles it must have: a number, or a share of all articles such as `90%`. */
  readonly minTranslated?: number | string | undefined;
  /** Findings it may have: in all, or by rule or severity. */
  readonly maxFindings?: number | Readonly<Record<string, number>> | undefined;
}
