import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import { isLocaleFolder } from '../../src/project/site-config.ts';
import { openSite } from './open-site.ts';

const article = (...locales: string[]): Record<string, string> => Object.fromEntries(locales.map((locale) => [`${locale}/a.md`, 'A']));
const site = (yaml: string, ...locales: string[]) => openSite({ ...article(...locales), 'site.yml': yaml }).config;

function problem(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.hint}`;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

test.each([
  ['vi-vn', true],
  ['de', true],
  ['sr-Latn-RS', true],
  ['zh-hans', true],
  ['fil-PH', true],
  ['docs', false],
  ['media', false],
  ['src', false],
  ['img', false],
  ['en_us', false],
  ['x-private', false],
  ['de-1996-1996', false],
  ['', false],
])('folder %s is a locale: %s', (name, expected) => {
  expect(isLocaleFolder(name)).toBe(expected);
});

describe('without site.yml', () => {
  test.each([
    ['the source comes first', ['vi-vn', 'ar-sa'], ['en-us', 'ar-sa', 'vi-vn']],
    ['a source folder keeps its place', ['vi-vn', 'de-de', 'en-us'], ['de-de', 'en-us', 'vi-vn']],
    ['other folders', ['vi-vn', 'media'], ['en-us', 'vi-vn']],
    ['any letter case', ['VI-vn'], ['en-us', 'vi-vn']],
    ['only the source', ['en-us'], ['en-us']],
  ])('%s', (_, folders, expected) => {
    expect(openSite(article(...folders)).config.locales.map(({ id }) => id)).toEqual(expected);
  });

  test.each<[string, string[], Record<string, string>]>([
    ['repositories beside each other', ['docs.ja-jp', 'Docs-pr.de-DE', 'media'], { 'en-us': 'en-us', 'de-de': 'Docs-pr.de-DE', 'ja-jp': 'docs.ja-jp' }],
    ['with that of the source', ['docs', 'docs.sr-Latn-RS'], { 'en-us': 'docs', 'sr-latn-rs': 'docs.sr-Latn-RS' }],
    ['named as the others', ['docs.en-us', 'docs.ja-jp'], { 'en-us': 'docs.en-us', 'ja-jp': 'docs.ja-jp' }],
    ['folders of locales come first', ['docs.ja-jp', 'de-de'], { 'en-us': 'en-us', 'de-de': 'de-de' }],
  ])('%s', (_, folders, expected) => {
    expect(Object.fromEntries(openSite(article(...folders)).config.locales.map(({ id, folder }) => [id, folder]))).toEqual(expected);
  });

  test.each([
    ['/docs.de-de', { 'en-us': 'en-us', 'de-de': '.' }],
    ['/srv/docs-pr.de-DE/articles', { 'en-us': 'en-us', 'de-de': '.' }],
  ])('the content %s is a repository, or a part of one', (root, expected) => {
    const { config } = openSite({ [`${root}/guides/a.md`]: 'A' }, { root });
    expect(Object.fromEntries(config.locales.map(({ id, folder }) => [id, folder]))).toEqual(expected);
  });

  test('a folder without articles is no locale, whatever its name', () => {
    expect(openSite({ ...article('vi-vn'), 'ts/sample.ts': '1', 'io/a.png': '' }).config.locales.map(({ id }) => id)).toEqual(['en-us', 'vi-vn']);
  });

  test.each([
    ['tag', 'vi-VN'],
    ['dir', 'ltr'],
    ['folder', 'vi-vn'],
    ['script', 'Latn'],
  ] as const)('%s', (key, expected) => {
    expect(openSite(article('vi-vn')).config.locales[1]?.[key]).toBe(expected);
  });

  test('defaults', () => {
    expect(openSite(article('vi-vn')).config).toMatchObject({ base: '/', origin: undefined, sourceLocale: 'en-us', defaultLocale: 'en-us', missing: 'source', title: {}, checkPages: false });
  });

  test.each([
    ['no locale folder', { 'docs/a.md': 'A' }, /No locale folder.*docs.*locales: \[\{ tag: de-DE, dir: \. \}\]/],
    ['an article that says its language', { 'docs/a.md': '---\ntitle: A\nms.contentlocale: zh-CN\n---\n' }, /\[\{ tag: zh-CN, dir: \. \}\]" for a folder of one language/],
    ['a locale folder without articles', { 'de-de/a.png': '' }, /"de-de" holds no Markdown file/],
    ['repositories of several sets', article('docs.de-de', 'guides.de-de'), /several document sets: docs\.de-de, guides\.de-de\. Put those of one set/],
    ['two repositories of one locale', article('docs.de-de', 'docs-pr.de-DE'), /"docs-pr\.de-DE" and "docs\.de-de" are both that of the locale de-DE/],
    ['two folders of one locale', article('vi-vn', 'vi-VN'), /"vi-VN" and "vi-vn".*Put their files together/],
  ])('refuses %s', (_, files, message) => {
    expect(problem(() => openSite(files))).toMatch(message);
  });
});

describe('labels', () => {
  test.each([
    [['vi-vn'], ['English', 'Tiếng Việt']],
    [['de-de', 'ja-jp', 'ar-sa'], ['English', 'العربية', 'Deutsch', '日本語']],
    [['pt-br', 'pt-pt'], ['English', 'Português (Brasil)', 'Português (Portugal)']],
    [['zh-cn', 'zh-tw'], ['English', '中文（简体）', '中文（繁體）']],
    [['sr-cyrl-rs', 'sr-latn-rs'], ['English', 'Српски (ћирилица)', 'Srpski (latinica)']],
    [['zh-cn', 'zh-hk', 'zh-tw'], ['English', '中文（中国）', '中文（中國香港特別行政區）', '中文（台灣）']],
    [['en-gb'], ['English (United States)', 'English (United Kingdom)']],
  ])('%j', (folders, expected) => {
    expect(openSite(article(...folders)).config.locales.map(({ label }) => label)).toEqual(expected);
  });

  test('--locale changes no label', () => {
    expect(openSite(article('pt-br', 'pt-pt'), { locales: ['pt-br'] }).config.locales.map(({ label }) => label)).toEqual(['English', 'Português (Brasil)']);
  });
});

describe('locales of site.yml', () => {
  test('keep their order, with label and folder', () => {
    const { locales } = site('locales:\n- vi-VN\n- tag: ar-SA\n  label: عربي\n- tag: de\n  dir: ./docs/german/\n', 'vi-vn', 'ar-sa', 'docs/german');
    expect(locales.map(({ id, label, folder, dir }) => [id, label, folder, dir])).toEqual([
      ['en-us', 'English', 'en-us', 'ltr'],
      ['vi-vn', 'Tiếng Việt', 'vi-vn', 'ltr'],
      ['ar-sa', 'عربي', 'ar-sa', 'rtl'],
      ['de', 'Deutsch', 'docs/german', 'ltr'],
    ]);
  });

  test.each([
    ['a folder beside the content', '../translations/de'],
    ['an absolute path', '/translations/de'],
  ])('%s', (_, dir) => {
    const map = openSite({ 'vi-vn/a.md': 'A', '/translations/de/b.md': 'B', 'site.yml': `locales: [vi-VN, {tag: de-DE, dir: ${dir}}]` });
    expect(map.config.locales[2]?.folder).toBe('../translations/de');
    expect(map.paths).toEqual(['a.md', 'b.md']);
  });

  test('the content root and a folder in it', () => {
    const map = openSite({ 'a.md': 'A', 'guides/b.md': 'B', 'de/a.md': 'C', 'site.yml': 'sourceLocale: en\nlocales: [{tag: en, dir: .}, de]' });
    expect([...map.inventory.locales.values()].map(({ articles }) => articles)).toEqual([['a.md', 'guides/b.md'], ['a.md']]);
  });

  test('a folder inside that of another locale', () => {
    const map = openSite({ 'docs/a.md': 'A', 'docs/de/b.md': 'B', 'site.yml': 'locales: [{tag: en-US, dir: docs}, {tag: de, dir: docs/de}]' });
    expect([...map.inventory.locales.values()].map(({ articles }) => articles)).toEqual([['a.md'], ['b.md']]);
  });

  test.each([
    ['invalid tag', 'missing: hide\nlocales:\n- vi-VN\n- german\n', /^site\.yml:4: "german" under "locales" is not a language tag\. Write a BCP 47 tag/],
    ['underscore', 'locales: [vi_VN]', /site\.yml:1: "vi_VN"/],
    ['a tag that only looks like one', 'locales: [de-1996-1996]', /is not a language tag/],
    ['invalid source', '\nsourceLocale: english', /^site\.yml:2: "english" under "sourceLocale"/],
    ['folder that does not exist', 'locales:\n- vi-VN\n- tag: de-DE\n  dir: german', /^site\.yml:3: the folder "german" of the locale de-DE does not exist/],
    ['folder with a near name', 'locales:\n- vi-VN\n- vi', /site\.yml:3: the folder "vi".*Did you mean "vi-vn"\? Set it with "dir"\./],
    ['listed twice', 'locales: [vi-VN, vi-vn]', /vi-vn is listed twice/],
    ['one folder for two', 'locales: [vi-VN, {tag: de, dir: vi-vn}]', /vi-VN and de have the same folder "vi-vn"/],
    ['default that is no locale', 'missing: hide\ndefaultLocale: vi-nv', /^site\.yml:2: "defaultLocale" is vi-nv, which is not a locale of this site\. Did you mean "vi-vn"\?/],
    ['title of no locale', 'title:\n  en-US: Help\n  vi: Giúp', /^site\.yml:3: "title" is given for vi, .* Did you mean "vi-vn"\?/],
  ])('refuses: %s', (_, yaml, message) => {
    expect(problem(() => site(yaml, 'vi-vn'))).toMatch(message);
  });

  test('an empty source folder need not exist', () => {
    expect(site('locales: [en-US, vi-VN]', 'vi-vn').locales.map(({ id }) => id)).toEqual(['en-us', 'vi-vn']);
  });

  test('a locale folder that leads out of the content is refused', () => {
    expect(problem(() => openSite({ ...article('vi-vn'), 'site.yml': 'locales: [vi-VN, de-DE]' }, { refused: [{ path: 'de-de', reason: 'outside' }] }))).toMatch(/folder "de-de"/);
  });

  test('a configuration that leads out of the content is refused', () => {
    expect(problem(() => openSite(article('vi-vn'), { refused: [{ path: 'site.yml', reason: 'outside' }] }))).toMatch(/site\.yml cannot be read: it is a link that leads out/);
  });
});

describe('--locale', () => {
  test.each([
    ['one', ['vi-vn'], ['en-us', 'vi-vn']],
    ['any case', ['VI-VN'], ['en-us', 'vi-vn']],
    ['two', ['vi-vn', 'ar-sa'], ['en-us', 'ar-sa', 'vi-vn']],
  ])('%s', (_, locales, expected) => {
    expect(openSite(article('vi-vn', 'ar-sa', 'de-de'), { locales }).config.locales.map(({ id }) => id)).toEqual(expected);
  });

  test('a locale that is not there', () => {
    expect(problem(() => openSite(article('vi-vn'), { locales: ['vi'] }))).toMatch(/no locale "vi".*Did you mean "vi-vn"/);
  });

  test('without the default locale, another one is recommended', () => {
    expect(openSite({ ...article('vi-vn', 'de-de'), 'site.yml': 'defaultLocale: vi-vn' }, { locales: ['de-de'] }).config.defaultLocale).toBe('de-de');
  });
});

describe('address', () => {
  test.each([
    [undefined, '', '/', undefined],
    [undefined, 'url: https://help.example.com', '/', 'https://help.example.com'],
    [undefined, 'url: https://help.example.com/docs', '/docs/', 'https://help.example.com'],
    [undefined, 'url: https://help.example.com/docs\nbase: /v2', '/v2/', 'https://help.example.com'],
    [undefined, 'base: help', '/help/', undefined],
    ['/help/', '', '/help/', undefined],
    ['help', 'url: https://help.example.com/docs', '/help/', 'https://help.example.com'],
    ['/', 'url: https://help.example.com/docs', '/', 'https://help.example.com'],
    ['https://a.example/b/', 'url: https://help.example.com/docs', '/b/', 'https://a.example'],
    ['/hilfe-ü/', '', '/hilfe-%C3%BC/', undefined],
  ])('--base %s with %j', (base, yaml, path, origin) => {
    expect(openSite({ ...article('vi-vn'), 'site.yml': yaml }, { base }).config).toMatchObject({ base: path, origin });
  });

  test.each(['ftp://x/', 'javascript:alert(1)', 'http://', '../up', '/a/../b', '//evil.example/', '/a b/', '/a?b', '/"x/'])('refuses --base %s', (base) => {
    expect(problem(() => openSite(article('vi-vn'), { base }))).toMatch(/^--base is/);
  });
});
