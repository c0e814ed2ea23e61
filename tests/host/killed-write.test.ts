import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeAtomically } from '../../src/host/atomic-write.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { UserError } from '../../src/model/user-error.ts';
import { LONG_RUN } from '../support/long-run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const LOOP = fileURLToPath(new URL('./write-in-a-loop.ts', import.meta.url));
const COUNT = fileURLToPath(new URL('./count-in-a-file.ts', import.meta.url));
const TRIALS = LONG_RUN ? 100 : 30;

test(`a process that is killed while it writes leaves the old or the new file, ${TRIALS} times`, async () => {
  const folder = temporaryFolder({ 'a.md': 'A'.repeat(20_000), 'a.md.review.jsonl': 'C'.repeat(20_000) });
  const [article, sidecar] = [join(folder, 'a.md'), join(folder, 'a.md.review.jsonl')];
  let leftovers = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const child = fork(LOOP, [article, 'A', 'B', sidecar, 'C', 'D'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    await once(child, 'message');
    await new Promise((resolve) => setTimeout(resolve, 1 + ((trial * 7) % 23)));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readFileSync(article, 'utf8')).toMatch(/^(?:A{20000}|B{30000})$/);
    expect(readFileSync(sidecar, 'utf8')).toMatch(/^(?:C{20000}|D{30000})$/);
    leftovers += readdirSync(folder).length - 2;
    // What was left is no content.
    expect(createNodeHost().listFiles(folder).files).toEqual(['a.md', 'a.md.review.jsonl']);
  }
  // Else nothing was killed in the middle of a write, and the test has shown nothing.
  expect(leftovers).toBeGreaterThan(0);
  for (const file of [article, sidecar]) writeAtomically(file, 'done', readFileSync(file, 'utf8'));
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'a.md.review.jsonl']);
});

test('processes that write one file lose no word of each other', async () => {
  const folder = temporaryFolder({ 'count.txt': '0' });
  const children = Array.from({ length: 4 }, () => fork(COUNT, [join(folder, 'count.txt'), '50'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  expect(await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number))).toEqual([0, 0, 0, 0]);
  expect(readFileSync(join(folder, 'count.txt'), 'utf8')).toBe('200');
  expect(readdirSync(folder)).toEqual(['count.txt']);
});

const disk = temporaryDisk();
test.skipIf(disk === undefined)(disk === undefined ? 'a full disk (skipped: no disk can be mounted here)' : 'a full disk is told, and the file is as it was', () => {
  const folder = disk ?? '';
  try {
    const file = join(folder, 'a.md');
    writeFileSync(file, 'old');
    writeFileSync(join(folder, 'filler'), Buffer.alloc(48 * 1024));
    expect(() => writeAtomically(file, 'x'.repeat(100_000), 'old')).toThrow(UserError);
    expect(() => writeAtomically(file, 'x'.repeat(100_000), 'old')).toThrow(/the disk is full/);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'filler']);
  } finally {
    spawnSync('umount', [folder]);
    rmdirSync(folder);
  }
});

/** A disk of 64 kB; undefined where none can be mounted. */
function temporaryDisk(): string | undefined {
  const folder = `${process.env['TMPDIR'] ?? '/tmp'}/interlinear-disk-${process.pid}`;
  if (process.platform !== 'linux') return undefined;
  if (!existsSync(folder)) mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0) return folder;
  rmdirSync(folder);
  return undefined;
}
