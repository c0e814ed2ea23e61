import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parsePublish, publishManifest, publishText, recordWrites } from '../../src/project/publish-manifest.ts';
import { memoryHost } from './memory-host.ts';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const FILES = { '/out/vi-vn/a/index.html': 'Chào', '/out/search/vi-vn/x.pf_meta': 'x', '/out/_redirects': '/a /b 301\n', '/out/publish.json': 'old', '/out/badges/vi-vn.svg': '<svg/>' };
const options = { host: memoryHost(FILES), folder: '/out', base: '/help/', locales: ['vi-vn'], generator: '1.2.3', written: [] };

test('names every file but itself, sorted, with size, hash, type and locale', () => {
  const manifest = publishManifest(options);
  expect(manifest).toEqual({
    generator: '1.2.3',
    base: '/help/',
    files: [
      { path: '_redirects', size: 10, hash: sha('/a /b 301\n'), type: 'text/plain; charset=utf-8', locale: null },
      { path: 'badges/vi-vn.svg', size: 6, hash: sha('<svg/>'), type: 'image/svg+xml', locale: 'vi-vn' },
      { path: 'search/vi-vn/x.pf_meta', size: 1, hash: sha('x'), type: 'application/octet-stream', locale: 'vi-vn' },
      { path: 'vi-vn/a/index.html', size: 5, hash: sha('Chào'), type: 'text/html; charset=utf-8', locale: 'vi-vn' },
    ],
  });
  expect(parsePublish(publishText(manifest), 'publish.json')).toEqual(manifest);
});

test('a file that was hashed when it was written is not read again', () => {
  const host = { ...memoryHost(FILES), readBytes: (file: string) => (file.endsWith('index.html') ? undefined : new Uint8Array()) };
  const { host: recording, take } = recordWrites(memoryHost({}));
  recording.writeOutput('/out/vi-vn/a/index.html', 'Chào');
  recording.writeOutput('/elsewhere/b', 'b');
  const written = take('/out');
  expect(written).toEqual([{ path: 'vi-vn/a/index.html', size: 5, hash: sha('Chào') }]);
  expect(take('/out')).toEqual([]);
  expect(publishManifest({ ...options, host, written }).files.find(({ locale, type }) => locale === 'vi-vn' && type.startsWith('text/html'))?.hash).toBe(sha('Chào'));
});

test.each([
  ['nothing', ''],
  ['all scripts', 'a ü „日本語“ العربية 😀'],
  ['half a surrogate pair', 'a\ud83d b'],
  ['a long text', '日'.repeat(0x40001)],
])('writes %s as UTF-8', (_, text) => {
  const written: Buffer[] = [];
  const { host } = recordWrites({ ...memoryHost({}), writeOutput: (_file, content) => written.push(Buffer.from(content)) });
  host.writeOutput('/out/before', 'ü'.repeat(99));
  host.writeOutput('/out/a', text);
  expect(written[1]).toEqual(Buffer.from(text));
});

const row = (path: string): string => `{"format":1,"generator":"1","base":"/","files":[{"path":${JSON.stringify(path)},"size":1,"hash":"${'0'.repeat(64)}","type":"x","locale":null}]}`;

test.each([
  ['another form', '{"format":2,"files":[]}', /written by another version of Interlinear \(its form is 2, this version reads 1\)/],
  ['no list of files', '{"name":"x"}', /is not a list of published files/],
  ['cut short', '{"format":1,"files":[', /not valid JSON/],
  ['a path out of the site', row('../x'), /files\.0\.path/],
  ['a path inside that climbs', row('a/../../x'), /files\.0\.path/],
  ['an absolute path', row('/etc/x'), /files\.0\.path/],
  ['a path of two lines', row('a\ndelete b'), /files\.0\.path/],
  ['a folder', row('a/'), /files\.0\.path/],
])('refuses %s', (_, text, message) => {
  expect(() => parsePublish(text, 'old/publish.json')).toThrow(message);
});

test.each(['../x', 'a/../../x', 'a/..', '/etc/x', './x', 'a/', 'a\\b', 'a\u0001'])('line by line, too, it refuses %j', (path) => {
  const file = { path, size: 1, hash: '0'.repeat(64), type: 'x', locale: null };
  expect(() => parsePublish(publishText({ generator: '1', base: '/', files: [file, { ...file, path: 'z' }] }), 'x')).toThrow(/files\.0\.path/);
});

test('reads a list as the tool writes it, and any other way of writing it, alike', () => {
  const file = { size: 1, hash: 'a'.repeat(64), type: 'text/html; charset=utf-8', locale: 'vi-vn' };
  const manifest = { generator: '1', base: '/help/', files: ['...', '.well-known/x', 'a"b', 'b/日本', 'c'].map((path, at) => ({ ...file, path, locale: at % 2 === 0 ? null : 'vi-vn' })) };
  const text = publishText(manifest);
  expect(text).toBe(`{"format":1,"generator":"1","base":"/help/","files":[\n${manifest.files.map((one) => JSON.stringify({ path: one.path, size: 1, hash: one.hash, type: one.type, locale: one.locale })).join(',\n')}\n]}\n`);
  expect(parsePublish(text, 'x')).toEqual(manifest);
  expect(parsePublish(text.replace('a\\"b', 'ab'), 'x').files.map(({ path }) => path)).toEqual(['...', '.well-known/x', 'ab', 'b/日本', 'c']);
  expect(parsePublish(JSON.stringify(JSON.parse(text), null, 2), 'x')).toEqual(manifest);
  // Without order, it is put in order.
  expect(parsePublish(publishText({ ...manifest, files: manifest.files.toReversed() }), 'x')).toEqual(manifest);
  for (const damaged of [text.slice(0, -3), text.replace('},\n', '}\n'), text.replace('"size":1', '"size":-1'), text.replace('aaaa', 'aaa'), text.replace(']}', ',]}')]) expect(() => parsePublish(damaged, 'x'), damaged).toThrow(/publish|JSON|list of published files/);
});

test('takes the paths that a site has', () => {
  for (const path of ['index.html', 'vi-vn/a b/…/index.html', '.well-known/x', 'a..b/c', '...']) expect(parsePublish(row(path), 'x').files[0]?.path).toBe(path);
});
