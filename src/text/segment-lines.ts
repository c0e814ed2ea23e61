/** Where a segment stands in its file. */
export interface SegmentLine {
  /** Numeric ordinal, as in the segment's id on the page. */
  readonly ordinal: number;
  /** 1-based. */
  readonly line: number;
}

/**
 * The lines of a bitext in a few characters: of each segment the lines since the one before, and `:ordinal` where
 * that is not the next one.
 * encodeLines([{ ordinal: 102, line: 12 }, { ordinal: 103, line: 14 }, { ordinal: 110, line: 14 }]) // => '12:102 2 0:110'
 */
export function encodeLines(segments: readonly SegmentLine[]): string {
  let previous: SegmentLine = { ordinal: 0, line: 0 };
  return segments.map((segment) => {
    const { ordinal, line } = previous;
    previous = segment;
    return `${segment.line - line}${segment.ordinal === ordinal + 1 ? '' : `:${segment.ordinal}`}`;
  }).join(' ');
}

/** Line of one segment; undefined when it is not among them. */
export function lineOf(encoded: string, wanted: number): number | undefined {
  let line = 0;
  let ordinal = 0;
  for (const entry of encoded.split(' ')) {
    const [lines = '', named] = entry.split(':');
    line += Number(lines);
    ordinal = named === undefined ? ordinal + 1 : Number(named);
    if (ordinal === wanted) return line;
  }
  return undefined;
}
