import { expect, test } from 'vitest';
import { blankRanges } from '../../src/text/blank-ranges.ts';

test.each([
  ['a<b>c', [[1, 4]], 'a...c'],
  ['abc', [], 'abc'],
  ['abc', [[0, 3]], '...'],
  ['abcd', [[0, 1], [1, 2], [3, 4]], '..c.'],
  ['abcd', [[0, 3], [1, 2]], '...d'],
])('%j %j', (text, ranges, expected) => {
  const blanked = blankRanges(text, ranges.map(([start = 0, end = 0]) => ({ start, end })));
  expect(blanked.replaceAll('\0', '.')).toBe(expected);
});
