import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolders } from '../../src/host/make-folders.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a folder is made with those above it, and one that is there stays', () => {
  const folder = join(temporaryFolder({ 'there/a.md': 'a' }), 'there/one/two');
  makeFolders(folder);
  makeFolders(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
  expect(existsSync(join(folder, '../../a.md'))).toBe(true);
});

test('what stands in the way is said', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolders(join(folder, 'file'))).toThrow('EEXIST');
  expect(() => makeFolders(join(folder, 'file/below/it'))).toThrow('ENOTDIR');
});

test.skipIf(!existsSync('/proc/self'))('where nothing can be made, nobody tries for ever', () => {
  expect(() => makeFolders('/proc/none/below')).toThrow('ENOENT');
  expect(() => createNodeHost().writeOutput('/proc/none/below/report.json', '')).toThrow('ENOENT');
});
