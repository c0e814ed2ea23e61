import { describe, expect, test } from 'vitest';
import { readFrontmatter } from '../../src/ingest/frontmatter.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { serialise } from '../../src/ingest/serialise.ts';
import { pair } from './pair.ts';
import { sourceFile } from './source-file.ts';

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
    ['pairs between thematic breaks', `---\n\n${pair('101', 'Eins.', 'One.')}\n\n---\nmore`, 'none', {}, `---\n\n${pair('101', 'Eins.', 'One.')}\n\n---\nmore`],
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
    ['pairs that hide a colon', `---\ntitle: ${pair('101', 'Gut: x', 'Good: x')}\nROBOTS: NOINDEX\n---\nbody`, 'bilingual', {}, 'body'],
    ['pairs in JavaScript', `---js\n{ a: '${pair('101', 'x', 'y')}' }\n---\nbody`, 'invalid', {}, 'body'],
    ['nesting without end', `---\na: ${'['.repeat(20_000)}\n---\nbody`, 'invalid', {}, 'body'],
    ['a gap that is not metadata', `---\na: 1\n${'\n'.repeat(5000)}---\nbody`, 'invalid', {}, 'body'],
    ['a block that is not metadata', `---\na: ${'x'.repeat(70_000)}\n---\nbody`, 'invalid', {}, 'body'],
  ])('%s', (_, text, state, data, body) => {
    expect(read(text)).toEqual({ state, data, body });
  });
});

/** A pair inside a double-quoted value. */
const quoted = (ordinal: string, target: string, source: string): string => pair(ordinal, target, source).replaceAll('"', '\\"');

test.each<[string, string, unknown, unknown]>([
  ['double quotes', `title: "${quoted('101', 'Hafen', 'Harbour')}"\nROBOTS: NOINDEX`, { title: 'Hafen', ROBOTS: 'NOINDEX' }, { title: 'Harbour' }],
  ['single quotes', `title: '${pair('101', 'Gut: Hafen', 'Good: harbour')}'`, { title: 'Gut: Hafen' }, { title: 'Good: harbour' }],
  ['no quotes', `description: ${pair('102', 'Ein Hafen', 'A harbour')}`, { description: 'Ein Hafen' }, { description: 'A harbour' }],
  ['several lines', `title: >-\n  ${pair('101', 'Ein\n  Hafen', 'A\n  harbour')}`, { title: 'Ein Hafen' }, { title: 'A harbour' }],
  ['text between pairs', `title: '${pair('101', 'Eins', 'One')} / ${pair('102', 'zwei', 'two')} (v2)'`, { title: 'Eins / zwei (v2)' }, { title: 'One / two (v2)' }],
  ['escaped quotes', `title: "${pair('101', 'Hafen', 'Harbour').replaceAll('"', '&quot;')}"`, { title: 'Hafen' }, { title: 'Harbour' }],
  ['lists and mappings', `keywords:\n- '${pair('102', 'Boot', 'boat')}'\na:\n  b: '${pair('103', 'Kai', 'quay')}'`, { keywords: ['Boot'], a: { b: 'Kai' } }, {}],
  ['half a pair', "title: '<span data-ttu-id=\"3a85d-101\">Hafen</span>'\nuid: x", { title: 'Hafen', uid: 'x' }, {}],
  ['a tag that is code', 'title: The tag `<span data-ttu-id="a">`', { title: 'The tag `<span data-ttu-id="a">`' }, {}],
  ['an aliased value', `title: &t '${pair('101', 'Hafen', 'Harbour')}'\nalso: *t`, { title: 'Hafen', also: 'Hafen' }, { title: 'Harbour', also: 'Harbour' }],
])('pairs in a value: %s', (_, yaml, data, sources) => {
  const { frontmatter, bodyStart } = readFrontmatter(`---\n${yaml}\n---\nbody`);
  expect(frontmatter).toMatchObject({ state: 'valid', sources });
  expect([frontmatter.data, frontmatter.sources, bodyStart]).toEqual([data, sources, frontmatter.end]);
});

test('only blocks with pairs know sources', () => {
  expect(readFrontmatter('---\ntitle: <b>x</b>\n---\n').frontmatter).not.toHaveProperty('sources');
});

test('pairs of the frontmatter are no segments', () => {
  const text = `---\ntitle: '${pair('101', 'Hafen', 'Harbour')}'\n---\n${pair('102', 'Eins.', 'One.')}`;
  const article = ingest(sourceFile(text));
  expect(article.segments.map(({ ordinal }) => ordinal)).toEqual(['102']);
  expect(serialise(article)).toBe(text);
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
