/** What changes in the folder of a site; paths relative to it. */
export interface SiteUpdate {
  /** Files that come in, in this order: what others refer to first. */
  readonly put: readonly string[];
  /** Files that go, after all of {@link put} are there. */
  readonly remove: readonly string[];
}
