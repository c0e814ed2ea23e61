import { expect, test } from 'vitest';
import type { QueueItem } from '../../../src/model/desk.ts';
import { findingDensity, NO_FILTER, orderQueue, type QueueFilter } from '../../../src/site/desk/queue-order.ts';

function item(path: string, more: Partial<QueueItem>): QueueItem {
  return { path, title: path, section: path.includes('/') ? 'guides' : '', words: 100, segments: 4, reviewed: 0, rejected: 0, stale: 0, provenance: 'MT', date: '2024-01-01', findings: { error: 0, warning: 0, info: 0 }, rules: [], views: undefined, score: undefined, ...more };
}

const ITEMS = [
  item('a.md', { findings: { error: 0, warning: 4, info: 0 }, words: 400, rules: ['glued-code'], views: 5, date: '2023-05-05' }),
  item('guides/b.md', { findings: { error: 2, warning: 0, info: 0 }, words: 50, rules: ['empty-link'], views: 90, stale: 2 }),
  item('c.md', { title: 'Über uns', reviewed: 4, provenance: 'HT', date: undefined }),
];

test.each<[Partial<QueueFilter>, readonly string[]]>([
  [{}, ['guides/b.md', 'a.md', 'c.md']],
  [{ order: 'read' }, ['guides/b.md', 'a.md', 'c.md']],
  [{ order: 'oldest' }, ['a.md', 'guides/b.md', 'c.md']],
  [{ order: 'path' }, ['a.md', 'c.md', 'guides/b.md']],
  [{ state: 'open' }, ['guides/b.md', 'a.md']],
  [{ state: 'done' }, ['c.md']],
  [{ state: 'stale' }, ['guides/b.md']],
  [{ state: 'drafts' }, ['a.md']],
  [{ provenance: 'HT' }, ['c.md']],
  [{ severity: 'error' }, ['guides/b.md']],
  [{ rule: 'glued-code' }, ['a.md']],
  [{ section: 'guides' }, ['guides/b.md']],
  [{ text: 'über' }, ['c.md']],
])('%j leaves %j', (filter, expected) => {
  expect(orderQueue(ITEMS, { ...NO_FILTER, ...filter }, new Map([['a.md', 1]])).map(({ path }) => path)).toEqual(expected);
});

test('findings per 100 words', () => {
  expect(ITEMS.map(findingDensity)).toEqual([1, 4, 0]);
});
