import { expect, test } from 'vitest';
import { createAssets, type PublishedAsset } from '../../src/project/assets.ts';
import { memoryHost } from './memory-host.ts';

const PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"><path d="M0 0"/></svg>';

function publisher(files: Record<string, string>) {
  const written: PublishedAsset[] = [];
  const assets = createAssets(memoryHost(files), (file) => `/content/${file}`, (asset) => written.push(asset));
  return { assets, written };
}

test.each([
  ['de-de/media/a.svg', 'assets/a.c757a761bd.svg'],
  ['de-de/Über Größe 1.PNG', /^assets\/u-ber-gro-e-1\.[0-9a-f]{10}\.png$/],
  ['de-de/図.png', /^assets\/file\.[0-9a-f]{10}\.png$/],
  ['de-de/a.tar.gz', /^assets\/a-tar\.[0-9a-f]{10}\.gz$/],
  ['de-de/samples/a.ps1', /\.ps1$/],
])('%s', (file, path) => {
  const { assets } = publisher({ [`/content/${file}`]: PIXEL });
  if (typeof path === 'string') expect(assets.publish(file)?.path).toBe(path);
  else expect(assets.publish(file)?.path).toMatch(path);
});

test.each(['a.html', 'a.htm', 'a.js', 'a.mjs', 'a.xhtml', 'a.xml', 'a.swf', 'a.md', 'a.svgz', 'a', '.htaccess', 'a.png.html'])('%s is not published', (file) => {
  const { assets, written } = publisher({ [`/content/${file}`]: 'x' });
  expect(assets.publish(file)).toBeUndefined();
  expect(written).toEqual([]);
});

test('a file is written once, whoever asks', () => {
  const { assets, written } = publisher({ '/content/a.svg': PIXEL });
  expect(assets.publish('a.svg')).toBe(assets.publish('a.svg'));
  expect(written).toHaveLength(1);
});

test('the name changes with the bytes', () => {
  const paths = ['one', 'two'].map((bytes) => publisher({ '/content/a.txt': bytes }).assets.publish('a.txt')?.path);
  expect(paths[0]).not.toBe(paths[1]);
});

test.each([
  ['a.svg', PIXEL, 10, 20],
  ['a.png', 'no image', undefined, undefined],
  ['a.pdf', 'x', undefined, undefined],
])('size of %s', (file, bytes, width, height) => {
  expect(publisher({ [`/content/${file}`]: bytes }).assets.publish(file)).toMatchObject({ width, height });
});

test('a file that cannot be read is not published', () => {
  expect(publisher({}).assets.publish('gone.png')).toBeUndefined();
});
