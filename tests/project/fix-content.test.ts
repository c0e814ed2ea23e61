import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { fixFamilies, type FixedFile, type FixOptions } from '../../src/project/fix-content.ts';
import { openContent } from '../../src/project/open-content.ts';
import { expandPairs } from '../checks/expand-pairs.ts';
import { memoryHost } from './memory-host.ts';

const ALL: FixOptions = { rules: [], files: [] };

function fixed(files: Readonly<Record<string, string>>, options: FixOptions = ALL): FixedFile[] {
  const host = memoryHost(Object.fromEntries(Object.entries(files).map(([path, text]) => [`/content/${path}`, expandPairs(text)])));
  const map = openContent(host, { root: '/content', configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  const result = fixFamilies(host, map, map.paths, options);
  expect(host.written.size).toBe(0);
  return result;
}

const afters = (files: readonly FixedFile[]): (readonly [string, string])[] => files.map(({ file, after }) => [file, after]);

describe('what is fixed', () => {
  test.each([
    ['German, with a byte order mark and CRLF', 'de-de', '\uFEFF⟦Öffnen  Sie  die Datei .⟧⟪Open the file.⟫\r\n', '\uFEFF⟦Öffnen Sie die Datei.⟧⟪Open the file.⟫\r\n'],
    ['Arabic, after bold', 'ar-sa', '⟦افتح **الملف** , ثم أغلقه?⟧⟪Open **the file**, then close it?⟫', '⟦افتح **الملف**، ثم أغلقه؟⟧⟪Open **the file**, then close it?⟫'],
    ['Chinese', 'zh-cn', '⟦打开文件, 然后关闭.⟧⟪Open the file, then close it.⟫', '⟦打开文件，然后关闭。⟧⟪Open the file, then close it.⟫'],
    ['French', 'fr-fr', '⟦Ouvrez « Envoyer » ?⟧⟪Open Send?⟫', '⟦Ouvrez «\u00A0Envoyer\u00A0»\u202F?⟧⟪Open Send?⟫'],
    ['blanks before a mark', 'vi-vn', '⟦Mở tệp   .⟧⟪Open the file.⟫', '⟦Mở tệp.⟧⟪Open the file.⟫'],
    ['a table and a list', 'ru-ru', '| ⟦Файл  один⟧⟪File one⟫ |\n|---|\n\n- ⟦Файл .⟧⟪File.⟫', '| ⟦Файл один⟧⟪File one⟫ |\n|---|\n\n- ⟦Файл.⟧⟪File.⟫'],
  ])('%s', (_, locale, before, after) => {
    expect(afters(fixed({ [`${locale}/a.md`]: before }))).toEqual([[`${locale}/a.md`, expandPairs(after)]]);
  });

  test('is counted by rule', () => {
    const [file] = fixed({ 'de-de/a.md': '⟦Eins  zwei  drei .⟧⟪One two three.⟫' });
    expect(file?.fixed).toEqual({ 'double-space': 2, 'space-before-punctuation': 1 });
  });

  test('is fixed once: the result has nothing left', () => {
    const [file] = fixed({ 'de-de/a.md': '⟦Eins  zwei   .⟧⟪One two.⟫' });
    expect(fixed({ 'de-de/a.md': file?.after ?? '' })).toEqual([]);
  });
});

describe('what is not', () => {
  test.each([
    ['sources and what stands outside the pairs', 'a  b .\n\n⟦Eins.⟧⟪One  .⟫'],
    ['code', '⟦`a  b` und `c .`⟧⟪`a  b` and `c .`⟫'],
    ['what a comment silences', '<!-- interlinear-ignore double-space: poetry -->\n⟦Eins  zwei⟧⟪One two⟫'],
    ['a blank that Markdown needs', '⟦Eins\\\nzwei⟧⟪One\\\ntwo⟫'],
  ])('%s', (_, text) => expect(fixed({ 'de-de/a.md': text })).toEqual([]));

  test('other rules and other files', () => {
    const files = { 'de-de/a.md': '⟦Eins  zwei .⟧⟪One two.⟫', 'de-de/b/c.md': '⟦Eins  zwei .⟧⟪One two.⟫', 'vi-vn/a.md': '⟦Một  hai .⟧⟪One two.⟫' };
    expect(afters(fixed(files, { rules: ['double-space'], files: ['de-de/b'] }))).toEqual([['de-de/b/c.md', expandPairs('⟦Eins zwei .⟧⟪One two.⟫')]]);
    expect(fixed(files, { rules: [], files: ['de-de/a.m'] })).toEqual([]);
  });
});

test('files come in one order', () => {
  const files = { 'vi-vn/a.md': '⟦Một  hai⟧⟪One two⟫', 'ar-sa/a.md': '⟦واحد  اثنان⟧⟪One two⟫', 'de-de/a.md': '⟦Eins  zwei⟧⟪One two⟫' };
  expect(afters(fixed(files)).map(([file]) => file)).toEqual(['ar-sa/a.md', 'de-de/a.md', 'vi-vn/a.md']);
});
