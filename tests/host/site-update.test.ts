import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyUpdate, finishUpdate, foreignFiles, isUntouched } from '../../src/host/site-update.ts';
import { stageFolder } from '../../src/host/staged-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const FILES = { 'dist/interlinear.json': '{"base":"/"}', 'dist/a/index.html': 'old a', 'dist/b/index.html': 'old b', 'dist/gone/index.html': 'gone', 'new/a/index.html': 'new a', 'new/c/d/index.html': 'new c' };
const UPDATE = { put: ['c/d/index.html', 'a/index.html'], remove: ['gone/index.html'] };

function texts(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map((entry) => [join(entry.parentPath, entry.name).slice(folder.length + 1), readFileSync(join(entry.parentPath, entry.name), 'utf8')] as const).sort());
}

const AFTER = { 'a/index.html': 'new a', 'b/index.html': 'old b', 'c/d/index.html': 'new c', 'interlinear.json': '{"base":"/"}' };

test('puts files in place, removes others with the folders that are empty then, and leaves the rest', () => {
  const folder = temporaryFolder(FILES);
  const kept = statSync(join(folder, 'dist/b/index.html')).ino;
  applyUpdate(join(folder, 'dist'), join(folder, 'new'), join(folder, '.dist.update'), UPDATE);
  expect(texts(join(folder, 'dist'))).toEqual(AFTER);
  expect(existsSync(join(folder, 'dist/gone'))).toBe(false);
  expect(statSync(join(folder, 'dist/b/index.html')).ino).toBe(kept);
  expect(readdirSync(folder)).toEqual(['dist']);
});

test.each([0, 1, 2, 3])('an update that ended after %i steps is gone on with before anything else is staged', (steps) => {
  const folder = temporaryFolder(FILES);
  const [place, waiting] = [join(folder, 'dist'), join(folder, '.dist.update')];
  writeFileSync(join(folder, 'new/.journal.json'), JSON.stringify(UPDATE));
  renameSync(join(folder, 'new'), waiting);
  if (steps > 0) cpSync(join(waiting, 'c'), join(place, 'c'), { recursive: true });
  if (steps > 0) rmSync(join(waiting, 'c'), { recursive: true });
  if (steps > 1) renameSync(join(waiting, 'a/index.html'), join(place, 'a/index.html'));
  if (steps > 2) rmSync(join(place, 'gone'), { recursive: true });
  stageFolder(place, []).discard();
  expect(texts(place)).toEqual(AFTER);
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('what was staged and never begun changes nothing', () => {
  const folder = temporaryFolder(FILES);
  finishUpdate(join(folder, 'dist'), join(folder, '.dist.update'));
  expect(texts(join(folder, 'dist'))['a/index.html']).toBe('old a');
});

test('a file takes the place of a folder, and a folder that of a file', () => {
  const folder = temporaryFolder({ 'dist/x/index.html': 'folder', 'dist/y': 'file', 'new/x': 'file', 'new/y/index.html': 'folder' });
  applyUpdate(join(folder, 'dist'), join(folder, 'new'), join(folder, '.dist.update'), { put: ['x', 'y/index.html'], remove: ['x/index.html'] });
  expect(texts(join(folder, 'dist'))).toEqual({ x: 'file', 'y/index.html': 'folder' });
});

test('a file is taken for touched when it is gone, of another size, or newer than the list', () => {
  const folder = temporaryFolder({ 'a.html': 'abc', 'publish.json': '{}' });
  const now = Date.now() / 1000;
  utimesSync(join(folder, 'a.html'), now - 5, now - 5);
  const untouched = isUntouched(folder, 'publish.json');
  expect(untouched({ path: 'a.html', size: 3 })).toBe(true);
  expect(untouched({ path: 'a.html', size: 4 })).toBe(false);
  expect(untouched({ path: 'b.html', size: 3 })).toBe(false);
  utimesSync(join(folder, 'a.html'), now + 5, now + 5);
  expect(isUntouched(folder, 'publish.json')({ path: 'a.html', size: 3 })).toBe(false);
  mkdirSync(join(folder, 'empty'));
  expect(isUntouched(join(folder, 'empty'), 'publish.json')({ path: 'a.html', size: 3 })).toBe(false);
});

test('files that are not of the site are found wherever something has come since it was listed', () => {
  const own = ['a/index.html', 'b/c/index.html', 'd', 'index.html', 'publish.json'];
  const folder = temporaryFolder(Object.fromEntries(own.map((path) => [path, ''])));
  const foreign = (): string[] => foreignFiles(folder, own, 'publish.json');
  // Listed when everything else was there.
  do writeFileSync(join(folder, 'publish.json'), '{}');
  while (statSync(join(folder, 'publish.json')).mtimeMs <= Math.max(...['', 'a', 'b', 'b/c'].map((path) => statSync(join(folder, path)).ctimeMs)));
  expect(foreign()).toEqual([]);
  writeFileSync(join(folder, 'b/note.txt'), '');
  expect(foreign()).toEqual(['b/note.txt']);
  mkdirSync(join(folder, 'b/new/empty'), { recursive: true });
  writeFileSync(join(folder, 'b/new/x.html'), '');
  writeFileSync(join(folder, 'x.html'), '');
  expect(foreign()).toEqual(['b/new/x.html', 'b/note.txt', 'x.html']);
  const { atime } = statSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a/x.html'), '');
  utimesSync(join(folder, 'a'), atime, new Date(0));
  expect(foreign()).toEqual(['a/x.html', 'b/new/x.html', 'b/note.txt', 'x.html']);
  rmSync(join(folder, 'd'));
  mkdirSync(join(folder, 'd'));
  writeFileSync(join(folder, 'd/x.html'), '');
  expect(foreign()).toContain('d/x.html');
  rmSync(join(folder, 'a'), { recursive: true });
  expect(foreign()).toEqual(['b/new/x.html', 'b/note.txt', 'd/x.html', 'x.html']);
});

test('without the list, every folder is looked through', () => {
  expect(foreignFiles(temporaryFolder({ 'a/index.html': '', 'a/x': '' }), ['a/index.html'], 'publish.json')).toEqual(['a/x']);
});
