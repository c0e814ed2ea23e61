import type { Point } from '../model/finding.ts';
import { displayWidth } from '../text/display-width.ts';
import { fitLine } from './fit-text.ts';
import type { Paint } from './paint.ts';
import { hasRightToLeft } from './visible-text.ts';

/** The line of a finding and its place in it: lines and columns 1-based, columns in UTF-16 code units. */
export interface FrameInput {
  readonly line: string;
  readonly start: Point;
  readonly end: Point;
}

/**
 * The line with a marker under the range. Where letters run from right to left, columns cannot be counted: there the
 * range stands between ▸ and ◂ in the line itself, and the line is kept from turning the margin around.
 */
export function codeFrame({ line, start, end }: FrameInput, width: number, paint: Paint, mark: (text: string) => string): string[] {
  const number = `${start.line}`;
  const room = Math.max(20, width - number.length - 5);
  const from = start.column - 1;
  const to = end.line > start.line ? line.length : Math.max(from, end.column - 1);
  const { before, marked, after } = fitLine(line, from, to, room);
  const margin = paint.dim(`${number} │ `);
  const blank = paint.dim(`${' '.repeat(number.length)} │ `);
  if (hasRightToLeft(before + marked + after)) return [`${margin}\u2066${before}${mark('▸')}${mark(marked)}${mark('◂')}${after}\u2069`];
  return [`${margin}${before}${mark(marked)}${after}`, `${blank}${' '.repeat(displayWidth(before))}${mark('^'.repeat(Math.max(1, displayWidth(marked))))}`];
}
