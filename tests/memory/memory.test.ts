import { describe, expect, test } from 'vitest';
import { createMemory } from '../../src/memory/memory.ts';
import { wordSimilarity } from '../../src/memory/word-similarity.ts';
import type { MemoryEntry } from '../../src/model/memory.ts';

const entries: readonly MemoryEntry[] = [
  { locale: 'de-de', path: 'a.md', ordinal: '102', source: 'Choose the mailbox.', target: 'Wählen Sie das Postfach.' },
  { locale: 'de-de', path: 'a.md', ordinal: '103', source: 'Choose the account and the mailbox.', target: 'Wählen Sie das Konto und das Postfach.' },
  { locale: 'de-de', path: 'b.md', ordinal: '102', source: 'Choose the mailbox.', target: 'Postfach wählen.' },
  { locale: 'vi-vn', path: 'a.md', ordinal: '102', source: 'Choose the mailbox.', target: 'Chọn hộp thư.' },
  { locale: 'ar-sa', path: 'a.md', ordinal: '102', source: 'Choose the mailbox.', target: 'اختر عُلبة البريد.' },
  { locale: 'ja-jp', path: 'a.md', ordinal: '102', source: 'Choose the mailbox.', target: 'メールボックスを選択します。' },
];

function memory() {
  const made = createMemory();
  for (const [, group] of Map.groupBy(entries, ({ locale, path }) => `${locale}/${path}`)) made.replace(group[0]?.locale ?? '', group[0]?.path ?? '', group);
  return made;
}

describe('concordance', () => {
  test.each([
    ['mailbox', 'source', undefined, 6],
    ['MAILBOX', 'source', 'vi-vn', 1],
    ['postfach', 'target', undefined, 3],
    ['wahlen', 'target', undefined, 3],
    ['hop thu', 'target', undefined, 1],
    ['علبة', 'target', undefined, 1],
    ['ボックスを選択', 'target', undefined, 1],
    ['nowhere', 'target', undefined, 0],
    ['  ', 'source', undefined, 0],
  ] as const)('%s in %s of %s', (words, side, locale, total) => {
    expect(memory().concordance({ words, side, locale, limit: 50 }).total).toBe(total);
  });

  test('says where the words stand, as they are written', () => {
    const { hits } = memory().concordance({ words: 'wahlen sie', side: 'target', locale: undefined, limit: 1 });
    expect(hits.map(({ entry, ranges }) => ranges.map(({ start, end }) => entry.target.slice(start, end)))).toEqual([['Wählen Sie']]);
    const arabic = memory().concordance({ words: 'علبة', side: 'target', locale: undefined, limit: 1 }).hits[0];
    expect(arabic?.ranges.map(({ start, end }) => arabic.entry.target.slice(start, end))).toEqual(['عُلبة']);
  });
});

test('repeats are the same source in the same locale', () => {
  expect(memory().repeats('Choose the mailbox.', 'de-de').map(({ path }) => path)).toEqual(['a.md', 'b.md']);
});

test('similar sources come with their targets, best first', () => {
  const matches = memory().similar('Choose the account and mailbox.', 'de-de', 10);
  expect(matches.map(({ entry }) => entry.ordinal)).toEqual(['103', '102', '102']);
  expect(matches[0]?.score).toBeGreaterThan(0.8);
  expect(memory().similar('Choose the mailbox.', 'de-de', 10).map(({ score }) => score).slice(0, 2)).toEqual([1, 1]);
  expect(memory().similar('Restart', 'de-de', 10)).toEqual([]);
});

test('an article that is replaced is forgotten', () => {
  const made = memory();
  made.replace('de-de', 'a.md', []);
  expect(made.size).toBe(entries.length - 2);
  expect(made.concordance({ words: 'konto', side: 'target', locale: undefined, limit: 5 }).total).toBe(0);
  expect(made.similar('Choose the account and the mailbox.', 'de-de', 5).map(({ entry }) => entry.path)).toEqual(['b.md']);
});

test.each([
  ['a b c', 'a b c', 1],
  ['a b c', 'c b a', 1 / 3],
  ['a b', 'c d', 0],
  ['', 'a', 0],
])('%s is like %s: %d', (a, b, expected) => {
  expect(wordSimilarity(a.split(' ').filter(Boolean), b.split(' ').filter(Boolean))).toBeCloseTo(expected);
});
