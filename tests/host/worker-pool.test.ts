import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test.each([
  { threads: 1, objects: 4_500_000 },
  { threads: 2, objects: 2_250_000 },
  { threads: 3, objects: 1_500_000 },
])('retired threads give back at once what is more than is left to V8: $threads', ({ threads, objects }) => {
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('retire-threads.ts', import.meta.url)), String(threads), String(objects)], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const { full, retired } = JSON.parse(stdout) as { full: number; retired: number };
  expect(full).toBeGreaterThan(500);
  // The process takes some 90 itself.
  expect(retired).toBeLessThan(256 + 130);
});
