import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseHistory, recordStatus } from '../../src/project/status-history.ts';
import { statusToCsv } from '../../src/report/status-text.ts';
import { countWords } from '../../src/text/count-words.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair } from './run-tool.ts';

const FILES = {
  'content/vi-vn/a.md': article('vi-VN', 'Chào', 'Hello'),
  'content/vi-vn/guides/b.md': `${article('vi-VN', 'Tên', 'My name')}\n${pair('', 'It is **not** [here](x.md).', 102)}\n`,
  'content/de-de/a.md': article('de-DE', 'Hallo', 'Hello').replace('translationtype: MT', 'translationtype: HT'),
};
const NONE = { articles: 0, translated: 0, segments: 0, words: 0, machine: 0, human: 0, reviewed: 0, stale: 0, findings: { error: 0, warning: 0, info: 0 } };

test('counts per locale and section', async () => {
  const { status, stdout } = await runInProcess(temporaryFolder(FILES), ['status', '--format', 'json']);
  expect(status).toBe(0);
  const { locales } = JSON.parse(stdout);
  expect(locales).toMatchObject([
    { locale: 'de-de', articles: 2, translated: 1, segments: 1, words: 1, machine: 0, human: 1, reviewed: 0, stale: 0, sections: [{ section: '', articles: 1, translated: 1 }, { section: 'guides', articles: 1, translated: 0, findings: { warning: 1 } }] },
    { locale: 'vi-vn', articles: 2, translated: 2, segments: 3, words: 7, machine: 2, human: 0, findings: { error: expect.any(Number) }, sections: [{ section: '', words: 1 }, { section: 'guides', words: 6, segments: 2 }] },
  ]);
});

test('with what an earlier run has left, it says the same', async () => {
  const folder = temporaryFolder(FILES);
  const counts = async (...more: string[]): Promise<string> => (await runInProcess(folder, ['status', '--format', 'json', ...more])).stdout;
  const first = await counts();
  expect(existsSync(join(folder, '.interlinear/records'))).toBe(true);
  expect(await counts()).toBe(first);
  writeFileSync(join(folder, 'content/de-de/a.md'), article('de-DE', 'Hallo', 'Hello'));
  expect(await counts()).not.toBe(first);
  expect(await counts()).toBe(await counts('--no-cache'));
});

test('a table for the terminal, and CSV', async () => {
  const folder = temporaryFolder(FILES);
  expect((await runInProcess(folder, ['status'])).stdout).toMatch(/^locale .*\nde-de +2 +1 50% /);
  expect((await runInProcess(folder, ['status', '--format', 'csv'])).stdout.split('\r\n').slice(0, 3)).toEqual(['locale,section,articles,translated,segments,words,machine,human,reviewed,stale,errors,warnings,info', 'de-de,,2,1,1,1,0,1,0,0,0,1,0', 'de-de,/,1,1,1,1,0,1,0,0,0,0,0']);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['a,b', '"a,b"'],
  ['=a"b', `"'=a""b"`],
  ['guides', 'guides'],
])('CSV: %s is text', (section, cell) => {
  const csv = statusToCsv({ locales: [{ ...NONE, locale: 'de-de', sections: [{ ...NONE, section }] }] });
  expect(csv.split('\r\n')[2]).toBe(`de-de,${cell},0,0,0,0,0,0,0,0,0,0,0`);
});

test('--record adds a line a day', async () => {
  const folder = temporaryFolder(FILES);
  await runInProcess(folder, ['status', '--record']);
  await runInProcess(folder, ['status', '--record', '--locale', 'vi-vn']);
  const { records, damaged } = parseHistory(readFileSync(join(folder, 'interlinear-history.jsonl'), 'utf8'));
  expect(damaged).toBe(0);
  expect(records).toMatchObject([{ date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), locales: { 'vi-vn': { translated: 2 } } }]);
  const other = temporaryFolder(FILES);
  await runInProcess(other, ['status']);
  expect(existsSync(join(other, 'interlinear-history.jsonl'))).toBe(false);
});

describe('the history', () => {
  const line = (date: string): string => `${JSON.stringify({ date, locales: { 'de-de': NONE } })}\n`;
  test('is read oldest first; damaged lines are counted', () => {
    const { records, damaged } = parseHistory(`${line('2026-02-01')}{"date":\n${line('2026-01-01')}{"date":"x","locales":{}}\n`);
    expect([records.map(({ date }) => date), damaged]).toEqual([['2026-01-01', '2026-02-01'], 2]);
  });
  test('keeps what it cannot read', () => {
    const text = recordStatus(`<<<<<<<\n${line('2026-02-01')}`, { locales: [{ ...NONE, locale: 'de-de', sections: [] }] }, '2026-02-01', 'abc');
    expect(text).toBe(`<<<<<<<\n${JSON.stringify({ date: '2026-02-01', commit: 'abc', locales: { 'de-de': NONE } })}\n`);
  });
});

test.each([
  ['', 0],
  ['See **the** [page](a/b/c.md).', 3],
  ['<b>don’t</b> stop', 2],
  ['これは本です。', 4],
  ['&nbsp;a&amp;b', 2],
])('words of %j', (text, count) => expect(countWords(text, new Intl.Segmenter('ja', { granularity: 'word' }))).toBe(count));

test('a mistyped format', async () => {
  expect(await runInProcess(temporaryFolder(FILES), ['status', '--format', 'cvs'])).toMatchObject({ status: 2, stderr: expect.stringContaining('Did you mean "csv"?') });
});
