import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { uiFor } from '../../src/views/ui.ts';
import { uiLanguages } from '../../src/views/ui-strings/index.ts';
import type { PluralText, UiStrings } from '../../src/views/ui-strings/ui-strings.ts';

const languages: readonly [string, UiStrings][] = Object.entries(uiLanguages);
const english = uiLanguages.en;

describe.each(languages)('%s', (lang, strings) => {
  test('has every text, none of them empty', () => {
    expect(Object.keys(strings).sort()).toEqual(Object.keys(english).sort());
    for (const text of Object.values(strings).flatMap((value: string | PluralText) => (typeof value === 'string' ? [value] : Object.values(value)))) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      expect(text).not.toMatch(/\{(?!n\}|date\}|done\})/);
    }
  });

  test('has every plural form of its language', () => {
    const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    for (const value of Object.values(strings)) {
      if (typeof value === 'string') continue;
      expect(Object.keys(value).sort()).toEqual([...categories].sort());
      expect(value.other).toContain('{n}');
    }
  });

  test('puts the date where the date belongs', () => {
    for (const key of ['last-updated', 'machine-date'] as const) expect(strings[key].split('{date}')).toHaveLength(2);
  });
});

test('every file of the folder is in use', () => {
  const files = readdirSync(new URL('../../src/views/ui-strings/', import.meta.url)).filter((name) => name !== 'index.ts' && name !== 'ui-strings.ts');
  expect(languages.map(([lang]) => `${lang.toLowerCase()}.ts`).sort()).toEqual(files.sort());
});

test.each([
  ['vi-VN', 'vi'], ['zh-CN', 'zh-Hans'], ['zh-TW', 'zh-Hant'], ['zh-HK', 'zh-Hant'], ['sr-Latn-RS', 'sr-Latn'], ['pt-PT', 'pt-BR'],
  ['sr-Cyrl-RS', 'en'], ['fi-FI', 'en'], ['en-GB', 'en'],
])('%s reads the interface in %s', (tag, lang) => {
  expect(uiFor({ tag })).toMatchObject({ lang, foreign: lang === 'en' && !tag.startsWith('en') });
});

test.each([
  ['en-US', 1, '1 article'], ['en-US', 2923, '2,923 articles'], ['de-DE', 2923, '2.923 Artikel'], ['ru-RU', 3, '3 статьи'], ['ru-RU', 11, '11 статей'],
  ['ar-SA', 2, 'مقالتان'], ['ar-SA', 3, '٣ مقالات'], ['ja-JP', 1, '1 件の記事'], ['fi-FI', 2923, '2,923 articles'],
])('%s counts %i', (tag, count, expected) => {
  expect(uiFor({ tag }).plural('article-count', count)).toBe(expected);
});

test.each([
  ['vi-VN', '12 tháng 3, 2021'], ['ja-JP', '2021年3月12日'], ['de-DE', '12. März 2021'], ['ar-SA', '١٢ مارس ٢٠٢١'], ['en-US', 'March 12, 2021'],
])('%s writes a day', (tag, expected) => {
  expect(uiFor({ tag }).date('2021-03-12')).toBe(expected);
});

test('what is no day is shown as it is', () => {
  expect(uiFor({ tag: 'en' }).date('soon')).toBe('soon');
});
