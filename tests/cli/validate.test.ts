import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { commit, git, gitFolder, write } from './git-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair, runTool } from './run-tool.ts';

const CLEAN = { 'content/vi-vn/a.md': article('vi-VN', 'Chào', 'Hello'), 'content/de-de/a.md': article('de-DE', 'Hallo', 'Hello') };
const BROKEN = { ...CLEAN, 'content/vi-vn/a.md': `${article('vi-VN', 'Chào', 'Hello')}\n${pair('', 'Bye', 102)}\n`, 'content/de-de/a.md': `${article('de-DE', 'Hallo', 'Hello')}\n${pair('Tschüss', 'Bye', 102)}\n` };

interface Found {
  readonly rule: string;
  readonly path: string;
  readonly locale: string;
}
const findingsOf = (json: string): readonly Found[] => JSON.parse(json).findings;
const names = (found: readonly Found[]): string[] => found.map(({ rule, locale, path }) => `${locale}/${path} ${rule}`);

describe('reports', () => {
  test('all formats at once', async () => {
    const folder = temporaryFolder(BROKEN);
    const formats = ['pretty', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'html', 'markdown'];
    const { status, stdout } = await runInProcess(folder, ['validate', ...formats.map((format) => `--report=${format}=out/${format}.txt`)]);
    expect(status).toBe(1);
    const texts = formats.map((format) => readFileSync(join(folder, 'out', `${format}.txt`), 'utf8'));
    for (const text of texts) expect(text).toContain('empty-segment');
    expect(stdout).toBe(texts[0]);
  });

  test('one that cannot be written: the others are, and the exit code says so', async () => {
    const folder = temporaryFolder(BROKEN);
    mkdirSync(join(folder, 'taken'));
    const { status, stdout, stderr } = await runInProcess(folder, ['validate', '--format', 'json', '--report', 'sarif=taken', '--report', 'junit=b.xml']);
    expect(status).toBe(2);
    expect(stderr).toContain('The report taken cannot be written: it is a folder.');
    expect(findingsOf(stdout)).toHaveLength(1);
    expect(readFileSync(join(folder, 'b.xml'), 'utf8')).toContain('<failure');
  });

  test('- is the standard output, and then nothing else is printed', async () => {
    const { stdout } = await runInProcess(temporaryFolder(BROKEN), ['validate', '--report', 'jsonl=-']);
    expect(JSON.parse(stdout)).toMatchObject({ rule: 'empty-segment' });
  });

  test('the summary of a GitHub job', async () => {
    const folder = temporaryFolder({ ...BROKEN, 'summary.md': 'before\n' });
    const { stdout } = await runInProcess(folder, ['validate', '--format', 'github'], { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') });
    expect(stdout).toMatch(/^::error file=content\/vi-vn\/a\.md,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=empty-segment::/);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toMatch(/^before\n## 1 error\n/);
  });

  test('paths are those of the repository, from whatever folder', async () => {
    const folder = gitFolder(Object.fromEntries(Object.entries(BROKEN).map(([path, text]) => [`docs/${path}`, text])));
    const { stdout } = await runInProcess(join(folder, 'docs'), ['validate', '--format', 'gitlab']);
    expect(JSON.parse(stdout)).toMatchObject([{ location: { path: 'docs/content/vi-vn/a.md' } }]);
  });

  test.each([
    [['--report', 'sarif'], '--report sarif names no file.', 'sarif=FILE'],
    [['--report', 'srif=a'], 'There is no report format "srif".', 'Did you mean "sarif"?'],
    [['--format', 'json', '--report', 'sarif=-'], 'Two reports go to the standard output.', 'FORMAT=FILE'],
    [['--report', 'json=a', '--report', 'sarif=./a'], 'Two reports go to ./a.', 'FORMAT=FILE'],
    [['--fail-on', 'nwe'], '--fail-on takes no "nwe".', 'Did you mean "new"?'],
    [['--fail-on', 'new'], '--fail-on new needs a baseline', '--update-baseline'],
    [['--baseline', 'gone.json'], 'The baseline gone.json does not exist.', '--update-baseline'],
  ])('%j is refused', async (args, message, hint) => {
    const { status, stderr } = await runInProcess(temporaryFolder(CLEAN), ['validate', ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  test('the same bytes with one worker and with two', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`content/${index % 2 === 0 ? 'de-de' : 'vi-vn'}/g/${index >> 1}.md`, `${article('x', index % 3 === 0 ? '' : 'Hallo', 'Hello')}\n[x](gone-${index}.md)\n`]));
    const folder = temporaryFolder(files);
    const run = (workers: string): string => runTool(folder, ['validate', '--workers', workers, '--format', 'sarif', '--report', `json=${workers}.json`, '--report', `html=${workers}.html`]).stdout;
    expect(run('2')).toBe(run('1'));
    for (const kind of ['json', 'html']) expect(readFileSync(join(folder, `2.${kind}`), 'utf8')).toBe(readFileSync(join(folder, `1.${kind}`), 'utf8'));
  });
});

describe('what is ignored', () => {
  const silenced = (comment: string): Record<string, string> => ({ ...CLEAN, 'content/vi-vn/a.md': `${article('vi-VN', 'Chào', 'Hello')}\n${comment}\n${pair('', 'Bye', 102)}\n` });

  test('a comment before the block', async () => {
    const { status, stdout, stderr } = await runInProcess(temporaryFolder(silenced('<!-- interlinear-ignore empty-segment: nobody says so -->')), ['validate', '--locale', 'vi-vn', '--format', 'json']);
    expect({ status, found: findingsOf(stdout) }).toEqual({ status: 0, found: [] });
    expect(stderr).toContain('1 finding is ignored');
  });

  test('a comment in one locale makes no source of its own', async () => {
    const folder = temporaryFolder({ 'content/vi-vn/a.md': `${BROKEN['content/de-de/a.md'].replaceAll('de-DE', 'vi-VN')}\n<!-- interlinear-ignore-file stale-translation: x -->\n`, 'content/de-de/a.md': BROKEN['content/de-de/a.md'] });
    const { stdout } = await runInProcess(folder, ['validate', '--format', 'json']);
    expect(findingsOf(stdout).map(({ rule }) => rule).filter((rule) => rule !== 'cosmetic-source-difference')).toEqual(['unused-suppression']);
  });

  test('a comment without a reason works, and is told', async () => {
    const { stdout } = await runInProcess(temporaryFolder(silenced('<!-- interlinear-ignore empty-segment -->')), ['validate', '--locale', 'vi-vn', '--format', 'json']);
    expect(findingsOf(stdout).map(({ rule }) => rule)).toEqual(['suppression-without-reason']);
  });

  test('SARIF keeps what is ignored, with the reason', async () => {
    const { stdout } = await runInProcess(temporaryFolder(silenced('<!-- interlinear-ignore empty-segment: nobody says so -->')), ['validate', '--locale', 'vi-vn', '--format', 'sarif']);
    expect(JSON.parse(stdout).runs[0].results).toMatchObject([{ ruleId: 'empty-segment', suppressions: [{ kind: 'inSource', justification: 'nobody says so' }] }]);
  });

  test('paths in site.yml', async () => {
    const folder = temporaryFolder({ ...BROKEN, 'content/site.yml': 'ignore:\n  - rules: [empty-segment]\n    paths: ["vi-vn/*.md"]\n    reason: old\n' });
    expect((await runInProcess(folder, ['validate'])).status).toBe(0);
  });

  test.each([
    ['ignore:\n  - rules: [emtpy-segment]\n    paths: ["*"]\n    reason: x\n', 'site.yml:2: "ignore" names the rule "emtpy-segment", which does not exist.', 'Did you mean "empty-segment"?'],
    ['ignore:\n  - rules: [empty-segment]\n    paths: ["*"]\n', '"ignore[0].reason" has a value of the wrong kind', 'why'],
    ['limits:\n  maxStale: many\n', '"limits.maxStale" has a value of the wrong kind', '5%'],
    ['limits:\n  maxFindings:\n    emtpy-segment: 1\n', '"maxFindings" names "emtpy-segment"', 'Did you mean "empty-segment"?'],
    ['limits:\n  locales:\n    fr-fr: { maxStale: 1 }\n', '"limits" names fr-fr, which is not a locale', 'Choose one of'],
    ['limits:\n  maxStal: 1\n', 'there is no setting "maxStal" in "limits"', 'Did you mean "maxStale"?'],
  ])('%j is refused', async (text, message, hint) => {
    const { status, stderr } = await runInProcess(temporaryFolder({ ...CLEAN, 'content/site.yml': text }), ['validate']);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(status).toBe(2);
  });
});

test('a broken limit fails, whatever the severities', async () => {
  const folder = temporaryFolder({ ...CLEAN, 'content/de-de/b.md': article('de-DE', 'B', 'B'), 'content/site.yml': 'limits:\n  minTranslated: 90%\n' });
  const { status, stderr } = await runInProcess(folder, ['validate']);
  expect(status).toBe(1);
  expect(stderr).toContain('vi-vn: 1 translated article; at least 2 are required (minTranslated).');
  expect((await runInProcess(folder, ['validate', '--fail-on', 'never'])).status).toBe(0);
});

describe('--changed-since', () => {
  const FILES = {
    'content/vi-vn/a.md': article('vi-VN', '', 'Hello'), 'content/de-de/a.md': article('de-DE', 'Hallo', 'Hello'),
    'content/vi-vn/b.md': article('vi-VN', '', 'Hello'), 'content/de-de/b.md': article('de-DE', 'Hallo', 'Hello'),
    'content/vi-vn/c.md': `${article('vi-VN', 'Chào', 'Hello')}\n[!INCLUDE [x](includes/i.md)]\n`, 'content/vi-vn/includes/i.md': article('vi-VN', '', 'Hello'),
    'content/de-de/c.md': article('de-DE', 'Hallo', 'Hello'),
  };
  const since = (folder: string, ref: string) => runInProcess(folder, ['validate', '--format', 'json', '--changed-since', ref]);

  test('the families of changed, new and removed files, with the findings of a full run', async () => {
    const folder = gitFolder(FILES);
    write(folder, { 'content/de-de/a.md': article('de-DE', 'Guten Tag', 'Hello'), 'content/de-de/n.md': article('de-DE', '', 'New'), 'content/vi-vn/b.md': undefined });
    const part = findingsOf((await since(folder, 'main')).stdout);
    const full = findingsOf((await runInProcess(folder, ['validate', '--format', 'json'])).stdout);
    expect(new Set(part.map(({ path }) => path))).toEqual(new Set(['a.md', 'b.md', 'n.md']));
    expect(part).toEqual(full.filter(({ path }) => ['a.md', 'b.md', 'n.md'].includes(path)));
  });

  test('nothing changed, and what other branches did since', async () => {
    const folder = gitFolder(FILES);
    expect(findingsOf((await since(folder, 'HEAD')).stdout)).toEqual([]);
    git(folder, 'switch', '--quiet', '--create', 'work');
    commit(folder, { 'content/vi-vn/a.md': article('vi-VN', '', 'Hello!') });
    git(folder, 'switch', '--quiet', 'main');
    commit(folder, { 'content/vi-vn/b.md': article('vi-VN', '', 'Hello!') });
    git(folder, 'switch', '--quiet', 'work');
    expect(new Set(findingsOf((await since(folder, 'main')).stdout).map(({ path }) => path))).toEqual(new Set(['a.md']));
  });

  test('what includes a changed file, and what a changed file includes', async () => {
    const folder = gitFolder(FILES);
    write(folder, { 'content/vi-vn/includes/i.md': `${FILES['content/vi-vn/includes/i.md']}\nx` });
    expect(names(findingsOf((await since(folder, 'main')).stdout))).toContain('vi-vn/includes/i.md empty-segment');
    const other = gitFolder(FILES);
    write(other, { 'content/vi-vn/c.md': `${FILES['content/vi-vn/c.md']}\nx` });
    expect(names(findingsOf((await since(other, 'main')).stdout))).toContain('vi-vn/includes/i.md empty-segment');
  });

  test('limits are not asked, and a changed site.yml is told', async () => {
    const folder = gitFolder({ ...FILES, 'content/site.yml': 'limits:\n  maxFindings: 0\n' });
    write(folder, { 'content/site.yml': 'limits:\n  maxFindings: 0\n# x\n' });
    const { status, stderr } = await since(folder, 'main');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('site.yml or the glossary has changed, too') });
  });

  test('no repository', async () => {
    const { status, stderr } = await since(temporaryFolder(CLEAN), 'main');
    expect(status).toBe(2);
    expect(stderr).toContain('is not part of a git repository.');
  });

  test.each([['gone', 'There is no git ref "gone" here.'], ['--output=x', 'There is no git ref "--output=x" here.'], ['HEAD:content', 'There is no git ref']])('%s: no such ref', async (ref, message) => {
    const folder = gitFolder(CLEAN);
    const { status, stderr } = await runInProcess(folder, ['validate', `--changed-since=${ref}`]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a branch that is only on the server, and a shallow clone', async () => {
    const origin = gitFolder(CLEAN);
    commit(origin, { 'x.txt': '1' });
    git(origin, 'switch', '--quiet', '--create', 'work');
    commit(origin, { 'x.txt': '2' });
    const full = temporaryFolder();
    git(full, 'clone', '--quiet', `file://${origin}`, 'c');
    expect((await since(join(full, 'c'), 'main')).stderr).toContain('Did you mean "origin/main"?');
    expect((await since(join(full, 'c'), 'origin/main')).status).toBe(0);
    git(full, 'clone', '--quiet', '--depth=1', '--no-single-branch', `file://${origin}`, 's');
    for (const ref of ['origin/main', 'HEAD~1']) {
      const { status, stderr } = await since(join(full, 's'), ref);
      expect(status).toBe(2);
      expect(stderr).toContain('The history here is cut short');
      expect(stderr).toContain('fetch-depth: 0');
    }
  });
});
