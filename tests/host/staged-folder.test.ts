import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSiteFacts, stageFolder } from '../../src/host/staged-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SITE = { 'dist/interlinear.json': '{"generator":"interlinear","base":"/"}', 'dist/index.html': 'old' };
const names = (folder: string): string[] => readdirSync(folder).sort();

test('the new version takes the place of the old one', () => {
  const folder = temporaryFolder(SITE);
  const staged = stageFolder(join(folder, 'dist'), []);
  writeFileSync(join(staged.path, 'index.html'), 'new');
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
  staged.commit({ base: '/help/' });
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('new');
  expect(names(folder)).toEqual(['dist']);
  expect(readSiteFacts(join(folder, 'dist'))).toEqual({ base: '/help/' });
});

test('a version that is thrown away changes nothing', () => {
  const folder = temporaryFolder(SITE);
  const staged = stageFolder(join(folder, 'dist'), []);
  writeFileSync(join(staged.path, 'index.html'), 'new');
  staged.discard();
  staged.discard();
  expect(names(folder)).toEqual(['dist']);
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
});

test.each([
  ['a folder that does not exist yet', {}, 'a/b/dist'],
  ['an empty one', { 'dist/.keep': '' }, 'dist/sub'],
])('%s', (_, files, out) => {
  const folder = temporaryFolder(files);
  stageFolder(join(folder, out), []).commit({ base: '/' });
  expect(names(join(folder, out))).toEqual(['interlinear.json']);
});

test('a link to the place of the site stays a link', () => {
  const folder = temporaryFolder({ 'www/interlinear.json': '{}', 'www/a.html': 'old' });
  symlinkSync('www', join(folder, 'dist'));
  const staged = stageFolder(join(folder, 'dist'), []);
  writeFileSync(join(staged.path, 'a.html'), 'new');
  staged.commit({ base: '/' });
  expect(readFileSync(join(folder, 'www/a.html'), 'utf8')).toBe('new');
});

test.each([
  ['holds something foreign', { 'dist/notes.txt': '' }, /dist is not empty and was not written by Interlinear/],
  ['is a file', { dist: '' }, /dist is a file/],
  ['lies below a file', { 'dist/notes.txt': '' }, /part of its path is a file/, 'dist/notes.txt/x'],
])('refuses a folder that %s', (_, files, message, out = 'dist') => {
  const folder = temporaryFolder(files as Record<string, string>);
  const before = names(folder);
  expect(() => stageFolder(join(folder, out), [])).toThrow(message);
  expect(names(folder)).toEqual(before);
});

test.each([
  ['the content itself', 'content', /is .*content, which the build would delete/],
  ['a folder above it', '.', /holds .*content, which the build would delete/],
  ['a link to a folder above it', 'link', /holds .*content/],
])('refuses %s', (_, out, message) => {
  const folder = temporaryFolder({ 'content/a.md': '', 'interlinear.json': '{}', 'content/interlinear.json': '{}' });
  symlinkSync('.', join(folder, 'link'));
  expect(() => stageFolder(join(folder, out), [join(folder, 'content')])).toThrow(message);
  expect(existsSync(join(folder, 'content/a.md'))).toBe(true);
});

test('a folder beside the content whose name begins with two dots is allowed', () => {
  const folder = temporaryFolder({ 'content/a.md': '' });
  stageFolder(join(folder, '..dist'), [join(folder, 'content')]).commit({ base: '/' });
  expect(names(folder)).toEqual(['..dist', 'content']);
});

test('what a killed build left behind goes; what a running one writes stays', () => {
  const folder = temporaryFolder({ ...SITE, '.dist.new-999999999/a.html': '', [`.dist.new-${process.ppid}/a.html`]: '', '.dist.new-x/a': '', '.other.new-999999999/a': '' });
  stageFolder(join(folder, 'dist'), []).discard();
  expect(names(folder)).toEqual([`.dist.new-${process.ppid}`, '.other.new-999999999', 'dist'].sort());
});

test('a swap that was cut off is mended', () => {
  const folder = temporaryFolder({ '.dist.old/interlinear.json': '{}', '.dist.old/index.html': 'old' });
  stageFolder(join(folder, 'dist'), []).discard();
  expect(names(folder)).toEqual(['dist']);
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
});

test('when the last step fails, the old version is put back', () => {
  const folder = temporaryFolder(SITE);
  const staged = stageFolder(join(folder, 'dist'), []);
  writeFileSync(join(staged.path, 'index.html'), 'new');
  // A folder in the way of the old version, which cannot be replaced.
  mkdirSync(join(folder, '.dist.old/in-the-way'), { recursive: true });
  expect(() => staged.commit({ base: '/' })).toThrow();
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
});

test.each([
  ['nothing', {}],
  ['no JSON', { 'interlinear.json': 'x' }],
  ['another shape', { 'interlinear.json': '[]' }],
])('a folder that says %s about itself', (_, files) => {
  expect(readSiteFacts(temporaryFolder(files as Record<string, string>))).toBeUndefined();
});
