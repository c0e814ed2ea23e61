import { describe, expect, test } from 'vitest';
import { readFrontmatter } from '../../src/ingest/frontmatter.ts';
import { pair } from './pair.ts';

function read(text: string): { state: string; data: unknown; body: string } {
  const { frontmatter, bodyStart } = readFrontmatter(text);
  return { state: frontmatter.state, data: frontmatter.data, body: text.slice(bodyStart) };
}

describe('state, data and body', () => {
  test.each<[string, string, string, unknown, string]>([
    ['an empty file', '', 'none', {}, ''],
    ['no block', '# x', 'none', {}, '# x'],
    ['a block', '---\ntitle: x\n---\nbody', 'valid', { title: 'x' }, 'body'],
    ['only a block', '---\ntitle: x\n---', 'valid', { title: 'x' }, ''],
    ['an empty block', '---\n---\nbody', 'valid', {}, 'body'],
    ['comments only', '---\n# x\n---\nbody', 'valid', {}, 'body'],
    ['a byte order mark', '\uFEFF---\ntitle: x\n---\nbody', 'valid', { title: 'x' }, 'body'],
    ['CRLF', '---\r\ntitle: x\r\n---\r\nbody', 'valid', { title: 'x' }, 'body'],
    ['CR', '---\rtitle: x\r---\rbody', 'valid', { title: 'x' }, 'body'],
    ['blanks behind the lines', '--- \ntitle: x\n---\t\nbody', 'valid', { title: 'x' }, 'body'],
    ['a named language', '---yaml\ntitle: x\n---\nbody', 'valid', { title: 'x' }, 'body'],
    ['odd types', '---\nms.custom: 9000302\nms.date: 2020-01-31\nlist: [a, 1]\nan ms,.custom: x\n---\n', 'valid', { 'ms.custom': 9000302, 'ms.date': '2020-01-31', list: ['a', 1], 'an ms,.custom': 'x' }, ''],
    ['a blank first line', '---\n\ntitle: x\n---\nbody', 'valid', { title: 'x' }, 'body'],
    ['text between thematic breaks', '---\n\nSome text.\n\n---\nmore', 'none', {}, '---\n\nSome text.\n\n---\nmore'],
    ['a thematic break', '---\n\ntext', 'none', {}, '---\n\ntext'],
    ['a longer break', '----\ntitle: x\n---\n', 'none', {}, '----\ntitle: x\n---\n'],
    ['an unclosed block', '---\ntitle: x\n\ntext', 'invalid', {}, '---\ntitle: x\n\ntext'],
    ['broken YAML', '---\ntitle: "x\n---\nbody', 'invalid', {}, 'body'],
    ['a colon in a value', '---\ntitle: x: y\n---\nbody', 'invalid', {}, 'body'],
    ['a key twice', '---\na: 1\na: 2\n---\nbody', 'invalid', {}, 'body'],
    ['no mapping', '---\n- a\n---\nbody', 'invalid', {}, 'body'],
    ['JavaScript', '---js\n{ a: process.exit(3) }\n---\nbody', 'invalid', {}, 'body'],
    ['JSON', '---json\n{ "a": 1 }\n---\nbody', 'invalid', {}, 'body'],
    ['a tag that makes code', '---\na: !!js/function "function () {}"\n---\nbody', 'invalid', {}, 'body'],
    ['a line that starts like the end', '---\na: 1\n---b: 2\n---\nbody', 'invalid', {}, 'body'],
    ['pairs inside', `---\n${pair('101', 'Titel: x', 'title: x')}\n- ${pair('102', '1', '1')}\n---\nbody`, 'bilingual', {}, 'body'],
    ['nesting without end', `---\na: ${'['.repeat(20_000)}\n---\nbody`, 'invalid', {}, 'body'],
    ['a gap that is not metadata', `---\na: 1\n${'\n'.repeat(5000)}---\nbody`, 'invalid', {}, 'body'],
    ['a block that is not metadata', `---\na: ${'x'.repeat(70_000)}\n---\nbody`, 'invalid', {}, 'body'],
  ])('%s', (_, text, state, data, body) => {
    expect(read(text)).toEqual({ state, data, body });
  });
});

test('aliases do not multiply', () => {
  const lines = Array.from({ length: 12 }, (_, level) => `a${level}: &a${level} [${level === 0 ? 'x' : `*a${level - 1}, `.repeat(9)}]`);
  expect(readFrontmatter(`---\n${lines.join('\n')}\n---\n`).frontmatter).toMatchObject({ state: 'invalid', problem: { reason: 'the aliases make it too large' } });
});

test('no key reaches a prototype', () => {
  const { data } = readFrontmatter('---\n__proto__:\n  polluted: true\nconstructor: x\n---\n').frontmatter;
  expect(data['polluted']).toBeUndefined();
  expect(Object.keys(data)).toEqual(['constructor']);
  expect(Object.assign({}, data)).not.toHaveProperty('polluted');
});

test('equal files share nothing', () => {
  const text = '---\nlist: [a]\n---\n';
  const [one, other] = [readFrontmatter(text).frontmatter.data, readFrontmatter(text).frontmatter.data];
  expect(one).toEqual(other);
  expect(one['list']).not.toBe(other['list']);
});

test.each<[string, string]>([
  ['LF', '---\na: 1\nb: c: d\n---\n'],
  ['CRLF', '---\r\na: 1\r\nb: c: d\r\n---\r\n'],
])('a problem points into the file (%s)', (_, text) => {
  expect(text.slice(readFrontmatter(text).frontmatter.problem?.offset).trimEnd()).toMatch(/^: d/);
});

test('the range covers the block and its line end', () => {
  expect(readFrontmatter('\uFEFF---\na: 1\n---\nbody').frontmatter).toMatchObject({ start: 1, end: 14 });
});
