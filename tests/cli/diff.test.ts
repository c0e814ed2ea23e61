import { describe, expect, test } from 'vitest';
import { parse } from 'parse5';
import type { ContentDiff } from '../../src/model/content-diff.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { commit, gitFolder, write } from './git-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair } from './run-tool.ts';
import { htmlProblems } from '../support/html-problems.ts';

const body = (locale: string, ...pairs: readonly (readonly [string, string])[]): string => `${article(locale, 'Tên', 'Name')}\n${pairs.map(([target, source], index) => pair(target, source, 102 + index)).join('\n\n')}\n`;
const FILES = {
  'content/site.yml': 'url: https://help.example/docs/\n',
  'content/vi-vn/a.md': body('vi-VN', ['Chào buổi sáng.', 'Good morning.'], ['Tạm biệt.', 'Bye.'], ['', 'Empty.']),
  'content/ja-jp/a.md': body('ja-JP', ['おはようございます。', 'Good morning.'], ['さようなら。', 'Bye.'], ['空。', 'Empty.']),
  'content/ja-jp/b.md': body('ja-JP', ['名前。', 'A name.']),
};
const CHANGE = {
  // A target edited, a sentence put in before the last, which gets a number of its own, and the empty one mended.
  'content/vi-vn/a.md': body('vi-VN', ['Chào bạn buổi sáng.', 'Good morning.'], ['Tạm biệt.', 'Bye.'], ['Mới.', 'New one.'], ['Trống.', 'Empty.']),
  'content/ja-jp/b.md': undefined,
  'content/vi-vn/n.md': body('vi-VN', ['', 'Nothing.']),
};

const diff = (folder: string, ...args: string[]) => runInProcess(folder, ['diff', 'main', ...args]);
const json = async (folder: string): Promise<ContentDiff> => JSON.parse((await diff(folder, '--format', 'json')).stdout);

describe('what changed', () => {
  test('segments, findings, progress', async () => {
    const folder = gitFolder(FILES);
    write(folder, CHANGE);
    const found = await json(folder);
    expect(found.articles.map(({ file, kind, url }) => [file, kind, url])).toEqual([
      ['vi-vn/a.md', 'changed', 'https://help.example/docs/vi-vn/a/'],
      ['ja-jp/b.md', 'removed', undefined],
      ['vi-vn/n.md', 'new', 'https://help.example/docs/vi-vn/n/'],
    ].sort(([a = ''], [b = '']) => (a.slice(6) < b.slice(6) ? -1 : 1)));
    expect(found.articles[0]?.segments).toEqual([
      { kind: 'changed', ordinal: '102', target: [{ kind: 'same', text: 'Chào ' }, { kind: 'added', text: 'bạn ' }, { kind: 'same', text: 'buổi sáng.' }], source: [], url: 'https://help.example/docs/vi-vn/a/#s102' },
      { kind: 'new', ordinal: '104', target: [{ kind: 'added', text: 'Mới.' }], source: [{ kind: 'added', text: 'New one.' }], url: 'https://help.example/docs/vi-vn/a/#s104' },
      { kind: 'changed', ordinal: '105', target: [{ kind: 'added', text: 'Trống.' }], source: [], url: 'https://help.example/docs/vi-vn/a/#s105' },
    ]);
    expect(found.newFindings.map(({ rule, file }) => `${file} ${rule}`)).toContain('vi-vn/n.md empty-segment');
    expect(found.fixedFindings.map(({ rule, file }) => `${file} ${rule}`)).toContain('vi-vn/a.md empty-segment');
    expect(found.progress).toEqual([
      { locale: 'ja-jp', before: { families: 2, translated: 2, stale: 0 }, after: { families: 2, translated: 1, stale: expect.any(Number) } },
      { locale: 'vi-vn', before: { families: 2, translated: 1, stale: 0 }, after: { families: 2, translated: 2, stale: expect.any(Number) } },
    ]);
  });

  test('words without spaces between them', async () => {
    const folder = gitFolder(FILES);
    write(folder, { 'content/ja-jp/b.md': body('ja-JP', ['新しい名前。', 'A name.']) });
    expect((await json(folder)).articles[0]?.segments[0]?.target).toEqual([{ kind: 'added', text: '新しい' }, { kind: 'same', text: '名前。' }]);
  });

  test('committed or not, the same', async () => {
    const [one, other] = [gitFolder(FILES), gitFolder(FILES)];
    write(one, CHANGE);
    commit(other, {});
    commit(other, CHANGE);
    const { stdout } = await runInProcess(other, ['diff', 'HEAD~2', '--format', 'json']);
    const { articles, newFindings, fixedFindings, progress } = JSON.parse(stdout);
    expect((await json(one))).toMatchObject({ articles, newFindings, fixedFindings, progress });
  });

  test('nothing, only metadata, and a content that was not there', async () => {
    const folder = gitFolder(FILES);
    expect((await diff(folder)).stdout).toContain('No article changed since `main`.');
    write(folder, { 'content/ja-jp/b.md': FILES['content/ja-jp/b.md'].replace('title:', 'author: x\ntitle:') });
    expect((await diff(folder)).stdout).toContain('only its metadata or structure changed');
    const empty = gitFolder({ 'x.txt': '' });
    write(empty, FILES);
    expect((await json(empty)).articles.map(({ kind }) => kind)).toEqual(['new', 'new', 'new']);
  });
});

describe('how it is shown', () => {
  test('Markdown', async () => {
    const folder = gitFolder(FILES);
    write(folder, CHANGE);
    const { status, stdout } = await diff(folder);
    expect(status).toBe(0);
    expect(stdout).toContain('- [`s102`](https://help.example/docs/vi-vn/a/#s102) Chào <ins>bạn </ins>buổi sáng.\n');
    expect(stdout).toContain('| vi-vn | 1 / 2 → 2 / 2 |');
    expect(stdout).toContain('#### `ja-jp/b.md`: removed');
  });

  test('Markdown keeps to the size of a comment', async () => {
    const folder = gitFolder(FILES);
    write(folder, { 'content/vi-vn/a.md': body('vi-VN', ...Array.from({ length: 2_000 }, (_, index) => [`Câu số ${index} dài dòng.`, `Sentence ${index}.`] as const)) });
    const { stdout } = await diff(folder);
    expect(Buffer.byteLength(stdout)).toBeLessThanOrEqual(65_536);
    expect(stdout).toContain('The rest is not shown here');
  });

  test('HTML: one page without script, nothing of content in it acts', async () => {
    const folder = gitFolder(FILES);
    write(folder, { 'content/vi-vn/a.md': body('vi-VN', ['<script>alert(1)</script><img src=x onerror=alert(1)>', 'Good morning.']) });
    const { stdout } = await diff(folder, '--format', 'html');
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(stdout).not.toMatch(/<(?:script|img)/);
    expect(stdout).toContain('<ins>&lt;script&gt;');
    expect(parse(stdout).childNodes).toHaveLength(2);
    expect(await htmlProblems({ url: 'diff.html', html: stdout, elements: [] })).toEqual([]);
  });

  test.each([
    [['diff'], 'needs a git ref', 'interlinear diff origin/main'],
    [['diff', 'gone'], 'There is no git ref "gone" here.', 'git fetch'],
    [['diff', 'main', '--format', 'jsno'], 'has no format "jsno"', 'Did you mean "json"?'],
  ])('%j is refused', async (args, message, hint) => {
    const { status, stderr } = await runInProcess(gitFolder(FILES), args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  test('no repository', async () => expect(await diff(temporaryFolder(FILES))).toMatchObject({ status: 2, stderr: expect.stringContaining('is not part of a git repository') }));
});
