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

test('takes the paths that a site has', () => {
  for (const path of ['index.html', 'vi-vn/a b/…/index.html', '.well-known/x', 'a..b/c', '...']) expect(parsePublish(row(path), 'x').files[0]?.path).toBe(path);
});
