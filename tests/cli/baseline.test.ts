import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair } from './run-tool.ts';

const body = (...lines: string[]): string => `${article('vi-VN', 'Chào', 'Hello')}\n${lines.join('\n')}\n`;
const EMPTY = pair('', 'Bye', 102);
const FILES = { 'content/vi-vn/a.md': body(EMPTY), 'content/de-de/a.md': body(EMPTY) };

test('made once, then only what is new is reported', async () => {
  const folder = temporaryFolder(FILES);
  const validate = (...args: string[]) => runInProcess(folder, ['validate', '--format', 'json', ...args]);
  const rules = async (): Promise<string[]> => JSON.parse((await validate()).stdout).findings.filter(({ rule }: Record<string, string>) => rule === 'empty-segment').map(({ rule, locale }: Record<string, string>) => `${locale} ${rule}`);
  expect((await validate('--fail-on', 'never')).status).toBe(0);
  expect(await validate('--update-baseline')).toMatchObject({ status: 0, stderr: expect.stringMatching(/Wrote \d findings to interlinear-baseline\.json\./) });
  expect(await rules()).toEqual([]);
  // Moved lines are nothing new; another one and changed text are.
  writeFileSync(join(folder, 'content/vi-vn/a.md'), body('', '', '', EMPTY));
  expect(await rules()).toEqual([]);
  writeFileSync(join(folder, 'content/vi-vn/a.md'), body(EMPTY, '', pair('', 'More', 103)));
  expect(await rules()).toContain('vi-vn empty-segment');
  expect((await validate('--fail-on', 'new')).status).toBe(1);
  writeFileSync(join(folder, 'content/vi-vn/a.md'), body(pair('', 'Goodbye', 102)));
  expect(await rules()).toContain('vi-vn empty-segment');
  // What no longer occurs is told, and goes with the next update.
  writeFileSync(join(folder, 'content/vi-vn/a.md'), body(pair('Tạm biệt', 'Bye', 102)));
  expect((await validate()).stderr).toMatch(/of interlinear-baseline\.json no longer occur/);
  await validate('--update-baseline');
  expect((await validate()).stderr).not.toContain('no longer');
});

test('an update of one locale keeps the others', async () => {
  const folder = temporaryFolder(FILES);
  await runInProcess(folder, ['validate', '--update-baseline', '--baseline', 'b.json']);
  const before = readFileSync(join(folder, 'b.json'), 'utf8');
  const { stderr } = await runInProcess(folder, ['validate', '--update-baseline', '--baseline', 'b.json', '--locale', 'vi-vn']);
  expect(stderr).toContain('of what was not looked at');
  expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe(before);
});

test.each([
  ['{"version": 7, "findings": []}', 'has version 7'],
  ['{"version": 1', 'cannot be read: it is not JSON'],
])('%s: refused', async (text, message) => {
  const { status, stderr } = await runInProcess(temporaryFolder({ ...FILES, 'interlinear-baseline.json': text }), ['validate']);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
});
