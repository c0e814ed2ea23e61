import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeAtomically } from '../../src/host/atomic-write.ts';
import { UserError } from '../../src/model/user-error.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a file that is there', () => {
  test('is replaced, with its permissions, and nothing is left beside it', () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    chmodSync(join(folder, 'a.md'), 0o640);
    expect(writeAtomically(join(folder, 'a.md'), 'new ü', 'old')).toBe('written');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new ü');
    expect(statSync(join(folder, 'a.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('keeps its byte order mark and line ends', () => {
    const folder = temporaryFolder({ 'a.md': '\uFEFFa\r\nb' });
    writeAtomically(join(folder, 'a.md'), '\uFEFFa\r\nc', '\uFEFFa\r\nb');
    expect([...readFileSync(join(folder, 'a.md'))]).toEqual([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0x63]);
  });

  test('has changed meanwhile: stays', () => {
    const folder = temporaryFolder({ 'a.md': 'other' });
    expect(writeAtomically(join(folder, 'a.md'), 'new', 'old')).toBe('changed');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('other');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('behind a link: the link stays a link', () => {
    const folder = temporaryFolder({ 'real/a.md': 'old' });
    symlinkSync(join(folder, 'real/a.md'), join(folder, 'b.md'));
    writeAtomically(join(folder, 'b.md'), 'new', 'old');
    expect(lstatSync(join(folder, 'b.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real/a.md'), 'utf8')).toBe('new');
  });

  test('with leftovers of a process that was killed', () => {
    const folder = temporaryFolder({ 'a.md': 'old', [`.a.md.${process.pid}.new`]: 'half' });
    expect(writeAtomically(join(folder, 'a.md'), 'new', 'old')).toBe('written');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });
});

test('a new file', () => {
  const folder = temporaryFolder();
  expect(writeAtomically(join(folder, 'a.json'), '{}')).toBe('written');
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('{}');
});

test.each([
  ['a folder that does not exist', (folder: string) => join(folder, 'x/a.md')],
  ['a folder in its place', (folder: string) => folder],
])('%s: says so', (_, place) => {
  const folder = temporaryFolder({ 'b.md': 'b' });
  expect(() => writeAtomically(place(folder), 'new')).toThrow(UserError);
  expect(readdirSync(folder)).toEqual(['b.md']);
});

test('a file that was expected and is gone', () => {
  const folder = temporaryFolder();
  expect(() => writeAtomically(join(folder, 'a.md'), 'new', 'old')).toThrow(/Cannot write .*a\.md: it does not exist\./);
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, 'a.md'), 'old');
  expect(writeAtomically(join(folder, 'a.md'), 'new', 'old')).toBe('written');
});
