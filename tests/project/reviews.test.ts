import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { BitextFile, DeskArticle, DeskInfo, QueueItem } from '../../src/model/desk.ts';
import type { SegmentReview } from '../../src/model/review.ts';
import { openLiveSite } from '../../src/project/live-site.ts';
import { openContent } from '../../src/project/open-content.ts';
import { reviewFiles } from '../../src/project/review-files.ts';
import { joinReports } from '../../src/project/scan-content.ts';
import { createShard } from '../../src/project/shard.ts';
import { contentStatus } from '../../src/project/status.ts';
import { contentHash } from '../../src/text/content-hash.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';

const pair = (target: string, source: string, ordinal: number): string =>
  `<span data-ttu-id="3a85d-${ordinal}">${target}</span><span class="sxs-lookup"><span data-stu-id="3a85d-${ordinal}">${source}</span></span>`;
const ARTICLE = `---\ntitle: Mail\nms.translationtype: MT\n---\n# ${pair('E-Mail', 'Mail', 102)}\n\n${pair('Eins.', 'One.', 103)} ${pair('Zwei.', 'Two.', 104)}\n`;
const said = (ordinal: string, source: string, target: string, state: SegmentReview['state'] = 'reviewed'): string =>
  `${JSON.stringify({ ordinal, state, source: contentHash(source), target: contentHash(target) })}\n`;

function open(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder(files);
  const host = createNodeHost();
  const map = openContent(host, { root, configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  const scan = joinReports([createShard({ host, map, writeAsset: () => {} }).scan(map.paths, false)], map, []);
  return { root, host, map, scan };
}

const REVIEWED = { 'de-de/mail.md': ARTICLE, 'de-de/mail.md.review.jsonl': said('102', 'Mail', 'E-Mail') + said('103', 'One.', 'Eins.', 'final') + said('104', 'Two.', 'Anders.') };

test('what people have accepted is counted by `status`, and only for the texts that they saw', () => {
  const { host, map, scan } = open(REVIEWED);
  expect(contentStatus(host, map, scan).locales[0]).toMatchObject({ locale: 'de-de', segments: 3, reviewed: 2 });
});

test('a review file is no file that an article may link or publish', () => {
  const { map, scan } = open({ ...REVIEWED, 'de-de/links.md': '[x](mail.md.review.jsonl)\n' });
  expect([...map.inventory.files]).not.toContain('de-de/mail.md.review.jsonl');
  expect([...map.inventory.reviews]).toEqual(['de-de/mail.md.review.jsonl']);
  expect(scan.findings.map(({ rule }) => rule)).toContain('link-target-missing');
});

test('a damaged line is a finding in the review file', () => {
  const { scan } = open({ ...REVIEWED, 'de-de/mail.md.review.jsonl': `${said('102', 'Mail', 'E-Mail')}<<<<<<< ours\n` });
  expect(scan.findings.filter(({ rule }) => rule === 'invalid-review-file')).toMatchObject([{ severity: 'warning', file: 'de-de/mail.md.review.jsonl', path: 'mail.md', locale: 'de-de', line: 2 }]);
});

test('a page says how many of its sentences people have read, and follows what is said', async () => {
  const { root, host, map } = open({ 'de-de/mail.md': ARTICLE });
  const site = openLiveSite(host, map, checks, () => {});
  const notice = async (): Promise<unknown> => {
    const found = await site.source.page('de-de', 'mail/');
    return found.kind === 'article' ? found.page.notices.find(({ kind }) => kind === 'machine') : undefined;
  };
  expect(await notice()).toMatchObject({ reviewed: undefined });
  writeFileSync(join(root, 'de-de/mail.md.review.jsonl'), said('102', 'Mail', 'E-Mail'));
  site.update(['de-de/mail.md.review.jsonl']);
  expect(await notice()).toMatchObject({ reviewed: { reviewed: 1, of: 3 } });
  appendFileSync(join(root, 'de-de/mail.md.review.jsonl'), said('103', 'One.', 'Eins.'));
  site.update(['de-de/mail.md.review.jsonl']);
  expect(await notice()).toMatchObject({ reviewed: { reviewed: 2, of: 3 } });
  // A text that changes is not read any more.
  writeFileSync(join(root, 'de-de/mail.md'), readFileSync(join(root, 'de-de/mail.md'), 'utf8').replace('>Eins.<', '>1.<'));
  site.update(['de-de/mail.md']);
  expect(await notice()).toMatchObject({ reviewed: { reviewed: 1, of: 3 } });
});

describe('the published desk', () => {
  const filesOf = (content: Readonly<Record<string, string>>) => {
    const { host, map, scan } = open(content);
    const files = new Map([...reviewFiles(host, map, scan, checks)].map(({ path, text }) => [path, JSON.parse(text) as unknown]));
    return { names: [...files.keys()].sort(), read: <Shape>(path: string): Shape => files.get(`review/data/${path}`) as Shape };
  };
  const SITE = { ...REVIEWED, 'site.yml': 'review: true\nbase: /help/\n', 'ar-sa/guides/a.md': ARTICLE };

  test('has one small file an article, one queue a locale, and few files for what no server answers', () => {
    expect(filesOf(SITE).names).toEqual(['article/ar-sa/guides/a.md', 'article/de-de/mail.md', 'bitext/ar-sa/0', 'bitext/de-de/0', 'desk', 'queue/ar-sa', 'queue/de-de', 'rules'].map((name) => `review/data/${name}.json`));
  });

  test('says what a server would say, and that nothing can be saved', () => {
    const { read } = filesOf(SITE);
    expect(read<DeskInfo>('desk.json')).toMatchObject({ canSave: false, checked: 2, articles: 2, pageUrl: '/help/{locale}/{slug}', published: { bitext: { 'ar-sa': 1, 'de-de': 1 } } });
    expect(read<readonly QueueItem[]>('queue/de-de.json')).toMatchObject([{ path: 'mail.md', segments: 3, reviewed: 2, provenance: 'MT' }]);
    expect(read<DeskArticle>('article/de-de/mail.md.json')).toMatchObject({ slug: 'mail/', rows: [{ ordinal: '102', state: 'reviewed' }, { ordinal: '103', state: 'final' }, { ordinal: '104', state: 'translated' }], others: [] });
  });

  test('the bitext is in files of some hundred segments, in path order', () => {
    const long = 'x '.repeat(1000);
    const articles = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`de-de/${String(at).padStart(3, '0')}.md`, `# ${pair(`T${at}`, `S${at} ${long}`, 102)}\n`]));
    const { read } = filesOf({ ...articles, 'site.yml': 'review: true\n' });
    const count = read<DeskInfo>('desk.json').published?.bitext['de-de'] ?? 0;
    expect(count).toBe(2);
    const segments = Array.from({ length: count }, (_, at) => read<BitextFile>(`bitext/de-de/${at}.json`)).flat();
    expect(segments.map(([path]) => path)).toEqual(Object.keys(articles).map((file) => file.slice('de-de/'.length)));
    expect(segments[7]?.[1][0]).toEqual(['102', expect.stringMatching(/^S7 x/), 'T7']);
  });

  test('says which rules nobody wants to hear of, which rows are HTML, and who has the same version', () => {
    const { read } = filesOf({
      'site.yml': 'review: true\nignore:\n  - { rules: [doubled-word], paths: [mail.md], reason: old }\n',
      'de-de/mail.md': `${ARTICLE}\n<!-- interlinear-ignore number-missing: fine -->\n${pair('Drei.', 'Three.', 105)}\n\n<div><b>${pair('Vier', 'Four', 106)}</b></div>\n`,
      'ar-sa/mail.md': `${ARTICLE}\n${pair('Drei.', 'Three.', 105)}\n\n<div><b>${pair('Vier', 'Four', 106)}</b></div>\n`,
    });
    const article = read<DeskArticle>('article/de-de/mail.md.json');
    expect(article.others).toEqual(['ar-sa']);
    expect(article.silenced).toEqual([{ rules: ['doubled-word'] }, { rules: ['number-missing'], lines: expect.objectContaining({}) as object }]);
    expect(article.rows.map(({ isHtml }) => isHtml === true)).toEqual([false, false, false, false, true]);
    expect(read<BitextFile>('bitext/de-de/0.json')[0]?.[1].at(-1)).toEqual(['106', 'Four', 'Vier', 1]);
  });
});
