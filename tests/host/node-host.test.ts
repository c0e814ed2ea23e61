import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNodeHost } from '../../src/host/node-host.ts';
import { UserError } from '../../src/model/user-error.ts';
import { temporaryFolder } from './temporary-folder.ts';

const list = (folder: string) => createNodeHost().listFiles(folder);

test('lists files sorted by code units, without folders that never hold content', () => {
  const folder = temporaryFolder({ 'b.md': '', 'B.md': '', 'a/ä.md': '', 'a/z.md': '', 'node_modules/x.md': '', 'a/.git/x': '', '.interlinear/x': '' });
  expect(list(folder)).toEqual({ files: ['B.md', 'a/z.md', 'a/ä.md', 'b.md'], refused: [] });
});

test.each([
  ['a file', 'secret.md'],
  ['a folder', ''],
])('a link to %s outside is refused and not followed', (_, target) => {
  const outside = temporaryFolder({ 'secret.md': 'x' });
  const folder = temporaryFolder({ 'de/a.md': '' });
  symlinkSync(join(outside, target), join(folder, 'de/link.md'));
  expect(list(folder)).toEqual({ files: ['de/a.md'], refused: [{ path: 'de/link.md', reason: 'outside' }] });
});

test('a folder whose name begins like the root’s is outside', () => {
  const parent = temporaryFolder({ 'content/a.md': '', 'content-private/b.md': '' });
  symlinkSync('../content-private', join(parent, 'content/link'));
  expect(list(join(parent, 'content')).refused).toEqual([{ path: 'link', reason: 'outside' }]);
});

test('a link to a link that leads out is refused', () => {
  const outside = temporaryFolder({ 'secret.md': 'x' });
  const folder = temporaryFolder();
  symlinkSync(join(outside, 'secret.md'), join(folder, 'one'));
  symlinkSync('one', join(folder, 'two.md'));
  expect(list(folder).refused.map(({ reason }) => reason)).toEqual(['outside', 'outside']);
});

test('links inside are followed', () => {
  const folder = temporaryFolder({ 'en/includes/a.md': '', 'en/b.md': '' });
  mkdirSync(join(folder, 'de'));
  symlinkSync('../en/includes', join(folder, 'de/includes'));
  symlinkSync('../en/b.md', join(folder, 'de/b.md'));
  expect(list(folder)).toEqual({ files: ['de/b.md', 'de/includes/a.md', 'en/b.md', 'en/includes/a.md'], refused: [] });
});

test('the root may be a link itself', () => {
  const folder = temporaryFolder({ 'real/a.md': '' });
  symlinkSync('real', join(folder, 'content'));
  expect(list(join(folder, 'content')).files).toEqual(['a.md']);
});

test.each([
  ['to the root', '.'],
  ['to a folder above', '../..'],
])('a link in a circle %s', (_, target) => {
  const folder = temporaryFolder({ 'a/b/c.md': '' });
  symlinkSync(target === '.' ? folder : target, join(folder, 'a/b/again'));
  expect(list(folder)).toEqual({ files: ['a/b/c.md'], refused: [{ path: 'a/b/again', reason: 'cycle' }] });
});

test('links that lead to themselves or nowhere', () => {
  const folder = temporaryFolder({ 'a.md': '' });
  symlinkSync('self', join(folder, 'self'));
  symlinkSync('gone.md', join(folder, 'b.md'));
  expect(list(folder)).toEqual({ files: ['a.md'], refused: [{ path: 'b.md', reason: 'broken-link' }, { path: 'self', reason: 'broken-link' }] });
});

test('folders full of links to one another end', () => {
  const names = Array.from({ length: 12 }, (_, index) => `d${index}`);
  const folder = temporaryFolder(Object.fromEntries(names.map((name) => [`${name}/a.md`, ''])));
  for (const from of names) for (const to of names) if (from !== to) symlinkSync(`../${to}`, join(folder, from, to));
  expect(list(folder).files.length).toBeLessThan(5_000);
});

test.runIf(process.platform !== 'win32')('what is neither file nor folder is refused', () => {
  const folder = temporaryFolder({ 'a.md': '' });
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  symlinkSync('pipe.md', join(folder, 'link.md'));
  expect(list(folder)).toEqual({ files: ['a.md'], refused: [{ path: 'link.md', reason: 'unreadable' }, { path: 'pipe.md', reason: 'unreadable' }] });
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a folder without permission is refused', () => {
  const folder = temporaryFolder({ 'a.md': '' });
  mkdirSync(join(folder, 'closed'), { mode: 0 });
  expect(list(folder)).toEqual({ files: ['a.md'], refused: [{ path: 'closed', reason: 'unreadable' }] });
});

test.each([
  ['does not exist', (folder: string) => join(folder, 'gone'), /gone cannot be read: it does not exist\./],
  ['is a file', (folder: string) => join(folder, 'a.md'), /a\.md is a file, not a folder\./],
])('a root that %s', (_, rootOf, message) => {
  const root = rootOf(temporaryFolder({ 'a.md': '' }));
  expect(() => list(root)).toThrow(UserError);
  expect(() => list(root)).toThrow(message);
});

test.each([
  ['a folder', 'a.md', 'it is a folder'],
  ['nothing', 'b.md', 'it does not exist'],
  ['below a file', 'c.md/d.md', 'part of its path is a file'],
])('reading %s', (_, path, reason) => {
  const folder = temporaryFolder({ 'c.md': '' });
  mkdirSync(join(folder, 'a.md'));
  expect(createNodeHost().readText(join(folder, path))).toMatchObject({ kind: 'unreadable', reason });
  expect(createNodeHost().readBytes(join(folder, path))).toBeUndefined();
});

test('writes a file and its folders', () => {
  const folder = temporaryFolder();
  const host = createNodeHost();
  host.writeOutput(join(folder, 'x/y/a.txt'), 'A');
  host.writeOutput(join(folder, 'x/y/b.txt'), new Uint8Array([66]));
  expect(list(folder).files).toEqual(['x/y/a.txt', 'x/y/b.txt']);
});

test('what cannot be written is the machine’s fault, and says so', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(() => createNodeHost().writeOutput(join(folder, 'file/a.txt'), 'A')).toThrow(/^Cannot write .*a\.txt: a file stands where a folder is needed\.$/);
  expect(() => createNodeHost().writeOutput(join(folder, 'x'.repeat(300)), 'A')).toThrow(/the name is too long/);
});
