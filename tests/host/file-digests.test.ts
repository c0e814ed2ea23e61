import { renameSync, statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lookAtFiles, openFileDigests, type FilesLook } from '../../src/host/file-digests.ts';
import { openRecordCaches } from '../../src/host/record-cache.ts';
import type { FileDigests } from '../../src/model/file-digests.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One run over a folder's file: what it says of it, and whether it had to read it. A minute later unless told. */
function run(folder: string, now = Date.now() + 60_000): { digest: string | undefined; isRead: boolean } {
  let isRead = false;
  const digestOf = (bytes: Uint8Array): string => {
    isRead = true;
    return Buffer.from(bytes).toString();
  };
  const files = openFileDigests(openRecordCaches(join(folder, 'records'), () => {}), folder, digestOf, undefined, () => now);
  const digest = files.of(join(folder, 'a.md'));
  files.of(join(folder, 'b.md'));
  files.save();
  return { digest, isRead };
}

/** A folder whose file has another time than what is changed from now on. */
function folderWith(text: string): string {
  const folder = temporaryFolder({ 'a.md': text });
  tick(folder, 'a.md');
  return folder;
}

/** Waits until the clock of the file system has gone on. */
function tick(folder: string, name: string): void {
  const probe = join(folder, 'probe');
  do writeFileSync(probe, '');
  while (statSync(probe).ctimeMs <= statSync(join(folder, name)).ctimeMs);
}

test('a file that is as it was is not read again', () => {
  const folder = folderWith('one');
  expect(run(folder)).toEqual({ digest: 'one', isRead: true });
  expect(run(folder)).toEqual({ digest: 'one', isRead: false });
});

describe('a change is seen', () => {
  test('of the same size, at once after the first run', () => {
    const folder = folderWith('one');
    // The file was written less than two seconds ago: its time says nothing yet.
    for (let round = 10; round < 60; round++) {
      writeFileSync(join(folder, 'a.md'), String(round));
      expect(run(folder, Date.now()).digest).toBe(String(round));
    }
  });

  test('of the same size, with the old times set again', () => {
    const folder = folderWith('one');
    const file = join(folder, 'a.md');
    run(folder);
    const { atime, mtime, mtimeMs } = statSync(file);
    writeFileSync(file, 'two');
    utimesSync(file, atime, mtime);
    utimesSync(file, atime.getTime() / 1000, mtimeMs / 1000);
    expect(run(folder).digest).toBe('two');
  });

  test('of a file that another is renamed to', () => {
    const folder = folderWith('one');
    const [file, other] = [join(folder, 'a.md'), join(folder, 'other')];
    writeFileSync(other, 'two');
    const { atime, mtime } = statSync(file);
    utimesSync(other, atime, mtime);
    utimesSync(file, atime, mtime);
    tick(folder, 'a.md');
    run(folder);
    renameSync(other, file);
    expect(run(folder).digest).toBe('two');
  });

  test('of what a link leads to', () => {
    const folder = temporaryFolder({ one: 'one', two: 'two' });
    symlinkSync('one', join(folder, 'a.md'));
    expect(run(folder).digest).toBe('one');
    unlinkSync(join(folder, 'a.md'));
    symlinkSync('two', join(folder, 'a.md'));
    tick(folder, 'two');
    expect(run(folder).digest).toBe('two');
    writeFileSync(join(folder, 'two'), 'six');
    expect(run(folder).digest).toBe('six');
  });

  test('of a file that comes and goes', () => {
    const folder = folderWith('one');
    run(folder);
    unlinkSync(join(folder, 'a.md'));
    expect(run(folder)).toEqual({ digest: undefined, isRead: false });
    writeFileSync(join(folder, 'a.md'), 'one');
    expect(run(folder)).toEqual({ digest: 'one', isRead: true });
  });

  test('between a look at the file and its reading', () => {
    const folder = folderWith('one');
    const file = join(folder, 'a.md');
    const files = openFileDigests(openRecordCaches(join(folder, 'records'), () => {}), folder, (bytes) => Buffer.from(bytes).toString(), undefined, () => {
      writeFileSync(file, 'two');
      return Date.now() + 60_000;
    });
    expect(files.of(file)).toBe('two');
    files.save();
    tick(folder, 'a.md');
    writeFileSync(file, 'six');
    expect(run(folder).digest).toBe('six');
  });
});

test('what has been changed just now is read until its time says something', () => {
  const folder = folderWith('one');
  const { ctimeMs } = statSync(join(folder, 'a.md'));
  expect(run(folder, ctimeMs + 1_999).isRead).toBe(true);
  expect(run(folder, ctimeMs + 1_999).isRead).toBe(true);
  expect(run(folder, ctimeMs + 2_001).isRead).toBe(true);
  expect(run(folder, ctimeMs + 2_001).isRead).toBe(false);
});

test('of many files those that come, change and go are known in the next run, however many they are', () => {
  const folder = temporaryFolder(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.md`, `text ${at}`])));
  const read = (names: readonly string[]): string[] => {
    const found: string[] = [];
    const files = openFileDigests(openRecordCaches(join(folder, 'records'), () => {}), folder, (bytes) => found[found.push(Buffer.from(bytes).toString()) - 1] ?? '', undefined, () => Date.now() + 60_000);
    for (const name of names) files.of(join(folder, name));
    files.save();
    return found;
  };
  const names = Array.from({ length: 310 }, (_, at) => `${at}.md`);
  expect(read(names)).toHaveLength(300);
  let round = 0;
  for (const changed of [['1.md'], ['1.md', '2.md'], [], ['2.md', '305.md'], names.slice(0, 150), ['1.md']]) {
    round += 1;
    for (const name of changed) writeFileSync(join(folder, name), `round ${round} ${name}`);
    expect(read(names)).toEqual(changed.map((name) => `round ${round} ${name}`));
  }
  unlinkSync(join(folder, '1.md'));
  writeFileSync(join(folder, '2.md'), 'last');
  expect(read(names)).toEqual(['last']);
  writeFileSync(join(folder, '1.md'), 'again');
  expect(read(names)).toEqual(['again']);
  expect(read(names)).toEqual([]);
});

test('in one run a file has one digest', () => {
  const folder = folderWith('one');
  const file = join(folder, 'a.md');
  const files = openFileDigests(openRecordCaches(join(folder, 'records'), () => {}), folder, (bytes) => Buffer.from(bytes).toString());
  expect(files.of(file)).toBe('one');
  writeFileSync(file, 'two');
  expect(files.of(file)).toBe('one');
});

describe('a look at the files by another thread', () => {
  const open = (folder: string, look: FilesLook): { files: FileDigests; read: string[] } => {
    const read: string[] = [];
    const digestOf = (bytes: Uint8Array): string => {
      read.push(Buffer.from(bytes).toString());
      return Buffer.from(bytes).toString();
    };
    return { files: openFileDigests(openRecordCaches(join(folder, 'records'), () => {}), folder, digestOf, look), read };
  };
  const lookAt = (folder: string): FilesLook => lookAtFiles(openRecordCaches(join(folder, 'records'), () => {}), folder, (bytes) => Buffer.from(bytes).toString());

  test('spares asking for what is as it was', () => {
    const folder = folderWith('one');
    run(folder);
    const look = lookAt(folder);
    expect(look.differ).toEqual([]);
    // What is changed from here on is seen by the next run.
    writeFileSync(join(folder, 'a.md'), 'two');
    const { files, read } = open(folder, look);
    expect([files.of(join(folder, 'a.md')), read]).toEqual(['one', []]);
    files.save();
    expect(run(folder).digest).toBe('two');
  });

  test('names what has changed, gone or come', () => {
    const folder = folderWith('one');
    run(folder);
    writeFileSync(join(folder, 'a.md'), 'two');
    writeFileSync(join(folder, 'b.md'), 'new');
    const look = lookAt(folder);
    expect([look.differ, look.edited]).toEqual([['a.md'], ['a.md']]);
    const { files } = open(folder, look);
    expect([files.of(join(folder, 'a.md')), files.of(join(folder, 'b.md'))]).toEqual(['two', 'new']);
    unlinkSync(join(folder, 'a.md'));
    expect(lookAt(folder)).toMatchObject({ differ: ['a.md'], edited: ['a.md'] });
  });

  test('names what was written again as it was, but not as edited', () => {
    const folder = folderWith('one');
    run(folder);
    writeFileSync(join(folder, 'a.md'), 'one');
    expect(lookAt(folder)).toMatchObject({ differ: ['a.md'], edited: [] });
  });

  test('is of no use for another folder, or when the list is no longer the one that was compared', () => {
    const folder = folderWith('one');
    run(folder);
    const look = lookAt(folder);
    writeFileSync(join(folder, 'a.md'), 'two');
    expect(open(folder, { ...look, root: `${folder}/other` }).files.of(join(folder, 'a.md'))).toBe('two');
    run(folder);
    writeFileSync(join(folder, 'a.md'), 'three');
    expect(open(folder, look).files.of(join(folder, 'a.md'))).toBe('three');
  });
});
