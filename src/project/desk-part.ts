import type { Article, Segment } from '../model/article.ts';
import { codeRanges } from '../text/code-ranges.ts';

/** Text shown before and behind a segment at least, where there is as much, in UTF-16 code units with tags and sources. */
const BEFORE = 8_000;
const BEHIND = 16_000;
/** Farther away no heading is looked for. */
const FARTHEST = 60_000;

/**
 * A part of a long article, around one of its segments, as a file of its own: from heading to heading, with the
 * frontmatter and the targets of links that stand elsewhere in the file.
 */
export function articlePart({ text, bodyStart }: Pick<Article, 'text' | 'bodyStart'>, { start, end }: Pick<Segment, 'start' | 'end'>): string {
  const lowest = Math.max(bodyStart, start - FARTHEST);
  const highest = Math.min(text.length, end + FARTHEST);
  const cuts = cutsIn(text, lowest, highest);
  const from = start - bodyStart <= BEFORE ? bodyStart : (cuts.findLast((cut) => cut <= start - BEFORE) ?? cuts.find((cut) => cut <= start) ?? lowest);
  const to = text.length - end <= BEHIND ? text.length : (cuts.find((cut) => cut >= end + BEHIND) ?? cuts.findLast((cut) => cut > end) ?? highest);
  const definitions = [text.slice(bodyStart, from), text.slice(to)].flatMap((rest) => rest.match(DEFINITION) ?? []);
  return `${text.slice(0, bodyStart)}\n${text.slice(from, to)}\n\n${definitions.join('\n')}\n`;
}

const DEFINITION = /^ {0,3}\[[^\]\r\n]{1,200}\]:[ \t]*\S[^\r\n]{0,2000}$/gm;
/** A heading behind a blank line, or where there is none, a paragraph. */
const HEADING = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)(?=#{1,6}[ \t])/g;
const PARAGRAPH = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)(?=[^\s>|<-])/g;

/** Places between blocks. What looks like a heading in a block of code is none. */
function cutsIn(text: string, from: number, to: number): number[] {
  const window = text.slice(from, to);
  const code = codeRanges(window);
  const ends = (pattern: RegExp): number[] => {
    let next = 0;
    return [...window.matchAll(pattern)].flatMap(({ index, 0: blank }) => {
      while ((code[next]?.end ?? Infinity) <= index) next += 1;
      return (code[next]?.start ?? Infinity) <= index ? [] : [from + index + blank.length];
    });
  };
  const headings = ends(HEADING);
  return headings.length > 1 ? headings : ends(PARAGRAPH);
}
