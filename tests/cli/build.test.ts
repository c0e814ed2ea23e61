import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair, runTool, startTool } from './run-tool.ts';

const CONTENT = {
  'content/vi-vn/a.md': `${article('vi-VN', 'Chào', 'Hello')}\n[${pair('Sau', 'Next', 102)}](guides/b.md)\n`,
  'content/vi-vn/guides/b.md': article('vi-VN', 'Tiếp', 'More'),
  'content/de-de/a.md': article('de-DE', 'Hallo', 'Hello'),
};

/** All files of a folder with their text. */
function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map((entry) => [join(entry.parentPath, entry.name).slice(folder.length + 1), readFileSync(join(entry.parentPath, entry.name), 'latin1')] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const leftovers = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('.dist.'));

test('without configuration: every locale, the source rebuilt, nothing else', async () => {
  const folder = temporaryFolder(CONTENT);
  const { status, stderr } = await runInProcess(folder, ['build']);
  expect(stderr).toMatch(/Built \d+ article pages/);
  expect(status).toBe(0);
  for (const page of ['index.html', '404.html', 'vi-vn/index.html', 'vi-vn/404.html', 'vi-vn/a/index.html', 'de-de/guides/b/index.html', 'en-us/guides/b/index.html', 'sitemap.xml', 'robots.txt']) {
    expect(existsSync(join(folder, 'dist', page)), page).toBe(true);
  }
  expect(readdirSync(folder).filter((name) => name !== '.interlinear').sort()).toEqual(['content', 'dist']);
});

test('--base: every address of the site begins with it', async () => {
  const folder = temporaryFolder(CONTENT);
  expect((await runInProcess(folder, ['build', '--base', '/help/'])).status).toBe(0);
  for (const [file, text] of Object.entries(snapshot(join(folder, 'dist')))) {
    const wrong = file.endsWith('.html') ? [...text.matchAll(/\s(?:href|src)="(\/[^"]*)"/g)].flatMap(([, url = '']) => (url.startsWith('/help/') ? [] : [url])) : [];
    expect(wrong, file).toEqual([]);
  }
});

test('--locale publishes these and the source', async () => {
  const folder = temporaryFolder(CONTENT);
  await runInProcess(folder, ['build', '--locale', 'vi-vn']);
  expect(existsSync(join(folder, 'dist/vi-vn'))).toBe(true);
  expect(existsSync(join(folder, 'dist/de-de'))).toBe(false);
});

test.each([
  ['a folder with something foreign in it', ['--out', 'mine'], /mine is not empty and was not written by Interlinear/],
  ['the content', ['--out', 'content'], /which the build would delete/],
  ['the working folder', ['--out', '.'], /which the build would delete/],
  ['a file', ['--out', 'mine/notes.txt'], /notes\.txt is a file/],
])('refuses to write to %s', async (_, args, message) => {
  const folder = temporaryFolder({ ...CONTENT, 'mine/notes.txt': 'mine' });
  const before = snapshot(folder);
  const { status, stderr } = await runInProcess(folder, ['build', ...args]);
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
  expect(snapshot(folder)).toEqual(before);
});

describe('a build that ends before its time', () => {
  const OLD = { ...CONTENT, 'dist/interlinear.json': '{"generator":"interlinear","base":"/"}', 'dist/index.html': 'old' };

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGKILL', null],
  ] as const)('%s leaves the site as it was', async (signal, code) => {
    const folder = temporaryFolder(OLD);
    const child = startTool(folder, ['build']);
    // The first step is said once the new folder has been made.
    await once(child.stderr ?? child, 'data');
    child.kill(signal);
    const [status] = await once(child, 'exit');
    expect(status).toBe(code);
    expect(snapshot(join(folder, 'dist'))).toMatchObject({ 'index.html': 'old' });
    if (signal !== 'SIGKILL') expect(leftovers(folder)).toEqual([]);
    expect((await runInProcess(folder, ['build'])).status).toBe(0);
    expect(leftovers(folder)).toEqual([]);
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).not.toBe('old');
  });

  test.skipIf(process.platform === 'win32')('a disk without room: says so, and the site stays', () => {
    const big = `${article('vi-VN', 'Lớn', 'Large')}\n${'chữ '.repeat(500_000)}\n`;
    const folder = temporaryFolder({ ...OLD, 'content/vi-vn/large.md': big });
    // A limit of the shell (1024 blocks of 512 or 1024 bytes), which the page of this article exceeds.
    const script = join(folder, 'limited.sh');
    writeFileSync(script, `#!/bin/sh\nulimit -f 1024\nexec "$@"\n`, { mode: 0o755 });
    const { status, stderr } = runTool(folder, ['build'], {}, script);
    expect(stderr).toMatch(/There is no room to write .*large.*\n {2}Free some space/);
    expect(status).toBe(2);
    expect(leftovers(folder)).toEqual([]);
    expect(snapshot(join(folder, 'dist'))).toMatchObject({ 'index.html': 'old' });
  });
});

describe('bad input harms nothing else', () => {
  const DEEP = 10_000;
  const nested: readonly (readonly [string, string])[] = [
    ['lists', '- '.repeat(DEEP) + 'a'],
    ['quotes', '> '.repeat(DEEP) + 'a'],
    ['spans', '<span>'.repeat(DEEP) + 'a' + '</span>'.repeat(DEEP)],
    ['pairs', '<span data-ttu-id="0a1b2-101">'.repeat(DEEP) + 'a' + '</span>'.repeat(DEEP)],
    ['tags', '<div>'.repeat(DEEP) + 'a' + '</div>'.repeat(DEEP)],
    ['emphasis', '*a '.repeat(DEEP) + 'b' + ' c*'.repeat(DEEP)],
    ['links', '['.repeat(DEEP) + 'a' + '](x)'.repeat(DEEP)],
    ['YAML', `---\na: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}\n---\n# A`],
  ];
  const bad: Record<string, string | Uint8Array> = {
    'empty.md': '',
    'only-frontmatter.md': '---\ntitle: Only\n---\n',
    'unclosed.md': '# A\n\n<span data-ttu-id="0a1b2-101">mở',
    'binary.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]),
    'include.md': '[!INCLUDE [x](../../../../../etc/passwd)]\n\n[!code-text[](../../../../../etc/passwd)]\n\n[!INCLUDE [x](outside.md)]\n',
    'Set up.md': article('vi-VN', 'Một', 'One'),
    'set-up.md': article('vi-VN', 'Hai', 'Two'),
    ...Object.fromEntries(nested.map(([name, text]) => [`deep-${name}.md`, text])),
  };
  const files = { ...CONTENT, ...Object.fromEntries(Object.entries(bad).map(([name, text]) => [`content/vi-vn/${name}`, text])) };

  test('each has its finding, and all that is sound is published', () => {
    const folder = temporaryFolder(files);
    const locale = join(folder, 'content/vi-vn');
    symlinkSync('/etc/passwd', join(locale, 'outside.md'));
    symlinkSync('gone.md', join(locale, 'dangling.md'));
    mkdirSync(join(locale, 'folder.md'));
    const { status, stdout, stderr } = runTool(folder, ['build', '--format', 'json']);
    expect(stderr).not.toContain('bug in Interlinear');
    expect(status).toBe(0);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string }[] };
    const found = (path: string): string[] => findings.filter((finding) => finding.path === path).map(({ rule }) => rule);
    for (const [path, rule] of [
      ['unclosed.md', 'unbalanced-span'],
      ['binary.md', 'invalid-utf8'],
      ['outside.md', 'refused-path'],
      ['dangling.md', 'refused-path'],
      ['include.md', 'include-missing'],
      ['set-up.md', 'slug-collision'],
      ['deep-pairs.md', 'unbalanced-span'],
    ] as const) {
      expect(found(path), path).toContain(rule);
    }
    const site = snapshot(join(folder, 'dist'));
    expect(Object.values(site).some((text) => text.includes('root:x:0'))).toBe(false);
    for (const page of ['a', 'guides/b', 'empty', 'only-frontmatter', 'unclosed', 'include', 'set-up', ...nested.map(([name]) => `deep-${name.toLowerCase()}`)]) expect(Object.keys(site)).toContain(`vi-vn/${page}/index.html`);
    expect(Object.keys(site).filter((file) => /^vi-vn\/set-up-[0-9a-f]{6}\/index\.html$/.test(file))).toHaveLength(1);
    expect(Object.keys(site)).not.toContain('vi-vn/binary/index.html');
  });

  test('a line of 50 MB', () => {
    const folder = temporaryFolder({ ...CONTENT, 'content/vi-vn/long.md': 'chữ '.repeat(9_000_000) });
    const { stdout, stderr } = runTool(folder, ['validate', '--format', 'json']);
    expect(stderr).not.toContain('bug in Interlinear');
    expect(JSON.parse(stdout)).toMatchObject({ summary: { byLocale: { 'vi-vn': { articles: 3 } } } });
  });
});
