import type { Article } from '../model/article.ts';
import type { Point } from '../model/finding.ts';
import type { SuppressionComment } from '../model/suppression.ts';
import { codeRanges } from '../text/code-ranges.ts';
import { LineIndex } from '../text/line-index.ts';

const WORD = 'interlinear-ignore';

/** A longer comment is none of ours; keeps hostile text linear. */
const LONGEST = 2_000;

/**
 * The comments of an article that silence rules. One that stands alone on its line speaks for itself and the block that
 * follows, up to the next blank line; one beside text for its line; `interlinear-ignore-file` for the whole file. In MDX
 * they are written as MDX comments. Comments in code are text.
 */
export function readSuppressions({ locale, path, file, text, bodyStart }: Pick<Article, 'locale' | 'path' | 'file' | 'text' | 'bodyStart'>): SuppressionComment[] {
  if (!text.includes(WORD, bodyStart)) return [];
  const lines = new LineIndex(text);
  const code = codeRanges(text.slice(bodyStart));
  const linesOf = lineFinder(lines, lines.pointAt(text.length).line);
  let passed = 0;
  return [...text.matchAll(/(?:<!--|\{\/\*)[ \t]{0,20}interlinear-ignore(-file)?(?![\w-])/g)].flatMap((found) => {
    const start = found.index;
    while ((code[passed]?.end ?? Infinity) + bodyStart <= start) passed += 1;
    if (start < bodyStart || (code[passed]?.start ?? Infinity) + bodyStart <= start) return [];
    const close = found[0].startsWith('<') ? '-->' : '*/}';
    const head = start + found[0].length;
    const length = text.slice(head, head + LONGEST).indexOf(close);
    if (length < 0) return [];
    const [at, end] = [lines.pointAt(start), lines.pointAt(head + length + close.length)];
    const words = text.slice(head, head + length);
    const colon = words.indexOf(':');
    const rules = (colon < 0 ? words : words.slice(0, colon)).split(/[\s,]+/).filter((rule) => rule !== '');
    const reason = colon < 0 ? '' : words.slice(colon + 1).trim().replace(/\s+/g, ' ');
    return [{ locale, path, file, ...at, end, rules, reason, lines: found[1] === undefined ? linesOf(at, end) : undefined }];
  });
}

/** Gives the lines that a comment speaks for; what stands below a line is found out once. */
function lineFinder(lines: LineIndex, last: number): (start: Point, end: Point) => { from: number; to: number } {
  // Last line of the block that a line is in, or that comes next where the line is blank.
  const blockEnds: number[] = Array.from({ length: last + 2 }, () => last);
  for (let line = last; line >= 1; line--) {
    const goesOn = isBlank(lines.lineText(line)) || (line < last && !isBlank(lines.lineText(line + 1)));
    blockEnds[line] = goesOn ? (blockEnds[line + 1] ?? last) : line;
  }
  return (start, end) => {
    const standsAlone = isBlank(lines.lineText(start.line).slice(0, start.column - 1)) && isBlank(lines.lineText(end.line).slice(end.column - 1));
    return { from: start.line, to: standsAlone ? (blockEnds[end.line + 1] ?? last) : end.line };
  };
}

/** A line of nothing but blanks and marks of a quote. */
function isBlank(text: string): boolean {
  return /^[\s>]*$/.test(text);
}
