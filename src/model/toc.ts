/** A docfx `toc.yml` or `TOC.md` that was read. */
export interface Toc {
  readonly nodes: readonly TocNode[];
  /** What was left out. */
  readonly problems: readonly TocProblem[];
  /** Every path or address that an entry leads to by `href`, in the order of the file. */
  readonly links: readonly TocLink[];
}

/** An entry of a docfx `toc.yml`, as written; nothing is resolved. */
export interface TocNode {
  /** Empty when the entry has no name: the page it leads to gives the title. */
  readonly title: string;
  /** A page, a folder with a table of contents of its own (`folder/`, `folder/toc.yml`), or an absolute URL. */
  readonly href?: string;
  /** Names the page by the `uid` of its frontmatter. */
  readonly uid?: string;
  /** Shown open at first. */
  readonly expanded?: boolean;
  readonly items: readonly TocNode[];
}

/** Why an entry of a `toc.yml` could not be read. Line and column 1-based, columns in UTF-16 code units. */
export interface TocProblem {
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** The `href` of an entry, as written. Line and column 1-based, columns in UTF-16 code units. */
export interface TocLink {
  readonly href: string;
  readonly line: number;
  readonly column: number;
}
