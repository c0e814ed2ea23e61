import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('retired threads give their memory back at once', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('retire-threads.ts', import.meta.url))], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const { full, retired } = JSON.parse(stdout) as { full: number; retired: number };
  expect(full).toBeGreaterThan(150);
  expect(retired).toBeLessThan(full - 100);
});
