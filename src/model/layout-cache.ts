/** What Astro has rendered, by a key that stands for everything it depends on. Safe to delete at any time. */
export interface LayoutCache {
  /** Whether nothing is kept, so that no key can be found. */
  isEmpty(): boolean;
  /** Copies what was kept under the key into `out`; false when there is nothing. */
  restore(key: string, out: string): boolean;
  /** Keeps `out` under the key, in place of what was kept before. A failure to do so is not an error. */
  save(key: string, out: string): void;
}
