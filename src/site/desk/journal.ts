import type { DeskRow } from '../../model/desk.ts';

/** One saved change, as it is taken back or done again: the texts tell whether it still can be. */
export interface JournalEntry {
  readonly locale: string;
  readonly path: string;
  readonly ordinal: string;
  readonly before: Version;
  readonly after: Version;
}

export interface Version extends Pick<DeskRow, 'state' | 'rejection'> {
  /** The target. */
  readonly raw: string;
  /** Hash of the source. */
  readonly source: string;
}

/** What can be taken back, and done again, newest last. */
export interface Journal {
  readonly undo: readonly JournalEntry[];
  readonly redo: readonly JournalEntry[];
}

const NAME = 'interlinear-desk-journal';
/** Changes that are remembered. */
export const MOST_STEPS = 500;
/** UTF-16 code units of them that outlive a reload; browsers keep some millions in all. */
const LONGEST = 1_000_000;

/** What this tab had done before it was loaded again. */
export function readJournal(): Journal {
  try {
    const { undo, redo } = JSON.parse(sessionStorage.getItem(NAME) ?? '{}') as Partial<Journal>;
    return { undo: undo ?? [], redo: redo ?? [] };
  } catch {
    return { undo: [], redo: [] };
  }
}

export function keepJournal(journal: Journal): void {
  try {
    sessionStorage.setItem(NAME, journalText(journal, LONGEST));
  } catch {
    // On this page only.
  }
}

/** A journal as JSON of at most so many code units: of a longer one the newest half, and so on. */
export function journalText({ undo, redo }: Journal, longest: number): string {
  const text = JSON.stringify({ undo, redo });
  if (text.length <= longest || undo.length + redo.length === 0) return text;
  const half = (entries: readonly JournalEntry[]): readonly JournalEntry[] => entries.slice(Math.ceil(entries.length / 2));
  return journalText({ undo: half(undo), redo: half(redo) }, longest);
}
