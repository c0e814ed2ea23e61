import type { Range } from '../../model/article.ts';
import type { TextRun } from '../../model/inline.ts';

/** Where a stretch of a run, at least one code unit long, stands in its side; markup after its last character is left out. */
export function runRange(run: TextRun, start: number, end: number): Range {
  const last = run.offsets[end - 1] ?? 0;
  const next = run.offsets[end] ?? last + 1;
  // Escapes and character references are longer than what they show; all their code units begin where they do.
  return { start: run.offsets[start] ?? 0, end: ESCAPABLE.test(run.text[end - 1] ?? '') ? next : last + 1 };
}

const ESCAPABLE = /[!-/:-@[-`{-~\u00A0]/;

/** True when a stretch of a run is written as it is shown, without markup, escapes or character references in it. */
export function isContiguous(run: TextRun, start: number, end: number): boolean {
  return (run.offsets[end - 1] ?? 0) - (run.offsets[start] ?? 0) === end - 1 - start;
}
