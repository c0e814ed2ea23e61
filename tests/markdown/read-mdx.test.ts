import { expect, test } from 'vitest';
import { readMdx } from '../../src/markdown/read-mdx.ts';

const kinds = (text: string): readonly string[] => readMdx(text).unsafe.map(({ kind, name }) => `${kind} ${name}`);

test.each([
  ['components, elements and Markdown', '<Hero>\n\n# <a name="x"></a>Title\n\n</Hero>\n\n<Card href="a.md" icon="check">\n\nText <kbd>x</kbd>\n\n</Card>\n'],
  ['a comment', 'Text {/* not shown */}\n'],
])('%s are kept', (_, text) => {
  const { problem, unsafe } = readMdx(text);
  expect({ problem, unsafe }).toEqual({ problem: undefined, unsafe: [] });
});

test.each([
  ['import x from "y"\n\nText\n', ['import import x from "y"'], '\n\nText\n'],
  ['export const a = 1\n\nText\n', ['export export const a = 1'], '\n\nText\n'],
  ['Sum {1 + 1} end\n', ['expression 1 + 1'], 'Sum  end\n'],
  ['<Evil run={x}>\n\nText\n\n</Evil>\n', ['component Evil'], '\n\nText\n\n\n'],
  ['<b onClick="x()">Text</b> end\n', ['component b'], 'Text end\n'],
  ['<Card href={url}>\n\nText\n\n</Card>\n', ['component Card'], '\n\nText\n\n\n'],
  ['<script>x</script>\n', ['component script'], 'x\n'],
  ['<a {...props}>Text</a>\n', ['component a'], 'Text\n'],
])('%j: what could run is left out, the text stays', (text, unsafe, safe) => {
  expect(kinds(text)).toEqual(unsafe);
  expect(readMdx(text).safe).toBe(safe);
});

test.each([
  ['an open component', '<Card>\n\nText\n'],
  ['an unfinished tag', 'a <b'],
  ['broken code', 'a {1 +} b'],
  ['10,000 braces', '{'.repeat(10_000) + '}'.repeat(10_000)],
  ['3,000 components', '<Card>'.repeat(3_000)],
  ['a very long text', 'word '.repeat(50_000)],
])('%s is a problem, not an exception', (_, text) => {
  expect(readMdx(text).problem?.reason).toEqual(expect.any(String));
  expect(readMdx(text).safe).toBe(text);
});
