/** A half-open range of UTF-16 code units, 0-based. */
export interface CodeRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Ranges of inline code and fenced code in Markdown text, in order, delimiters included.
 * Linear in the length of the text. Reads CommonMark §4.5 and §6.1 without building blocks: an inline
 * code ends in its own paragraph, a fence may stand behind list and quote markers at any indent.
 * codeRanges('a `b` c') // => [{ start: 2, end: 5 }]
 */
export function codeRanges(body: string): CodeRange[] {
  if (!mayHoldCode(body)) return [];
  const ranges: CodeRange[] = [];
  const code = new CodeIndex(body);
  let covered = 0;
  code.runs.forEach((run, index) => {
    if (run.start < covered) return;
    const end = code.endOf(index);
    if (end === -1) return;
    ranges.push({ start: code.startOf(index), end });
    covered = end;
  });
  return ranges;
}

/** False for most texts, whatever their length: nothing in them can open code. */
export function mayHoldCode(text: string): boolean {
  return text.includes('`') || text.includes('~~~');
}

/** A run of backticks, or of three and more tildes: all that can open or close code. */
export const CODE_RUN = /`+|~{3,}/g;

interface Run extends CodeRange {
  readonly length: number;
  readonly tilde: boolean;
  /** What stands before the run on its line, when a fence may stand there; else undefined. */
  readonly prefix: string | undefined;
}

/** What stands before a fence on its line: indent, quote and list markers. */
const FENCE_PREFIX = /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*)*$/;
const LONGEST_PREFIX = 100;

/**
 * Answers, for each run of backticks or tildes of one text, where the code ends that it opens.
 * Building is one pass, an answer a binary search, so that callers may ask in any order.
 */
export class CodeIndex {
  /** In text order: the matches of {@link CODE_RUN}. */
  readonly runs: readonly Run[];
  readonly #text: string;
  readonly #byLength: ReadonlyMap<number, readonly Run[]>;
  readonly #fenceCloses: readonly Run[];
  readonly #paragraphEnds: readonly number[];
  /** The stretch last looked at, by container: a long one with many fences is read once. */
  readonly #containers = new Map<number, CodeRange>();
  /** Shortest run, by character, that no later line closes; what is longer is not closed either. */
  readonly #unclosed = { tilde: Infinity, backtick: Infinity };

  /** @param from offset (UTF-16 code units, 0-based) where the Markdown starts */
  constructor(text: string, from = 0) {
    this.#text = text;
    this.runs = findRuns(text, from);
    this.#byLength = Map.groupBy(
      this.runs.filter((run) => !run.tilde),
      (run) => run.length,
    );
    this.#paragraphEnds = paragraphEnds(text, from);
    this.#fenceCloses = this.runs.filter((run) => run.length >= 3 && run.prefix !== undefined && this.#endsLine(run));
  }

  /** Offset at which the code opened by a run starts: behind the backtick that a backslash escapes. */
  startOf(index: number): number {
    const run = this.#run(index);
    return !this.isFence(index) && this.#isEscaped(run) ? run.start + 1 : run.start;
  }

  /** End of the code that a run opens (exclusive), or -1 when its characters are literal. An unclosed fence runs to the end of the text. */
  endOf(index: number): number {
    if (!this.isFence(index)) return this.inlineEnd(index);
    const end = this.closedFenceEnd(index);
    return end === -1 ? this.#text.length : end;
  }

  /** True when a run opens a fenced block, closed or not. A line of backticks, text and backticks is inline code (FORMAT.md §6 no. 6). */
  isFence(index: number): boolean {
    const run = this.#run(index);
    if (run.length < 3 || run.prefix === undefined) return false;
    if (run.tilde) return true;
    const next = this.runs[index + 1];
    return next === undefined || next.tilde || lineEnd(this.#text, run.end) <= next.start;
  }

  /** End of the line that closes a fence, or of the quote or list item it stands in; -1 when nothing closes it. */
  closedFenceEnd(index: number): number {
    const run = this.#run(index);
    const containerEnd = this.#containerEnd(run);
    const kind = run.tilde ? 'tilde' : 'backtick';
    if (run.length >= this.#unclosed[kind]) return containerEnd;
    const closes = this.#fenceCloses;
    for (let i = firstAfter(closes, run.start); i < closes.length; i++) {
      const close = closes[i];
      if (close === undefined || (containerEnd !== -1 && close.start >= containerEnd)) return containerEnd;
      if (close.tilde === run.tilde && close.length >= run.length) return lineEnd(this.#text, close.end);
    }
    this.#unclosed[kind] = run.length;
    return containerEnd;
  }

  #run(index: number): Run {
    const run = this.runs[index];
    if (run === undefined) throw new RangeError(`There is no run ${index}.`);
    return run;
  }

  /** End of the inline code that a run opens when its line is not looked at, or -1. */
  inlineEnd(index: number): number {
    const run = this.#run(index);
    if (run.tilde) return -1;
    const length = this.#isEscaped(run) ? run.length - 1 : run.length;
    const candidates = this.#byLength.get(length) ?? [];
    const close = candidates[firstAfter(candidates, run.start)];
    if (close === undefined) return -1;
    const paragraphEnd = this.#paragraphEnds[firstAbove(this.#paragraphEnds, run.start)];
    return paragraphEnd !== undefined && paragraphEnd <= close.start ? -1 : close.end;
  }

  #isEscaped(run: Run): boolean {
    let slashes = 0;
    while (this.#text.charCodeAt(run.start - 1 - slashes) === 0x5c) slashes++;
    return slashes % 2 === 1;
  }

  #endsLine(run: Run): boolean {
    const blanks = /[ \t]*(?=[\r\n]|$)/y;
    blanks.lastIndex = run.end;
    return blanks.test(this.#text);
  }

  /**
   * Start of the line that ends the quote or list item of a fence; -1 when it stands in neither or nothing ends it.
   * Four columns of indent and more are a list item's, whose own content starts at most three columns further left.
   */
  #containerEnd(run: Run): number {
    const prefix = run.prefix ?? '';
    const indent = prefix.replaceAll('\t', '    ').length;
    const container = prefix.includes('>') ? QUOTE : indent < 4 ? undefined : indent;
    if (container === undefined) return -1;
    const known = this.#containers.get(container);
    if (known !== undefined && run.start >= known.start && run.start < known.end) return known.end === this.#text.length ? -1 : known.end;
    const outside = container === QUOTE ? new RegExp(OUTSIDE_QUOTE) : new RegExp(`(?:\\r\\n|\\r|\\n) {0,${indent - 4}}(?=[^ \\t\\r\\n])`, 'g');
    outside.lastIndex = run.end;
    const match = outside.exec(this.#text);
    const end = match === null ? this.#text.length : match.index + (match[0].startsWith('\r\n') ? 2 : 1);
    this.#containers.set(container, { start: run.start, end });
    return match === null ? -1 : end;
  }
}

const QUOTE = -1;
const OUTSIDE_QUOTE = /(?:\r\n|\r(?!\n)|\n)(?![ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?>)/g;

function findRuns(text: string, from: number): Run[] {
  const runs: Run[] = [];
  const pattern = new RegExp(CODE_RUN);
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const length = match[0].length;
    const tilde = text.charCodeAt(match.index) === 0x7e;
    runs.push({ start: match.index, end: match.index + length, length, tilde, prefix: length < 3 ? undefined : fencePrefix(text, match.index) });
  }
  return runs;
}

function fencePrefix(text: string, end: number): string | undefined {
  for (let start = end; start >= end - LONGEST_PREFIX; start--) {
    const before = text.charCodeAt(start - 1);
    if (start === 0 || before === 0x0a || before === 0x0d || (start === 1 && before === 0xfeff)) {
      const prefix = text.slice(start, end);
      return FENCE_PREFIX.test(prefix) ? prefix : undefined;
    }
  }
  return undefined;
}

/** Starts of the lines that do not continue the paragraph before them: no inline code reaches over one. */
function paragraphEnds(text: string, from: number): number[] {
  const ends: number[] = [];
  const line = /\r\n|\r|\n/g;
  line.lastIndex = from;
  let heading = isHeading(text, from);
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    const start = line.lastIndex;
    if (heading || breaksParagraph(text, start)) ends.push(start);
    heading = isHeading(text, start);
  }
  return ends;
}

const PARAGRAPH_BREAK = /[ \t>]*(?:[\r\n]|$|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||~{3}|`{3,}[^`\r\n]*(?:[\r\n]|$))/y;
const HEADING = /[ \t>]*#{1,6}[ \t]/y;

function breaksParagraph(text: string, lineStart: number): boolean {
  PARAGRAPH_BREAK.lastIndex = lineStart;
  return PARAGRAPH_BREAK.test(text);
}

function isHeading(text: string, lineStart: number): boolean {
  HEADING.lastIndex = lineStart;
  return HEADING.test(text);
}

/** Offset of the line break at or after an offset, or the text's end. */
function lineEnd(text: string, from: number): number {
  const pattern = /[\r\n]/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** Index of the first run that starts after an offset. */
function firstAfter(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first number above a value, in ascending numbers. */
function firstAbove(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
