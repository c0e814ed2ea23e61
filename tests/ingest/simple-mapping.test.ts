import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyData } from '../../src/ingest/copy-data.ts';
import { parseYaml } from '../../src/ingest/parse-yaml.ts';
import { simpleMapping } from '../../src/ingest/simple-mapping.ts';

/** What the YAML parser reads; undefined where it refuses the text or finds no mapping. */
function parsed(yaml: string): unknown {
  const read = parseYaml(yaml.replace(/\r\n?/g, '\n'));
  return 'value' in read ? copyData(read.value)?.value : undefined;
}

test.each<[string, string, unknown]>([
  ['plain values', 'title: A title\nms.author: someone\nROBOTS: NOINDEX, NOFOLLOW', { title: 'A title', 'ms.author': 'someone', ROBOTS: 'NOINDEX, NOFOLLOW' }],
  ['quoted values', `title: "A: title # of it"\nother: 'say "so"'`, { title: 'A: title # of it', other: 'say "so"' }],
  ['values that are no strings', 'a: 12\nb: true\nc: Null\nd: 0x1F\ne: 1.5e3\nf:', { a: 12, b: true, c: null, d: 31, e: 1500, f: null }],
  ['values that look like numbers', 'a: 09/14/2020\nb: 2020-09-14\nc: 12e4f\nd: 1.2.3', { a: '09/14/2020', b: '2020-09-14', c: '12e4f', d: '1.2.3' }],
  ['lists', 'a:\n- x\n- 2\nb:\n  - y\nc: z', { a: ['x', 2], b: ['y'], c: 'z' }],
  ['other line ends, blanks, blank lines', 'a: x  \r\n\r\nb:   y\rc: z\n', { a: 'x', b: 'y', c: 'z' }],
])('reads %s', (_, yaml, expected) => {
  expect(simpleMapping(yaml)).toEqual(expected);
  expect(parsed(yaml)).toEqual(expected);
});

test.each([
  ['nothing', ''],
  ['a colon in a value', 'a: b: c'],
  ['a comment', 'a: b # c'],
  ['a key twice', 'a: b\na: c'],
  ['a value over two lines', 'a: b\n  c'],
  ['escapes', 'a: "\\u0041"'],
  ['a quote in quotes', "a: 'it''s'"],
  ['other indents in a list', 'a:\n  - b\n - c'],
  ['a list behind a value', 'a: b\n- c'],
  ['a list behind null', 'a: null\n- c'],
  ['a list in a list', 'a:\n- b: c'],
  ['flow', 'a: [b, c]'],
  ['an anchor', 'a: &b c'],
  ['a key that is no string', 'true: b'],
  ['a tab', 'a:\tb'],
  ['a character that YAML refuses', 'a: b\u0007'],
  ['a prototype', '__proto__: a'],
])('leaves %s to the parser', (_, yaml) => {
  expect(simpleMapping(yaml)).toBeUndefined();
});

test('equal texts share nothing', () => {
  expect(simpleMapping('a:\n- b')?.['a']).not.toBe(simpleMapping('a:\n- b')?.['a']);
});

test('reads nothing otherwise than the parser', () => {
  const word = fc.oneof(
    fc.constantFrom('a', 'title', 'ms.date', 'true', 'NO', 'null', '~', '1', '0x1', '0o7', '1_0', '1e3', '.5', '-1', '12:30', '2020-01-02', '.inf', 'ä', '日本', '\u200B', '"', "'", '"a"', "'b'", '#', '-', ':', '?', '|', '>', '[', ']', '{', '}', '&', '*', '!', '%', '@', '`', '\\', ',', '---', '...', '\uFEFF', '\u00A0', '\u2028', '😀'),
    fc.string({ maxLength: 3 }),
  );
  const gap = fc.constantFrom('', ' ', '  ', '\t', ': ', ':', ' - ', '- ', '\n', '\n', '\n  ', '\n- ', '\r\n', '\r', ' #');
  const line = fc.tuple(fc.constantFrom('a', 'b', 'c.d', 'e-f', 'G_1', 'null'), fc.constantFrom(': ', ':', ':  ', ':\n- ', ':\n  - '), word, gap, word).map((pieces) => pieces.join(''));
  const simple = fc.tuple(fc.constantFrom('a: ', 'b: ', 'c:  ', 'd:\n- ', 'e:\n  - ', '- ', '  - '), fc.oneof(word, fc.constantFrom('', 'a b', 'x:y', 'a#b', "it's", 'a"b', 'a, b [c]', 'null ', '12 '))).map((pieces) => pieces.join(''));
  const yaml = fc.oneof(fc.array(simple, { maxLength: 4 }).map((lines) => lines.join('\n')), fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n')), fc.array(fc.oneof(word, gap), { maxLength: 12 }).map((pieces) => pieces.join('')));
  fc.assert(
    fc.property(yaml, (text) => {
      const read = simpleMapping(text);
      if (read !== undefined) expect(parsed(text)).toEqual(read);
    }),
    { numRuns: 20_000 },
  );
});
