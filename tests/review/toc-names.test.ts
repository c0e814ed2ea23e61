import { expect, test } from 'vitest';
import { replaceTocName, tocNames } from '../../src/review/toc-names.ts';

const TOC = `items:
- name: Start   # first
  href: start.md
- name: 'Schreiben'
  items:
  - href: nameless.md
  - name: 2026
    href: Format.md
`;

test('names with the entries they belong to', () => {
  expect(tocNames(TOC)).toEqual([
    { number: 1, name: 'Start', key: '/start.md' },
    { number: 2, name: 'Schreiben', key: '/1' },
    { number: 4, name: '2026', key: '/1/format.md' },
  ]);
});

test.each([
  [1, 'Los: jetzt', '- name: "Los: jetzt"   # first'],
  [1, 'true', '- name: "true"   # first'],
  [1, '- x', '- name: "- x"   # first'],
  [2, "It's", "- name: 'It''s'"],
  [4, 'a\nb', '- name: a b'],
])('name %i := %j', (number, name, line) => {
  const edit = replaceTocName(TOC, number, name);
  const text = edit ? TOC.slice(0, edit.start) + edit.text + TOC.slice(edit.end) : '';
  expect(text.split('\n')).toContain(number === 4 ? `  ${line}` : line);
  expect(text.split('\n').filter((one, index) => one !== TOC.split('\n')[index])).toHaveLength(1);
});

test.each([
  ['no such entry', TOC, 9],
  ['entry without a name', TOC, 3],
  ['not YAML', '- name: "x', 1],
  ['a list of words', '- a\n- b\n', 1],
])('%s', (_, text, number) => {
  expect(replaceTocName(text, number, 'x')).toBeUndefined();
});

test('a byte order mark stays', () => {
  const edit = replaceTocName('\uFEFF- name: A\n  href: a.md\n', 1, 'B');
  expect(edit).toEqual({ start: 9, end: 10, text: 'B' });
});
