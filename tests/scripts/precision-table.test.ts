import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withPrecision } from '../../scripts/precision-table.ts';
import precision from '../../src/checks/precision.json' with { type: 'json' };
import { PROJECT } from '../support/run-cli.ts';

const files = globSync('content/*/quality/precision.md', { cwd: PROJECT }).sort();

test('the help has the table in all locales that are translated', () => expect(files).toHaveLength(4));

test.each(files)('%s has the counts of precision.json', (file) => {
  const text = readFileSync(join(PROJECT, file), 'utf8');
  expect(text).toBe(withPrecision(text));
  expect(text.match(/^\| `[a-z-]+` \|/gm)).toHaveLength(Object.keys(precision).length);
});

test('rows are put in the place of rows, and nothing else changes', () => {
  const before = '| Rule | `ar-sa` |\n| --- | ---: |\n';
  const after = '\nText | `name-missing` |\n';
  const text = withPrecision(`${before}| \`old\` | 1 |\n| \`older\` | 2 |\n${after}`);
  expect(text.startsWith(`${before}| \`alt-text-untranslated\` |  | 0 |`)).toBe(true);
  expect(text.endsWith(` |\n${after}`)).toBe(true);
  expect(text).not.toContain('`old`');
});
