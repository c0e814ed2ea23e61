import { expect, test } from 'vitest';
import { codeRegion } from '../../src/project/code-region.ts';

const CODE = ['using X;', '// <Setup>', '  one();', '    two();', '// </Setup>', '#region Last part', 'three();', '#endregion', 'four();'].join('\n');

test.each([
  ['whole file, without markers', undefined, 'using X;\n  one();\n    two();\nthree();\nfour();'],
  ['empty region', '', 'using X;\n  one();\n    two();\nthree();\nfour();'],
  ['one line', '#L3', 'one();'],
  ['lines', '#L3-L4', 'one();\n  two();'],
  ['lines, short', 'L3-4', 'one();\n  two();'],
  ['range', '?range=3-4,9', '  one();\n    two();\nfour();'],
  ['open range', '?range=9-', 'four();'],
  ['comment region', '#Setup', 'one();\n  two();'],
  ['comment region, any case', '#setup', 'one();\n  two();'],
  ['by name', '?name=Setup', 'one();\n  two();'],
  ['#region', '#part', 'three();'],
  ['no such region', '#nothing', undefined],
  ['lines behind the end', '#L50-L60', undefined],
  ['no number', '?range=x-y', undefined],
])('%s', (_, region, expected) => {
  expect(codeRegion(CODE, region)).toBe(expected);
});

test.each([
  ['byte order mark', '\uFEFFa\nb', 'a\nb'],
  ['line ends', 'a\r\nb\rc\n', 'a\nb\nc'],
  ['common indentation', '    a\n\n      b', 'a\n\n  b'],
  ['HTML markers', '<!-- <a> -->\n<p>\n<!-- </a> -->', '<p>'],
])('%s', (_, text, expected) => {
  expect(codeRegion(text, undefined)).toBe(expected);
});

test('an unfinished region goes to the end', () => {
  expect(codeRegion('# <a>\nx\ny', '#a')).toBe('x\ny');
});

test('regions one in the other', () => {
  expect(codeRegion('// <a>\n1\n// <b>\n2\n// </b>\n3\n// </a>\n4', '#a')).toBe('1\n2\n3');
});
