import type { Point } from './finding.ts';

/** One way in which a source is translated in a locale, and the first place where it is. Plain. */
export interface SourceVariant {
  readonly locale: string;
  /** Stand for the source and the target without markup and with single blanks; equal texts have equal digests. */
  readonly sourceKey: string;
  readonly targetKey: string;
  /** Cut for messages. */
  readonly source: string;
  readonly target: string;
  /** Number of segments translated like this. */
  readonly count: number;
  readonly path: string;
  readonly file: string;
  /** Ordinal. */
  readonly segment: string;
  readonly start: Point;
  readonly end: Point;
}
