import { expect, test } from 'vitest';
import { parseToc } from '../../src/ingest/parse-toc.ts';

test.each<[string, string, unknown]>([
  ['nothing', '', []],
  ['a list', '- name: A\n  href: a.md\n- name: B\n', [{ title: 'A', href: 'a.md', items: [] }, { title: 'B', items: [] }]],
  ['items', 'items:\n- name: A\n  expanded: true\n  items:\n  - name: B\n    uid: x.y\n', [{ title: 'A', expanded: true, items: [{ title: 'B', uid: 'x.y', items: [] }] }]],
  ['a breadcrumb', '- name: A\n  tocHref: /a/\n  topicHref: /a/index\n', [{ title: 'A', href: '/a/index', items: [] }]],
  ['another table', '- name: A\n  href: a/toc.yml\n', [{ title: 'A', href: 'a/toc.yml', items: [] }]],
  ['titles that look like values', '- name: 2020-01-01\n- name: yes\n- name: 007\n', [{ title: '2020-01-01', items: [] }, { title: 'yes', items: [] }, { title: '007', items: [] }]],
  ['empty items and other keys', '- name: A\n  displayName: x, y\n  items:\n', [{ title: 'A', items: [] }]],
  ['a byte order mark', '\uFEFF- name: A\r\n  href: a.md\r\n', [{ title: 'A', href: 'a.md', items: [] }]],
])('%s', (_, text, nodes) => {
  const read = parseToc(text);
  expect([read.nodes, read.problems]).toEqual([nodes, []]);
});

test.each<[string, string, string, number, number]>([
  ['text', 'text', 'expected a list of entries', 1, 1],
  ['a mapping without items', 'a: b', 'expected a list of entries, or items', 1, 1],
  ['an entry that is text', '- name: A\n- B', 'expected an entry with name and href', 2, 3],
  ['an entry without anything', '- name: A\n- {}', 'expected a name, an href or items', 2, 3],
  ['items that are text', '- name: A\n  items: B', 'expected a list of entries', 2, 10],
  ['an alias', '- name: &a A\n  items: [*a]', 'expected no aliases (*name)', 2, 11],
  ['a key twice', '- name: A\n  name: B', 'map keys must be unique', 2, 3],
])('reports %s and keeps the rest', (_, text, reason, line, column) => {
  expect(parseToc(text).problems).toEqual([{ reason, line, column }]);
});

test.each<[string, string]>([
  ['an open quote', '- name: "A'],
  ['open brackets', '['.repeat(50_000)],
  ['an alias to itself', '- &a\n  name: A\n  items: [*a]'],
  ['aliases that multiply', ['- &a0 {name: A}', ...Array.from({ length: 12 }, (_, n) => `- &a${n + 1} {name: A, items: [${`*a${n}, `.repeat(9)}]}`)].join('\n')],
  ['control characters', '- name: \0\u0007'],
])('survives %s', (_, text) => {
  expect(parseToc(text).nodes.length).toBeLessThan(20);
});

test('says where every href stands; those of breadcrumbs are addresses', () => {
  const text = '- name: A\n  href: a.md\n  items:\n  - {name: B, href: "b/"}\n- tocHref: c/\n  topicHref: c/index\n- href: d.md\n  topicHref: e.md\n';
  expect(parseToc(text).links).toEqual([{ href: 'a.md', line: 2, column: 9 }, { href: 'b/', line: 4, column: 21 }]);
});
