export type Severity = 'error' | 'warning' | 'info';

/** A point in a file: line and column 1-based, columns in UTF-16 code units. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** Values a message is made of. Plain JSON. */
export type FindingArgs = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What a check reports. Words are made last, in `message`; logic compares `rule` and `args` only. */
export interface Finding extends Point {
  readonly rule: string;
  readonly severity: Severity;
  readonly locale: string;
  /** Path relative to the locale's folder: names the family. */
  readonly path: string;
  /** Path relative to the content root, for editors and annotations. */
  readonly file: string;
  /** Ordinal of the segment concerned, e.g. `102` or `p104`; null when the finding is about the article. */
  readonly segment: string | null;
  readonly end: Point;
  readonly args: FindingArgs;
  readonly message: string;
  /**
   * Digest of what the finding is about: both halves of its segment, else the flagged text, else the args. With rule,
   * locale, path and segment it names the finding: the name survives moved lines, and no changed text.
   */
  readonly content: string;
  /** Edits of the file that remove the finding and are safe to apply unseen; absent: only a person can decide. */
  readonly fix?: readonly TextEdit[];
}

/** Replaces a range of a file's text. Offsets: UTF-16 code units, 0-based. Part of a fix; touches targets only. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
