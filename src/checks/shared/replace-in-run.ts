import type { TextEdit } from '../../model/finding.ts';
import type { TextRun } from '../../model/inline.ts';
import { isContiguous } from './run-range.ts';

/**
 * The edit that puts `text` in place of a stretch of a run; undefined when markup, an escape or a character reference
 * stands in it: then only a person can tell what is meant.
 */
export function replaceInRun(run: TextRun, raw: string, start: number, end: number, text: string): TextEdit | undefined {
  const from = run.offsets[start];
  if (from === undefined || !isContiguous(run, start, end) || raw.slice(from, from + end - start) !== run.text.slice(start, end)) return undefined;
  return { start: from, end: from + end - start, text };
}
