/** One stored pair of the whole bitext, as written. */
export interface MemoryEntry {
  readonly locale: string;
  readonly path: string;
  readonly ordinal: string;
  readonly source: string;
  readonly target: string;
  /** In a block of raw HTML, where no Markdown is read. */
  readonly inHtml?: true;
}

/** A hit of the concordance. Offsets: UTF-16 code units, 0-based, into the side that was searched. */
export interface ConcordanceHit {
  readonly entry: MemoryEntry;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** A stored pair whose source is like another. */
export interface MemoryMatch {
  readonly entry: MemoryEntry;
  /** 1 for equal texts; the share of words in common, in order, otherwise. */
  readonly score: number;
}
