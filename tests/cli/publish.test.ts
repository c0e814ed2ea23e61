import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair, runTool } from './run-tool.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** The German of `a.md`. */
function germanPage(title: string): string {
  return `${article('de-DE', title, 'Hello')}\n[${pair('Weiter', 'Next', 102)}](guides/b.md)\n\n![](../media/dot.png)\n`;
}

const CONTENT: Readonly<Record<string, string | Uint8Array>> = {
  'content/site.yml': 'url: https://help.example.com/docs/\nstatusPage: true\ncheckPages: false\nhosting: github-pages\nredirects:\n- { from: former.md, to: a.md }\n',
  'content/media/dot.png': PNG,
  'content/vi-vn/index.md': article('vi-VN', 'Trang chủ', 'Home'),
  'content/vi-vn/a.md': `${article('vi-VN', 'Chào', 'Hello')}\n[${pair('Sau', 'Next', 102)}](guides/b.md)\n\n![](../media/dot.png)\n`,
  'content/vi-vn/guides/b.md': `${article('vi-VN', 'Tiếp', 'More')}\n![](../../media/dot.png)\n`,
  'content/vi-vn/guides/c.md': `---\naliases: [guides/old-c.md]\n${article('vi-VN', 'Còn', 'Rest').slice(4)}`,
  'content/vi-vn/guides/moved.md': `---\nredirect_url: /guides/c#s101\n${article('vi-VN', 'Cũ', 'Old').slice(4)}`,
  'content/vi-vn/guides/d.mdx': article('vi-VN', 'Thêm', 'Extra'),
  'content/vi-vn/.openpublishing.redirection.json': JSON.stringify({ redirections: [{ source_path: 'old.md', redirect_url: '/a', redirect_document_id: false }, { source_path: 'older.md', redirect_url: '/old' }] }),
  'content/de-de/a.md': germanPage('Hallo'),
  'content/de-de/guides/b.md': `${article('de-DE', 'Mehr', 'More')}\n![](../../media/dot.png)\n`,
};

/** All files of a folder, as digests. */
function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(files.sort().map((path) => [path, createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')]));
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

test('publish.json, redirects and check-site agree with what was built', async () => {
  const folder = temporaryFolder(CONTENT);
  expect((await runInProcess(folder, ['build', '--strict'])).stderr).toMatch(/Built \d+ article pages/);
  const dist = join(folder, 'dist');
  const { base, files } = JSON.parse(read(dist, 'publish.json')) as { base: string; files: { path: string; size: number; hash: string; locale: string | null }[] };
  const { 'publish.json': _, ...others } = snapshot(dist);
  expect(base).toBe('/docs/');
  expect(Object.fromEntries(files.map(({ path, hash }) => [path, hash]))).toEqual(others);
  for (const { path, size } of files) expect(size).toBe(readFileSync(join(dist, path)).length);
  expect(new Set(files.map(({ locale }) => locale))).toEqual(new Set([null, 'vi-vn', 'de-de', 'en-us']));

  expect(read(dist, '_redirects').split('\n')).toEqual([
    '/docs/de-de/former/ /docs/de-de/a/ 301',
    '/docs/de-de/guides/moved/ /docs/de-de/guides/c/#s101 301',
    '/docs/de-de/guides/old-c/ /docs/de-de/guides/c/ 301',
    '/docs/en-us/former/ /docs/en-us/a/ 301',
    '/docs/en-us/guides/moved/ /docs/en-us/guides/c/#s101 301',
    '/docs/en-us/guides/old-c/ /docs/en-us/guides/c/ 301',
    '/docs/vi-vn/former/ /docs/vi-vn/a/ 301',
    '/docs/vi-vn/guides/moved/ /docs/vi-vn/guides/c/#s101 301',
    '/docs/vi-vn/guides/old-c/ /docs/vi-vn/guides/c/ 301',
    '/docs/vi-vn/old/ /docs/vi-vn/a/ 301',
    '/docs/vi-vn/older/ /docs/vi-vn/a/ 301',
    '',
  ]);
  // An article that leads elsewhere has no page, no place in a listing, and is not found.
  expect(read(dist, 'vi-vn/guides/moved/index.html')).toContain('http-equiv="refresh"');
  expect(read(dist, 'sitemap.xml')).not.toContain('/moved/');
  expect(read(dist, 'vi-vn/guides/index.html')).not.toContain('/moved/');
  expect(read(dist, 'vi-vn/former/index.html')).toContain('Trang này đã được chuyển đến:');

  expect((await runInProcess(folder, ['check-site'])).status).toBe(0);
  const chain = JSON.parse((await runInProcess(folder, ['validate', '--format', 'json', '--fail-on', 'never'])).stdout) as { findings: { rule: string; file: string; line: number; message: string }[] };
  expect(chain.findings.filter(({ rule }) => rule.includes('redirect'))).toMatchObject([{ rule: 'redirect-chain', file: 'vi-vn/.openpublishing.redirection.json', line: 1, message: expect.stringContaining('/docs/vi-vn/old/ → /docs/vi-vn/a/') }]);

  writeFileSync(join(dist, 'vi-vn/old/index.html'), read(dist, 'vi-vn/old/index.html').replaceAll('/docs/vi-vn/a/', '/docs/vi-vn/gone/'));
  const broken = await runInProcess(folder, ['check-site']);
  expect(broken.status).toBe(1);
  expect(broken.stdout).toMatch(/link-broken/);
});

test('the same bytes whatever the day, the time zone, the language, the folder, the order of the files and the workers', () => {
  const one = temporaryFolder(CONTENT);
  const two = temporaryFolder();
  for (const [path, content] of Object.entries(CONTENT).reverse()) {
    mkdirSync(dirname(join(two, path)), { recursive: true });
    writeFileSync(join(two, path), content);
    utimesSync(join(two, path), 1, 1);
  }
  expect(runTool(one, ['build', '--workers', '1'], { TZ: 'Pacific/Kiritimati', LANG: 'C' }).status).toBe(0);
  expect(runTool(two, ['build', '--workers', '2', '--content', join(two, 'content'), '--out', join(two, 'dist')], { TZ: 'Pacific/Pago_Pago', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }).status).toBe(0);
  const [first, second] = [snapshot(join(one, 'dist')), snapshot(join(two, 'dist'))];
  expect(Object.keys(first).filter((path) => first[path] !== second[path])).toEqual([]);
  expect(Object.keys(second)).toEqual(Object.keys(first));
  const today = [0, -864e5, 864e5].map((shift) => new Date(Date.now() + shift).toISOString().slice(0, 10));
  for (const path of Object.keys(first)) expect(today.filter((day) => read(join(one, 'dist'), path).includes(day)), path).toEqual([]);
});

describe('shards', () => {
  test('merged, they are the bytes of one machine; anything else is refused', async () => {
    const folder = temporaryFolder(CONTENT);
    expect((await runInProcess(folder, ['build'])).status).toBe(0);
    // Each in a process of its own, as on machines of their own.
    const printed = ['1/3', '2/3', '3/3'].map((shard) => runTool(folder, ['build', '--shard', shard]));
    for (const { status, stderr } of printed) expect(status, stderr).toBe(0);
    expect(printed[1]?.stderr).toMatch(/Building part 2 of 3\./);
    const pages = ['1', '2', '3'].map((part) => (JSON.parse(read(folder, `shards/${part}/shard.json`)) as { pages: number }).pages);
    expect(pages.filter((count) => count > 0).length).toBeGreaterThan(1);
    const merged = await runInProcess(folder, ['merge', 'shards', '--out', 'merged', '--strict']);
    expect(merged.stderr).toMatch(/Merged 3 parts with \d+ article pages into merged/);
    expect(snapshot(join(folder, 'merged'))).toEqual(snapshot(join(folder, 'dist')));

    // Where the content is the working folder, the parts that lie in it are no part of it.
    for (const shard of ['1/2', '2/2']) expect((await runInProcess(join(folder, 'content'), ['build', '--content', '.', '--shard', shard])).status).toBe(0);
    expect((await runInProcess(join(folder, 'content'), ['merge', 'shards'])).status).toBe(0);
    expect(snapshot(join(folder, 'content/dist'))).toEqual(snapshot(join(folder, 'dist')));
    for (const output of ['dist', 'shards', '.interlinear']) rmSync(join(folder, 'content', output), { recursive: true });

    // The environment of a CI says which part it is.
    expect((await runInProcess(folder, ['build'], { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' })).stderr).toMatch(/Building part 2 of 3 \(CI_NODE_INDEX=2/);
    expect((await runInProcess(folder, ['build', '--out', 'again'], { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '3' })).stderr).toMatch(/Building part 1 of 3 \(JOB_COMPLETION_INDEX=0/);
    expect(snapshot(join(folder, 'again'))).toEqual(snapshot(join(folder, 'shards/1')));

    const refused = async (...args: string[]): Promise<string> => {
      const { status, stderr } = await runInProcess(folder, ['merge', ...args, '--out', 'merged']);
      expect(status).toBe(2);
      return stderr;
    };
    expect(await refused('shards/1', 'shards/3')).toMatch(/Part 2 of 3 is missing/);
    expect(await refused('shards', 'again')).toMatch(/Part 1 of 3 is there twice/);
    expect(await refused('content')).toMatch(/content is no part of a site/);
    expect(await refused()).toMatch(/needs the folders of the parts/);
    writeFileSync(join(folder, 'content/de-de/a.md'), germanPage('Hallo!'));
    expect((await runInProcess(folder, ['build', '--shard', '2/3'])).status).toBe(0);
    expect(await refused('shards')).toMatch(/their content differs/);
    expect((await runInProcess(folder, ['build', '--shard', '2/3', '--base', '/x/'])).status).toBe(0);
    expect(await refused('shards')).toMatch(/their settings differ/);
    const facts = read(folder, 'shards/2/shard.json');
    writeFileSync(join(folder, 'shards/2/shard.json'), facts.replace(/"generator": "[^"]*"/, '"generator": "0.0.1"'));
    expect(await refused('shards')).toMatch(/built by the versions .* and 0\.0\.1 of Interlinear\.\n {2}Build all parts with one version/s);
    expect(Object.keys(snapshot(join(folder, 'merged'))).length).toBe(Object.keys(snapshot(join(folder, 'dist'))).length);
  });

  test('a part takes what earlier runs have found, and is the same as without', async () => {
    const folder = temporaryFolder(CONTENT);
    const parts = ['1/2', '2/2'];
    const build = async (shard: string, ...more: string[]): Promise<void> => expect((await runInProcess(folder, ['build', '--shard', shard, ...more])).status).toBe(0);
    for (const shard of parts) await build(shard);
    expect(readdirSync(join(folder, '.interlinear/records')).map((name) => name.replace(/-.*/, '')).sort()).toContain('scan');
    writeFileSync(join(folder, 'content/de-de/a.md'), germanPage('Hallo!').replace('title: ', 'title: New '));
    for (const shard of parts) await build(shard);
    for (const shard of parts) await build(shard, '--no-cache', '--out', `anew/${shard.slice(0, 1)}`);
    expect(snapshot(join(folder, 'shards'))).toEqual(snapshot(join(folder, 'anew')));
    expect((await runInProcess(folder, ['merge', 'shards'])).status).toBe(0);
    await runInProcess(folder, ['build', '--no-cache', '--out', 'whole']);
    expect(snapshot(join(folder, 'dist'))).toEqual(snapshot(join(folder, 'whole')));
  });

  test('a part whose records were cut short is not merged', async () => {
    const folder = temporaryFolder(CONTENT);
    expect((await runInProcess(folder, ['build', '--shard', '1/1'])).status).toBe(0);
    const records = join(folder, 'shards/1/search.jsonl');
    const lines = readFileSync(records, 'utf8').split('\n');
    writeFileSync(records, lines.slice(0, 1).join('\n'));
    expect(await runInProcess(folder, ['merge', 'shards'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/shards\/1 has the search records of 1 of \d+ families/) });
    writeFileSync(records, '["a.md",[{"loc');
    expect(await runInProcess(folder, ['merge', 'shards'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/search\.jsonl is damaged or incomplete/) });
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });
});

test('deploy-plan: from one site to the next', async () => {
  const folder = temporaryFolder(CONTENT);
  await runInProcess(folder, ['build', '--no-search', '--out', 'old']);
  expect((await runInProcess(folder, ['deploy-plan', 'old', 'old/publish.json'])).stdout).toMatch(/^Nothing to do: all \d+ files are as they were\./);
  rmSync(join(folder, 'content/vi-vn/guides/d.mdx'));
  writeFileSync(join(folder, 'content/de-de/a.md'), germanPage('Hallo!'));
  await runInProcess(folder, ['build', '--no-search', '--out', 'new']);
  const steps = (await runInProcess(folder, ['deploy-plan', 'old', 'new', '--format', 'text'])).stdout.trimEnd().split('\n');
  expect(steps).toContain('upload de-de/a/index.html');
  expect(steps).toContain('delete vi-vn/guides/d/index.html');
  expect(steps.at(-1)).toBe('upload publish.json');
  const { summary } = JSON.parse((await runInProcess(folder, ['deploy-plan', 'old', 'new', '--format', 'json'])).stdout) as { summary: { uploads: number; deletions: number } };
  expect(summary.uploads + summary.deletions).toBe(steps.length);
  // Followed, it gives the new site.
  for (const step of steps) {
    const [, action, path = ''] = /^(upload|delete) (.*)$/.exec(step) ?? [];
    mkdirSync(dirname(join(folder, 'old', path)), { recursive: true });
    if (action === 'upload') writeFileSync(join(folder, 'old', path), readFileSync(join(folder, 'new', path)));
    else rmSync(join(folder, 'old', path));
  }
  expect(snapshot(join(folder, 'old'))).toEqual(snapshot(join(folder, 'new')));

  writeFileSync(join(folder, 'old/publish.json'), '{"format":9}');
  for (const [args, message] of [
    [['old', 'new'], /old\/publish\.json was written by another version of Interlinear/],
    [['gone', 'new'], /gone cannot be read: it does not exist\.\n {2}.*For a first deployment, name only the new site/],
    [['content', 'new'], /content\/publish\.json cannot be read/],
    [[], /needs the site to publish/],
    [['a', 'b', 'c'], /no use for the argument "c"/],
    [['new', '--format', 'jsn'], /Did you mean "json"/],
  ] as const) {
    expect(await runInProcess(folder, ['deploy-plan', ...args])).toMatchObject({ status: 2, stderr: expect.stringMatching(message) });
  }
});

test('what is too large for the host is said, and stops a strict build', async () => {
  const folder = temporaryFolder({ 'content/vi-vn/a.md': `${article('vi-VN', 'Chào', 'Hello')}\n[${pair('Phim', 'Film', 102)}](film.zip)\n`, 'content/vi-vn/film.zip': new Uint8Array(26 * 2 ** 20) });
  const built = await runInProcess(folder, ['build', '--no-search', '--host-limits', 'cloudflare-pages']);
  expect(built.status).toBe(0);
  expect(built.stderr).toMatch(/warning: One file is larger than the 25 MiB that Cloudflare Pages \(free plan\) takes: assets\/film\.[0-9a-f]+\.zip \(26 MiB\)/);
  const before = snapshot(join(folder, 'dist'));
  writeFileSync(join(folder, 'content/vi-vn/b.md'), article('vi-VN', 'Mới', 'New'));
  const strict = await runInProcess(folder, ['build', '--no-search', '--strict', '--host-limits', 'cloudflare-pages']);
  expect(strict.status).toBe(1);
  expect(strict.stderr).toMatch(/error: One file is larger.*Nothing was published/s);
  expect(snapshot(join(folder, 'dist'))).toEqual(before);
  expect((await runInProcess(folder, ['build', '--host-limits', 'cloudflare'])).stderr).toMatch(/knows no host "cloudflare"\.\n {2}Allowed: cloudflare-pages/);
});
