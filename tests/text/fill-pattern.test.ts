import { expect, test } from 'vitest';
import { fillPattern } from '../../src/text/fill-pattern.ts';

const PATTERN = 'https://h.example/{file}?body={source}#L{line}';

test.each<[string, string, Record<string, string>, string]>([
  ['slashes stay, the rest is encoded', PATTERN, { file: 'vi-vn/a b.md', source: 'x', line: '3' }, 'https://h.example/vi-vn/a%20b.md?body=x#L3'],
  ['nothing of a value is part of the address', PATTERN, { file: 'a', source: '"&#?=%\n{line}', line: '3' }, 'https://h.example/a?body=%22%26%23%3F%3D%25%0A%7Bline%7D#L3'],
  ['what has no value stays', PATTERN, { file: 'a' }, 'https://h.example/a?body={source}#L{line}'],
  ['a name is no property of objects', 'https://h.example/{constructor}', {}, 'https://h.example/{constructor}'],
  ['half a character', 'https://h.example/{source}', { source: 'a\uD83D' }, 'https://h.example/a%EF%BF%BD'],
])('%s', (_, pattern, values, expected) => {
  expect(fillPattern(pattern, values)).toBe(expected);
});
