import { expect, test } from 'vitest';
import { codeRanges } from '../../src/text/code-ranges.ts';

const code = (text: string): string[] => codeRanges(text).map(({ start, end }) => text.slice(start, end));

test.each<[string, string, string[]]>([
  ['none', 'a b', []],
  ['inline', 'a `b` c `d`', ['`b`', '`d`']],
  ['longer delimiters', '`` a ` b ``', ['`` a ` b ``']],
  ['no closing run of the same length', '`a`` b', []],
  ['over a line break', 'a `b\nc` d', ['`b\nc`']],
  ['not over a blank line', 'a `b\n\nc` d', []],
  ['not over a list item', '- a ` b\n- c ` d', []],
  ['not out of a heading', '# a ` b\nc ` d', []],
  ['not over a table row', '| ` |\n| ` |', []],
  ['an escaped backtick', '\\`a` b`', ['` b`']],
  ['an escaped backtick before code', '\\``a`', ['`a`']],
  ['an escaped backslash', '\\\\`a`', ['`a`']],
  ['no escapes in code', '`a\\` b', ['`a\\`']],
  ['a fence', 'a\n```js\nb ` c\n```\nd', ['```js\nb ` c\n```']],
  ['a fence closed by a longer one', '```\na\n`````\nb', ['```\na\n`````']],
  ['a fence not closed by a shorter one', '````\na\n```\nb', ['````\na\n```\nb']],
  ['tildes do not close backticks', '```\na\n~~~\nb\n```', ['```\na\n~~~\nb\n```']],
  ['tildes with backticks in the info', '~~~ a`b\nc\n~~~', ['~~~ a`b\nc\n~~~']],
  ['tildes in text', 'a ~~~ b', []],
  ['one line of backticks is inline', '```a /b```\nc `d`', ['```a /b```', '`d`']],
  ['a fence in a list', '- a\n  ```\n  b\n  ```\n- c', ['```\n  b\n  ```']],
  ['a fence behind a list marker', '1. ```\n   b\n   ```\nc', ['```\n   b\n   ```']],
  ['a fence in a quote that ends', '> ```\n> a\n\nb `c`', ['```\n> a\n', '`c`']],
  ['a fence to the end', 'a\n```\nb', ['```\nb']],
  ['CRLF', '```\r\na\r\n```\r\nb', ['```\r\na\r\n```']],
  ['a stray backtick before a fence', 'a ` b\n```\nc ` d\n```', ['```\nc ` d\n```']],
])('%s', (_, text, expected) => {
  expect(code(text)).toEqual(expected);
});
