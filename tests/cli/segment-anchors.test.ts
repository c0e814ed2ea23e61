import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { pair } from './run-tool.ts';

const frontmatter = (title: string): string => `---\ntitle: ${title}\n---\n`;
const [OPEN, CLOSE] = ['Open the lid.', 'Close it again.'];

/** The German translation has the two sentences as one merged paragraph. */
const CONTENT = {
  'content/vi-vn/a.md': `${frontmatter('Nắp')}${pair('Nắp.', 'The lid.', 102)} ${pair('Mở nắp.', OPEN, 103)} ${pair('Đóng lại.', CLOSE, 104)}\n`,
  'content/de-de/a.md': `${frontmatter('Deckel')}${pair('Der Deckel.', 'The lid.', 102)} ${pair('Öffnen und schließen Sie den Deckel.', `${OPEN} ${CLOSE}`, 103).replaceAll('-103', '-p101')}\n`,
};

test.each([
  ['a sentence', '#s102', true],
  ['a sentence that is part of a merged one', '#s104', true],
  ['the merged one by its own ordinal, which is no anchor', '#p101', false],
  ['a sentence that is not there', '#s109', false],
])('a link to %s', async (_, anchor, found) => {
  const link = `${frontmatter('B')}${pair(`[Nach](a.md${anchor})`, `[After](a.md${anchor})`, 101)}\n`;
  const folder = temporaryFolder({ ...CONTENT, 'content/vi-vn/b.md': link, 'content/de-de/b.md': link });
  const { stdout } = await runInProcess(folder, ['validate', '--format', 'json', '--fail-on', 'never']);
  expect([...stdout.matchAll(/"rule": ?"anchor-missing"/g)]).toHaveLength(found ? 0 : 2);
  // The pages say the same.
  const built = await runInProcess(folder, ['build', '--strict', '--fail-on', 'never', '--no-search']);
  expect([built.stdout.includes('anchor-missing'), built.status]).toEqual([!found, found ? 0 : 1]);
}, 120_000);
