import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair, runTool } from './run-tool.ts';

const FILES = {
  'content/vi-vn/a.md': `${article('vi-VN', 'Chào', 'Hello')}\n${pair('', 'Bye', 102)}\n`,
  'content/de-de/a.md': article('de-DE', 'Hallo  Welt', 'Hello'),
  'de.jsonl': '{"locale":"de-de","path":"a.md","unit":"101","target":"Hallo"}\n',
  'dist/index.html': '<!doctype html><html lang="en"><head><title>A</title></head><body><a href="/gone/">x</a></body></html>',
};

// Most tests of commands run them in their own process; here each is what users start.
test.each([
  [[], 0],
  [['--version'], 0],
  [['build', '--help'], 0],
  [['bulid'], 2],
  [['validate', '--formt', 'json'], 2],
  [['validate'], 1],
  [['validate', '--format', 'json', '--fail-on', 'never'], 0],
  [['fix', '--dry-run'], 1],
  [['export', '--locale', 'de-de'], 0],
  [['import', 'de.jsonl'], 0],
  [['status', '--format', 'csv'], 0],
  [['diff', 'main'], 2],
  [['explain', 'stale-translation'], 0],
  [['check-site'], 1],
  [['deploy-plan', 'dist'], 2],
  [['merge', 'content'], 2],
])('%j ends with %i, and says what it says in a process of its own', async (args, status) => {
  const [one, other] = [temporaryFolder(FILES), temporaryFolder(FILES)];
  const spawned = runTool(one, args);
  const here = await runInProcess(other, args);
  expect({ ...spawned, stderr: spawned.stderr.replaceAll(one, '') }).toEqual({ ...here, stderr: here.stderr.replaceAll(other, '') });
  expect(spawned.status).toBe(status);
  expect(spawned.stdout + spawned.stderr).not.toBe('');
});

test('a site that is built in this process has the bytes of one that is built in a process of its own', async () => {
  const [one, other] = [temporaryFolder(FILES), temporaryFolder(FILES)];
  expect(runTool(one, ['build', '--out', 'site']).status).toBe(0);
  expect((await runInProcess(other, ['build', '--out', 'site'])).status).toBe(0);
  const [files, same] = [one, other].map((folder) => filesOf(join(folder, 'site')));
  expect(files?.size).toBeGreaterThan(20);
  expect(same).toEqual(files);
});

/** Files and their digests. */
function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]));
}
