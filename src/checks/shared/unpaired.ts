import type { TextRun } from '../../model/inline.ts';

/** A character of one side that has no partner. */
export interface Unpaired {
  readonly run: TextRun;
  /** In the run's text. */
  readonly index: number;
  readonly mark: string;
}

/** Closing brackets by what opens them; full-width forms count as the plain ones. Source: Unicode BidiBrackets.txt. */
const PARTNERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '「': '」', '『': '』', '【': '】', '〈': '〉', '《': '》', '〔': '〕' };
const FULL_WIDTH: Readonly<Record<string, string>> = { '（': '(', '）': ')', '［': '[', '］': ']', '｛': '{', '｝': '}' };
const CLOSING = new Set(Object.values(PARTNERS));
const BRACKETS = /[()[\]{}（）［］｛｝「」『』【】〈〉《》〔〕]/g;

/**
 * The first bracket of a side that is not closed, or closes nothing; smileys are none.
 * @param isMark whether a bracket that closes nothing may be the mark of a list item: `a)`, `б)`, `1)`
 */
export function unpairedBracket(runs: readonly TextRun[], isMark: (text: string, index: number) => boolean = () => false): Unpaired | undefined {
  const open: (Unpaired & { readonly closedBy: string })[] = [];
  for (const run of runs) {
    for (const { 0: mark, index } of run.text.matchAll(BRACKETS)) {
      const bracket = FULL_WIDTH[mark] ?? mark;
      const closedBy = PARTNERS[bracket];
      if (closedBy !== undefined) {
        if (!isSmiley(run.text, index)) open.push({ run, index, mark, closedBy });
      } else if (CLOSING.has(bracket)) {
        if (open.at(-1)?.closedBy === bracket) open.pop();
        else if (!isMark(run.text, index) && !isSmiley(run.text, index)) return { run, index, mark };
      }
    }
  }
  return open[0];
}

/** True for the bracket of `a)`, `б)`, `12)` behind a blank, or at the beginning. */
export function isListMark(text: string, index: number): boolean {
  return /(?:^|[\s(,;:“„"«—–-])[\p{L}\p{N}]{1,2}$/u.test(text.slice(Math.max(0, index - 4), index));
}

function isSmiley(text: string, index: number): boolean {
  return /[()]/.test(text[index] ?? '') && /(?:^|\s)[:;]-?$/.test(text.slice(Math.max(0, index - 3), index));
}

const QUOTES = /["“”„‟«»〝〞〟＂]/g;

/**
 * The last quotation mark of a side when their number is odd: which of the forms opens and which closes depends on the
 * language. The mark of Hebrew abbreviations (`ד"ר`) is none. Undefined, too, when one of them may stand for inches (`13"`).
 */
export function unpairedQuote(runs: readonly TextRun[]): Unpaired | undefined {
  let count = 0;
  let mayBeInches = false;
  let last: Unpaired | undefined;
  for (const run of runs) {
    for (const { 0: mark, index } of run.text.matchAll(QUOTES)) {
      const [before, after] = [run.text[index - 1] ?? ' ', run.text[index + 1] ?? ' '];
      if (mark === '"' && /\d/.test(before)) mayBeInches = true;
      if (/[\u05D0-\u05EA]/.test(before) && /[\u05D0-\u05EA]/.test(after)) continue;
      count++;
      last = { run, index, mark };
    }
  }
  return count % 2 === 1 && !mayBeInches ? last : undefined;
}
