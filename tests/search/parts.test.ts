import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSearchIndex } from '../../src/host/search-index.ts';
import { serveFolder } from '../../src/host/serve-folder.ts';
import { indexPart, indexParts, type SearchRecord } from '../../src/model/search.ts';
import { openSearch, type Pagefind, type SearchSite } from '../../src/site/client/search-site.ts';
import { article, pair } from '../cli/run-tool.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { firstResults } from '../support/search-results.ts';

/** More than one part takes. */
const ARTICLES = 1040;
const folder = mkdtempSync(join(tmpdir(), 'interlinear-parts-'));
const file = (at: number): string => `n${at}.md`;
const urlOf = (at: number): string => `/vi-vn/n${at}/`;
const write = (at: number, words = `chương${at}x`): void => writeFileSync(join(folder, 'content/vi-vn', file(at)), `${article('vi-VN', `Bài ${at}`, `Text ${at}`)}\n${pair(words, `chapter${at}x`, 102)}\n`);
const build = (out: string, ...options: readonly string[]): ReturnType<typeof runInProcess> => runInProcess(folder, ['build', '--out', out, ...options]);

beforeAll(async () => {
  mkdirSync(join(folder, 'content/vi-vn'), { recursive: true });
  writeFileSync(join(folder, 'content/site.yml'), 'title: Help\nsourceLocale: en-us\n');
  for (let at = 0; at < ARTICLES; at++) write(at);
  expect(await build('dist')).toMatchObject({ status: 0 });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a part holds 750 pages at most, on an average, and a page keeps its part whatever pages there are', () => {
  expect([0, 1, 750, 751, 2923].map(indexParts)).toEqual([1, 1, 1, 2, 4]);
  const counts = [0, 0, 0, 0];
  for (let at = 0; at < 2923; at++) counts[indexPart(file(at), 4)]! += 1;
  expect(Math.min(...counts)).toBeGreaterThan(2923 / 4 / 2);
});

test('what stands in any part is found, in both languages, the best first', async () => {
  const [first, second] = [0, 1].map((part) => Array.from({ length: ARTICLES }, (_, at) => at).find((at) => indexPart(file(at), 2) === part) ?? -1);
  const server = await serveFolder({ folder: join(folder, 'dist'), base: undefined, port: 0, host: '127.0.0.1' });
  try {
    const site = await open(server.url, 'vi-vn');
    for (const at of [first, second]) {
      expect(await find(site, `chương${at}x`)).toEqual([[urlOf(at ?? 0), undefined]]);
      expect(await find(site, `chapter${at}x`)).toEqual([[urlOf(at ?? 0), 'original']]);
    }
    const all = await firstResults(site.search('bài', ''), ARTICLES);
    expect(new Set(all.map(({ url }) => url.replace(/#.*/, ''))).size).toBe(ARTICLES);
  } finally {
    server.close();
  }
});

test("the index of the originals is loaded when the reader's own has no more, or ahead", async () => {
  const server = await serveFolder({ folder: join(folder, 'dist'), base: undefined, port: 0, host: '127.0.0.1' });
  const loaded: string[] = [];
  const opened = (): Promise<SearchSite> => {
    loaded.length = 0;
    return open(server.url, 'vi-vn', loaded);
  };
  try {
    const site = await opened();
    const results = site.search('bài', '');
    expect(await results.next(10)).toHaveLength(10);
    expect(loaded).toEqual(['vi-vn']);
    expect(new Set((await results.next(ARTICLES)).map(({ mark }) => mark))).toEqual(new Set([undefined]));
    expect(loaded).toEqual(['vi-vn']);
    expect(await results.next(10)).toEqual([]);
    expect(loaded).toEqual(['vi-vn', 'en-us']);
    await (await opened()).loadOriginals();
    expect(loaded).toEqual(['vi-vn', 'en-us']);
  } finally {
    server.close();
  }
});

test('what all parts share is there once', () => {
  const names = (part: string): string[] => readdirSync(join(folder, 'dist/search/vi-vn', part)).filter((name) => /^(?:pagefind(?:-worker)?\.js|wasm)/.test(name));
  expect(names('').length).toBe(3);
  expect(names('1')).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, 'dist/search/vi-vn/site.json'), 'utf8')).indexes).toMatchObject([{ locale: 'vi-vn', parts: 2 }, { locale: 'en-us', parts: 2 }]);
});

test('short pages share the files of their texts', () => {
  expect(readdirSync(join(folder, 'dist/search/vi-vn'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pf_fragment')).length).toBeLessThan(ARTICLES / 8 + 4);
});

test('long pages have files of their own, and what a word loads is small', async () => {
  const record = (at: number): SearchRecord => ({ locale: 'vi-vn', part: 0, slug: `long${at}/`, language: 'vi', title: `Long ${at}`, section: '', text: Array.from({ length: 3000 }, (_, word) => `w${(at * 7919 + word * 31) % 40_000}`).join(' ') });
  const index = createSearchIndex();
  try {
    await index.add(Array.from({ length: 20 }, (_, at) => record(at)));
    const [made] = await index.write(join(folder, 'long'));
    const sizes = (ending: string): number[] => (made?.written ?? []).filter(({ path }) => path.endsWith(ending)).map(({ size }) => size);
    expect(sizes('.pf_fragment').length).toBe(20);
    expect(Math.max(...sizes('.pf_index'))).toBeLessThan(sizes('.pf_index').reduce((sum, size) => sum + size) / 8);
  } finally {
    await index.close();
  }
});

test('a part that was begun is what it would be otherwise, whether what was expected comes or not', async () => {
  const record = (at: number, words = `chương${at}`): SearchRecord => ({ locale: 'vi-vn', part: 0, slug: `begun${at}/`, language: 'vi', title: `Bài ${at}`, section: '', text: `Bài ${at} ${words}` });
  const had = Array.from({ length: 300 }, (_, at) => record(at));
  const edited = had.with(200, record(200, 'nhà ga'));
  const make = async (out: string, records: readonly SearchRecord[], begin?: readonly SearchRecord[]): Promise<unknown> => {
    const index = createSearchIndex();
    try {
      if (begin) await index.begin(begin);
      await index.add(records);
      return await index.write(join(folder, out));
    } finally {
      await index.close();
    }
  };
  const plain = await make('plain', edited);
  expect(await make('foreseen', edited, had)).toEqual(plain);
  expect(await make('unchanged', edited, edited)).toEqual(plain);
  expect(await make('several', edited, had.with(3, record(3, 'nhà hàng')).with(200, { ...record(200), title: 'Khác', section: 'mục/' }).with(299, record(299, '')))).toEqual(plain);
  expect(await make('moved', edited, had.toReversed())).toEqual(plain);
  expect(await make('too-much', edited, [...edited, record(300)])).toEqual(plain);
  expect(await make('fewer', edited, had.slice(0, 100))).toEqual(plain);
  expect(await make('other-part', edited, had.map((one) => ({ ...one, part: 1 })))).toEqual(plain);
});

test('a part that was made ahead is used if it is right, and leaves nothing behind if not', async () => {
  const record = (at: number, words = `chương${at}`): SearchRecord => ({ locale: 'vi-vn', part: 0, slug: `ahead${at}/`, language: 'vi', title: `Bài ${at}`, section: '', text: `Bài ${at} ${words}` });
  const had = Array.from({ length: 300 }, (_, at) => record(at));
  const site = join(folder, 'ahead-before');
  const index = createSearchIndex();
  await index.add(had);
  const before = (await index.write(site)).flatMap(({ written }) => written.map(({ path }) => path));
  await index.close();
  const make = async (out: string, records: readonly SearchRecord[], foreseen?: SearchRecord): Promise<unknown> => {
    const index = createSearchIndex();
    try {
      await index.begin(had);
      if (foreseen) index.foresee(foreseen, join(folder, out), before);
      await index.add(records);
      const made = await index.write(join(folder, out), before);
      return [made, [...filesBelow(out).keys()].map((path) => [path, readFileSync(join(folder, out, path)).toString('base64')])];
    } finally {
      await index.close();
    }
  };
  const right = record(200, 'nhà ga');
  const edited = had.with(200, right);
  const plain = await make('ahead-plain', edited);
  expect(await make('ahead-right', edited, right)).toEqual(plain);
  expect(await make('ahead-other-words', edited, record(200, 'nhà hàng'))).toEqual(plain);
  expect(await make('ahead-other-page', edited, record(3, 'nhà ga'))).toEqual(plain);
  expect(await make('ahead-no-page', edited, record(300, 'nhà ga'))).toEqual(plain);
  expect(await make('ahead-other-part', edited, { ...right, part: 1 })).toEqual(plain);
  expect(await make('ahead-more', [...edited, record(300)], right)).toEqual(await make('ahead-more-plain', [...edited, record(300)]));
});

test('what was made ahead and is not wanted goes', async () => {
  const had = Array.from({ length: 30 }, (_, at): SearchRecord => ({ locale: 'vi-vn', part: 0, slug: `drop${at}/`, language: 'vi', title: `Bài ${at}`, section: '', text: `chương${at}` }));
  const out = join(folder, 'dropped');
  const index = createSearchIndex();
  try {
    await index.begin(had);
    index.foresee({ ...(had[3] as SearchRecord), text: 'nhà ga' }, out, []);
    await index.drop();
    expect(readdirSync(out)).toEqual([]);
  } finally {
    await index.close();
  }
});

test('an edit makes its part anew and leaves the others, with the bytes of a new build', async () => {
  const edited = 7;
  const part = indexPart(file(edited), 2);
  const before = filesBelow('dist/search');
  write(edited, 'nhà ga');
  expect(await build('dist')).toMatchObject({ status: 0 });
  const after = filesBelow('dist/search');
  const changed = [...after].filter(([path, time]) => before.get(path) !== time).map(([path]) => path);
  expect(changed.length).toBeGreaterThan(0);
  const own = part === 0 ? /^vi-vn\/(?!1\/)/ : /^vi-vn\/1\//;
  expect(changed.filter((path) => !own.test(path) && !/^vi-vn\/(?:site|titles-\d+)\.json$/.test(path))).toEqual([]);
  expect(await build('clean', '--no-cache')).toMatchObject({ status: 0 });
  const [made, clean] = ['dist', 'clean'].map((out) => [...filesBelow(out).keys()]);
  expect(made).toEqual(clean);
  for (const path of clean ?? []) expect(readFileSync(join(folder, 'dist', path)).equals(readFileSync(join(folder, 'clean', path))), path).toBe(true);
});

/** When each file was last written, by path below a folder of the test. */
function filesBelow(name: string): Map<string, number> {
  const entries = readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(join(folder, name).length + 1), statSync(path).mtimeMs]));
}

async function find(site: SearchSite, query: string): Promise<readonly (readonly [string, string | undefined])[]> {
  return (await firstResults(site.search(query, ''), 10)).map(({ url, mark }) => [url.replace(/#.*/, ''), mark]);
}

/** `loaded` receives the locales whose index was loaded. */
function open(url: string, locale: string, loaded: string[] = []): Promise<SearchSite> {
  return openSearch({ folder: `${url}search/`, locale, home: `/${locale}/` }, (script): Promise<Pagefind> => {
    const { pathname, hash } = new URL(script);
    loaded.push(hash.slice(1) || locale);
    return import(`${pathToFileURL(join(folder, 'dist', pathname)).href}${hash}`);
  });
}
