import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { article, pair, runTool } from './run-tool.ts';

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
  ])('%s', (_, files, args, expected) => {
    expect(runTool(temporaryFolder(files), ['check-site', ...args]).status).toBe(expected);
  });

  test('says what, where and how often', () => {
    const { stdout } = runTool(temporaryFolder(BROKEN), ['check-site']);
    expect(stdout).toBe(`error anchor-missing (1)
  The link to #y leads to a place that the page does not have.
    index.html

error link-broken (1)
  The link to /gone/ leads to nothing on this site.
    index.html

1 page checked: 2 errors, 0 warnings.
`);
    expect(runTool(temporaryFolder(SOUND), ['check-site']).stdout).toBe('1 page checked: nothing is wrong.\n');
  });

  test('for programs', () => {
    const { stdout, status } = runTool(temporaryFolder(BROKEN), ['check-site', '--format', 'json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      tool: 'interlinear', pages: 1, summary: { error: 2, warning: 0, byRule: { 'anchor-missing': 1, 'link-broken': 1 } },
      findings: [{ rule: 'anchor-missing', severity: 'error', file: 'index.html', about: '#y' }, { rule: 'link-broken', about: '/gone/' }],
    });
  });

  test('the base is the one that the site was built for', () => {
    const facts = (base: string) => ({ 'dist/interlinear.json': JSON.stringify({ generator: 'interlinear', base }), 'dist/index.html': page('<a href="/pricing/">A</a>').replace('href="/"', 'href="/help/"') });
    expect(runTool(temporaryFolder(facts('/help/')), ['check-site']).status).toBe(0);
    expect(runTool(temporaryFolder(facts('/')), ['check-site', '--base', 'https://a.example/help']).status).toBe(0);
    expect(runTool(temporaryFolder(facts('/')), ['check-site']).status).toBe(1);
  });

  test.each([
    [[], 'There is no site in dist.', 'Run `interlinear build` first'],
    [['--out', 'empty'], 'There is no page in empty.', '--out'],
    [['--format', 'sarif'], 'writes no report as "sarif"', 'pretty, json'],
    [['--fail-on', 'x'], '--fail-on takes no "x"', 'Allowed'],
  ])('%j is refused with 2', (args, message, hint) => {
    const { status, stdout, stderr } = runTool(temporaryFolder({ 'empty/a.txt': '' }), ['check-site', ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});

describe('build --strict', () => {
  const OLD = { 'dist/interlinear.json': '{"generator":"interlinear","base":"/"}', 'dist/index.html': 'old' };
  const CONTENT = { 'content/vi-vn/a.md': article('vi-VN', 'Chào', 'Hello'), 'content/de-de/a.md': article('de-DE', 'Hallo', 'Hello') };

  test('publishes what is sound', () => {
    const folder = temporaryFolder({ ...OLD, ...CONTENT });
    expect(runTool(folder, ['build', '--strict', '--no-search']).status).toBe(0);
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).not.toBe('old');
  });

  test.each([
    ['an error of the content', `${article('vi-VN', 'Chào', 'Hello')}\n<span data-ttu-id="0a1b2-102">mở`, /unbalanced-span/],
    ['an error of a page', `${article('vi-VN', 'Chào', 'Hello')}\n${pair('[A](#gone)', '[A](#gone)', 102)}\n`, /anchor-missing \(\d\)\n {2}The link to #gone/],
  ])('%s: says so, fails, and leaves the old site', (_, text, message) => {
    const folder = temporaryFolder({ ...OLD, ...CONTENT, 'content/vi-vn/a.md': text });
    const { status, stdout, stderr } = runTool(folder, ['build', '--strict', '--no-search']);
    expect(stdout).toMatch(message);
    expect(stderr).toContain('Nothing was published');
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
    expect(existsSync(join(folder, 'dist/vi-vn'))).toBe(false);
  });
});
