import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair } from './run-tool.ts';

const page = (body: string): string => `<!doctype html><html lang="en" dir="ltr"><head><title>A</title><link rel="canonical" href="/"></head><body>${body}</body></html>`;
const SOUND = { 'dist/index.html': page('<p id="x"><a href="#x">X</a>') };
const BROKEN = { ...SOUND, 'dist/index.html': page('<a href="/gone/">A</a><a href="#y">B</a>') };
const DETOUR = { ...SOUND, 'dist/index.html': page('<a href="/a">A</a>'), 'dist/a/index.html': page('') };

describe('check-site', () => {
  test.each([
    ['a sound site', SOUND, [], 0],
    ['broken links', BROKEN, [], 1],
    ['broken links that are allowed', BROKEN, ['--fail-on', 'never'], 0],
    ['a detour', DETOUR, [], 0],
    ['a detour that is not allowed', DETOUR, ['--fail-on', 'warning'], 1],
    ['another folder', { 'out/index.html': SOUND['dist/index.html'] }, ['--out', 'out'], 0],
  ])('%s', async (_, files, args, expected) => {
    expect((await runInProcess(temporaryFolder(files), ['check-site', ...args])).status).toBe(expected);
  });

  test('says what, where and how often', async () => {
    const { stdout } = await runInProcess(temporaryFolder(BROKEN), ['check-site']);
    expect(stdout).toBe(`error anchor-missing (1)
  The link to #y leads to a place that the page does not have.
    index.html

error link-broken (1)
  The link to /gone/ leads to nothing on this site.
    index.html

1 page checked: 2 errors, 0 warnings.
`);
    expect((await runInProcess(temporaryFolder(SOUND), ['check-site'])).stdout).toBe('1 page checked: nothing is wrong.\n');
  });

  test('for programs', async () => {
    const { stdout, status } = await runInProcess(temporaryFolder(BROKEN), ['check-site', '--format', 'json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      tool: 'interlinear', pages: 1, summary: { error: 2, warning: 0, byRule: { 'anchor-missing': 1, 'link-broken': 1 } },
      findings: [{ rule: 'anchor-missing', severity: 'error', file: 'index.html', about: '#y' }, { rule: 'link-broken', about: '/gone/' }],
    });
  });

  test('the base is the one that the site was built for', async () => {
    const facts = (base: string) => ({ 'dist/interlinear.json': JSON.stringify({ generator: 'interlinear', base }), 'dist/index.html': page('<a href="/pricing/">A</a>').replace('href="/"', 'href="/help/"') });
    expect((await runInProcess(temporaryFolder(facts('/help/')), ['check-site'])).status).toBe(0);
    expect((await runInProcess(temporaryFolder(facts('/')), ['check-site', '--base', 'https://a.example/help'])).status).toBe(0);
    expect((await runInProcess(temporaryFolder(facts('/')), ['check-site'])).status).toBe(1);
  });

  test.each([
    [[], 'There is no site in dist.', 'Run `interlinear build` first'],
    [['--out', 'empty'], 'There is no page in empty.', '--out'],
    [['--format', 'sarif'], 'writes no report as "sarif"', 'pretty, json'],
    [['--fail-on', 'x'], '--fail-on takes no "x"', 'Allowed'],
  ])('%j is refused with 2', async (args, message, hint) => {
    const { status, stdout, stderr } = await runInProcess(temporaryFolder({ 'empty/a.txt': '' }), ['check-site', ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});

describe('build --strict', () => {
  const OLD = { 'dist/interlinear.json': '{"generator":"interlinear","base":"/"}', 'dist/index.html': 'old' };
  const CONTENT = { 'content/vi-vn/a.md': article('vi-VN', 'Chào', 'Hello'), 'content/de-de/a.md': article('de-DE', 'Hallo', 'Hello') };

  test('publishes what is sound', async () => {
    const folder = temporaryFolder({ ...OLD, ...CONTENT });
    expect((await runInProcess(folder, ['build', '--strict', '--no-search'])).status).toBe(0);
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).not.toBe('old');
  });

  test.each([
    ['an error of the content', `${article('vi-VN', 'Chào', 'Hello')}\n<span data-ttu-id="0a1b2-102">mở`, /unbalanced-span/],
    ['an error of a page', `${article('vi-VN', 'Chào', 'Hello')}\n${pair('[A](#gone)', '[A](#gone)', 102)}\n`, /anchor-missing \(\d\)\n {2}The link to #gone/],
  ])('%s: says so, fails, and leaves the old site', async (_, text, message) => {
    const folder = temporaryFolder({ ...OLD, ...CONTENT, 'content/vi-vn/a.md': text });
    const { status, stdout, stderr } = await runInProcess(folder, ['build', '--strict', '--no-search']);
    expect(stdout).toMatch(message);
    expect(stderr).toContain('Nothing was published');
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
    expect(existsSync(join(folder, 'dist/vi-vn'))).toBe(false);
  });

  const second = (sentence: string): string => `${article('vi-VN', 'Hai', 'Two')}\n${pair(sentence, 'Two.', 102)}\n`;

  test('changes only what differs, and judges the site as it will be', async () => {
    const folder = temporaryFolder({ ...CONTENT, 'content/vi-vn/b.md': second('Hai.'), 'content/vi-vn/c.md': `${article('vi-VN', 'Ba', 'Three')}\n${pair('[B](b.md#s102)', '[B](b.md#s102)', 102)}\n` });
    const strict = (...more: string[]) => runInProcess(folder, ['build', '--strict', '--no-search', ...more]);
    expect((await strict()).status).toBe(0);
    const kept = statSync(join(folder, 'dist/vi-vn/a/index.html')).ino;
    writeFileSync(join(folder, 'content/vi-vn/b.md'), second('Hai!'));
    const changed = await strict();
    expect(changed.stderr).toMatch(/: \d+ pages? changed, \d+ kept/);
    expect(readFileSync(join(folder, 'dist/vi-vn/b/index.html'), 'utf8')).toContain('Hai!');
    expect(statSync(join(folder, 'dist/vi-vn/a/index.html')).ino).toBe(kept);
    await strict('--no-cache', '--out', 'clean');
    expect(readFileSync(join(folder, 'dist/publish.json'), 'utf8')).toBe(readFileSync(join(folder, 'clean/publish.json'), 'utf8'));
    // The page that is kept links to a sentence that is gone.
    writeFileSync(join(folder, 'content/vi-vn/b.md'), second('Hai?').replaceAll('-102', '-103'));
    const broken = await strict();
    expect(broken.status).toBe(1);
    expect(broken.stderr).toContain('Nothing was published');
    expect(readFileSync(join(folder, 'dist/vi-vn/b/index.html'), 'utf8')).toContain('Hai!');
  });
});
