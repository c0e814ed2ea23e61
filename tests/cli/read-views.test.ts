import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { readViews } from '../../src/cli/desk/read-views.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { openContent } from '../../src/project/open-content.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { article } from './run-tool.ts';

function views(csv: string): Record<string, number> {
  const root = temporaryFolder({ 'de-de/guides/mail.md': article('de-DE', 'Post', 'Mail'), 'vi-vn/guides/mail.md': article('vi-VN', 'Thư', 'Mail'), 'vi-vn/other.md': article('vi-VN', 'Khác', 'Other'), 'site.yml': 'base: /help/\n', 'views.csv': csv });
  const map = openContent(createNodeHost(), { root, configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  return Object.fromEntries(readViews(join(root, 'views.csv'), map));
}

test.each([
  ['paths', 'page,views\nguides/mail.md,120\nother.md,5\n', { 'guides/mail.md': 120, 'other.md': 5 }],
  ['addresses of pages', 'https://example.com/help/de-de/guides/mail/?x=1,7\n/help/vi-vn/other/;2\n', { 'guides/mail.md': 7, 'other.md': 2 }],
  ['what a server writes', '/help/de-de/guides/mail/index.html,1\n/help/de-de/guides/mail.html,2\n', { 'guides/mail.md': 3 }],
  ['all locales together', '"/help/de-de/guides/mail/","Post","3"\r\n"/help/vi-vn/guides/mail/","Thư","4"\r\n', { 'guides/mail.md': 7 }],
  ['what is no article of ours stays apart', 'gone.md,1\n', { 'gone.md': 1 }],
])('%s', (_, csv, expected) => {
  expect(views(csv)).toEqual(expected);
});

test('a file without such lines, or that is not there, is told', () => {
  expect(() => views('page,views\n')).toThrow('has no line with a path and a number');
  expect(() => readViews('nowhere/views.csv', { slugs: new Map(), config: {} as never })).toThrow('nowhere/views.csv cannot be read: it does not exist');
});
