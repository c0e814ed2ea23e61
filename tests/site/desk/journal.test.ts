import { expect, test } from 'vitest';
import { journalText, type Journal, type JournalEntry } from '../../../src/site/desk/journal.ts';

const entry = (number: number): JournalEntry => {
  const version = { raw: `Text ${number}`, source: 'hash', state: 'translated', rejection: undefined } as const;
  return { locale: 'de-de', path: 'mail.md', ordinal: String(number), before: version, after: version };
};
const entries = (from: number, to: number): JournalEntry[] => Array.from({ length: to - from }, (_, at) => entry(from + at));
const read = (text: string): Journal => JSON.parse(text) as Journal;

test('a journal that is short is kept as it is', () => {
  expect(read(journalText({ undo: entries(0, 3), redo: entries(3, 4) }, 10_000))).toEqual(JSON.parse(JSON.stringify({ undo: entries(0, 3), redo: entries(3, 4) })));
});

test('of a long one the newest changes are', () => {
  const text = journalText({ undo: entries(0, 100), redo: [] }, 3000);
  expect(text.length).toBeLessThanOrEqual(3000);
  const { undo } = read(text);
  expect(undo.length).toBeGreaterThan(5);
  expect(undo.map(({ ordinal }) => ordinal)).toEqual(entries(100 - undo.length, 100).map(({ ordinal }) => ordinal));
});

test('one change that is too long by itself leaves nothing', () => {
  expect(read(journalText({ undo: entries(0, 1), redo: [] }, 20))).toEqual({ undo: [], redo: [] });
});
