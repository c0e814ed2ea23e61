import { displayWidth } from '../text/display-width.ts';
import { memoised } from '../text/memoised.ts';
import { visibleText } from './visible-text.ts';

/** What one character (as a reader counts) takes on the terminal. */
interface Cell {
  readonly text: string;
  readonly width: number;
  /** Offset in the line, UTF-16 code units, 0-based. */
  readonly offset: number;
}

/** A line cut to the columns at hand, and where the marked range stands in it. */
export interface FittedLine {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Nothing further away than this is read: a line may have 50 MB. */
const REACH = 400;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Cuts a line to `width` columns around a range (offsets in the line, UTF-16 code units, 0-based; may be empty) and makes
 * what is invisible visible. An ellipsis stands where text was left out.
 */
export function fitLine(line: string, start: number, end: number, width: number): FittedLine {
  const from = Math.max(0, start - REACH);
  const to = Math.min(line.length, Math.max(start, Math.min(end, start + REACH)) + REACH);
  const cells = cellsOf(line.slice(from, to), from);
  const first = indexOf(cells, start);
  const last = Math.max(first, indexOf(cells, end));
  const [left, right] = windowOf(cells, first, last, width - 2);
  const join = (a: number, b: number): string => cells.slice(a, b).map(({ text }) => text).join('');
  return {
    before: `${left > 0 || from > 0 ? '…' : ''}${join(left, Math.max(left, first))}`,
    marked: join(Math.max(left, first), Math.min(right, last)),
    after: `${join(Math.max(first, Math.min(right, last)), right)}${right < cells.length || to < line.length ? '…' : ''}`,
  };
}

/** The beginning of a text, on one line of at most `width` columns. */
export function fitText(text: string, width: number): string {
  const { before, after } = fitLine(text.slice(0, 4 * REACH).replace(/\s*[\r\n]+\s*/g, ' ↵ ').trimStart(), 0, 0, width);
  return before + after;
}

function cellsOf(text: string, from: number): Cell[] {
  const cells: Cell[] = [];
  for (const { 0: run, index: start } of text.matchAll(RUNS)) {
    if (PLAIN.test(run)) for (let at = 0; at < run.length; at++) cells.push({ text: run.charAt(at), width: 1, offset: from + start + at });
    else {
      for (const { segment, index } of graphemes.segment(run)) cells.push({ ...shown(segment), offset: from + start + index });
    }
  }
  return cells;
}

/** A character as it is shown. The same ones come again and again. */
const shown = memoised((character): Pick<Cell, 'text' | 'width'> => {
  const text = visibleText(character);
  return { text, width: displayWidth(text) };
});

const PLAIN = /[\x20-\x7e]$/;

/** Letters that are each a cell, most of a line of markup; and what has to be looked at, with the letter before, to which a mark may belong. */
const RUNS = /(?:[\x20-\x7e](?![^\x20-\x7e]))+|[\x20-\x7e]?[^\x20-\x7e]+/g;

function indexOf(cells: readonly Cell[], offset: number): number {
  const index = cells.findIndex((cell) => cell.offset >= offset);
  return index < 0 ? cells.length : index;
}

/** Cells to show: all, or the marked ones from about a quarter of the width on. */
function windowOf(cells: readonly Cell[], first: number, last: number, width: number): [number, number] {
  const widthOf = (index: number): number => cells[index]?.width ?? 0;
  const marked = Math.min(width, sumOf(cells, first, last));
  const wanted = Math.max(Math.floor((width - marked) / 4), width - sumOf(cells, first, cells.length));
  let left = first;
  for (let used = 0; left > 0 && used + widthOf(left - 1) <= wanted; left--) used += widthOf(left - 1);
  let right = left;
  for (let used = 0; right < cells.length && used + widthOf(right) <= width; right++) used += widthOf(right);
  return [left, right];
}

function sumOf(cells: readonly Cell[], from: number, to: number): number {
  return cells.slice(from, to).reduce((sum, { width }) => sum + width, 0);
}
