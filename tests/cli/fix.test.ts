import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article } from './run-tool.ts';

const BEFORE = article('de-DE', 'Eins  zwei .', 'One two.').replaceAll('\n', '\r\n');
const AFTER = BEFORE.replace('>Eins  zwei .<', '>Eins zwei.<');
const FILES = { 'content/de-de/a.md': BEFORE, 'content/vi-vn/a.md': article('vi-VN', 'Một  hai.', 'One two.') };

const read = (folder: string, file: string): string => readFileSync(join(folder, 'content', file), 'utf8');

test('fixes what can be fixed, and says what', async () => {
  const folder = temporaryFolder(FILES);
  chmodSync(join(folder, 'content/de-de/a.md'), 0o600);
  const { status, stderr } = await runInProcess(folder, ['fix']);
  expect(stderr).toContain('Fixed 3 findings in 2 files:\n  double-space              2\n  space-before-punctuation  1\n');
  expect(status).toBe(0);
  expect(read(folder, 'de-de/a.md')).toBe(AFTER);
  expect(statSync(join(folder, 'content/de-de/a.md')).mode & 0o777).toBe(0o600);
  expect(await runInProcess(folder, ['fix'])).toMatchObject({ status: 0, stderr: expect.stringContaining('Nothing to fix.') });
});

test('--dry-run shows a patch and writes nothing', async () => {
  const folder = temporaryFolder(FILES);
  const { status, stdout } = await runInProcess(folder, ['fix', '--dry-run', 'de-de']);
  expect(status).toBe(1);
  expect(read(folder, 'de-de/a.md')).toBe(BEFORE);
  expect(stdout).toMatch(/^--- a\/de-de\/a\.md\n\+\+\+ b\/de-de\/a\.md\n@@ /);
  expect(applyPatch(BEFORE, stdout)).toBe(AFTER);
});

test.each([
  ['--locale', ['--locale', 'vi-vn'], ['vi-vn']],
  ['--rule', ['--rule', 'space-before-punctuation'], ['de-de']],
  ['a path below the content', ['vi-vn/a.md'], ['vi-vn']],
  ['a path below the working folder', ['content/de-de'], ['de-de']],
  ['two paths', ['de-de', './content/vi-vn/a.md'], ['de-de', 'vi-vn']],
])('only what %s names', async (_, args, changed) => {
  const folder = temporaryFolder(FILES);
  await runInProcess(folder, ['fix', ...args]);
  expect(['de-de', 'vi-vn'].filter((locale) => read(folder, `${locale}/a.md`) !== FILES[`content/${locale}/a.md` as keyof typeof FILES])).toEqual(changed);
});

test('validate --fix fixes first', async () => {
  const folder = temporaryFolder(FILES);
  const { status, stdout, stderr } = await runInProcess(folder, ['validate', '--fix', '--fail-on', 'info']);
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('Fixed 3 findings') });
  expect(stdout).not.toContain('double-space');
});

describe('what cannot be done', () => {
  test.each([
    [['fix', '--rule', 'double-spaces'], 'There is no rule "double-spaces".', 'Did you mean "double-space"?'],
    [['fix', 'de-de/b.md'], 'There is no article at de-de/b.md.', 'Did you mean de-de/a.md?'],
    [['fix', '../other'], 'There is no article at ../other.', 'Give files or folders'],
    [['fix', '--locale', 'de-at'], 'There is no locale "de-at"', 'de-de'],
  ])('%j', async (args, problem, hint) => {
    const folder = temporaryFolder(FILES);
    const { status, stderr } = await runInProcess(folder, args);
    expect(status).toBe(2);
    expect(stderr).toContain(problem);
    expect(stderr).toContain(hint);
    expect(read(folder, 'de-de/a.md')).toBe(BEFORE);
  });
});
