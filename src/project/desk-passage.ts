import { tokenise } from '../ingest/tokenise.ts';
import type { Article, Range, Segment, SourceFile } from '../model/article.ts';

/** What stands around one segment, read as an article of its own: what is being typed there is looked at without the rest of the file. */
export interface Passage {
  readonly article: Article;
  /** Of the segment in it. */
  readonly index: number;
  /** Offset in the file (UTF-16 code units, 0-based) where it starts. */
  readonly start: number;
  /** Reads it again, with another text. */
  readonly read: (file: SourceFile) => Article;
}

/** Text looked at on either side, in UTF-16 code units; more than any check looks back over (checks/shared/line-before.ts). */
const REACH = 2_000;
const BLANK_LINE = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/;

/**
 * The passage around a segment: from one blank line to another, or less of a longer block. Undefined where it reads
 * otherwise by itself than in its article, e.g. between damaged tags; then only the whole file tells.
 */
export function passageAround(article: Article, { index, start, end }: Segment): Passage | undefined {
  const from = beginning(article, start);
  const to = ending(article, end);
  // It has no frontmatter of its own.
  const read = ({ text }: SourceFile): Article => ({ ...article, ...tokenise(text, 0), text, bodyStart: 0 });
  const passage = read({ ...article, text: article.text.slice(from, to) });
  const first = index - passage.segments.findIndex((own) => own.start + from === start);
  const reads = passage.segments.every((own, at) => isSame(own, article.segments[first + at], from));
  return reads && passage.segments[index - first] ? { article: passage, index: index - first, start: from, read } : undefined;
}

function beginning({ text, bodyStart, segments }: Article, start: number): number {
  const limit = Math.max(bodyStart, start - REACH);
  const blank = [...text.slice(limit, start).matchAll(new RegExp(BLANK_LINE, 'g'))].at(-1);
  const from = blank ? limit + blank.index + blank[0].length : limit;
  return segmentOver(segments, from)?.start ?? from;
}

function ending({ text, segments }: Article, end: number): number {
  const after = text.slice(end, end + REACH);
  const blank = BLANK_LINE.exec(after);
  const to = end + (blank ? blank.index + blank[0].length : after.length);
  return segmentOver(segments, to)?.end ?? to;
}

/** The segment that an offset would cut. */
function segmentOver(segments: readonly Segment[], offset: number): Segment | undefined {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = segments[low];
  return found && found.start < offset ? found : undefined;
}

function isSame(own: Segment, other: Segment | undefined, by: number): boolean {
  return (
    other !== undefined &&
    own.prefix === other.prefix &&
    own.ordinal === other.ordinal &&
    own.sourceId === other.sourceId &&
    own.repaired === other.repaired &&
    isMoved(own.targetRange, other.targetRange, by) &&
    isMoved(own.sourceRange, other.sourceRange, by)
  );
}

function isMoved(own: Range, other: Range, by: number): boolean {
  return own.start + by === other.start && own.end + by === other.end;
}
