import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { writeAtomically } from '../../src/host/atomic-write.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { Article, Segment } from '../../src/model/article.ts';
import type { CheckResponse, SaveChange } from '../../src/model/desk.ts';
import { createDesk, type Desk, type LongPaths } from '../../src/project/desk.ts';
import { articlePart } from '../../src/project/desk-part.ts';
import { passageAround } from '../../src/project/desk-passage.ts';
import { deskThread } from '../../src/project/desk-thread.ts';
import { openContent } from '../../src/project/open-content.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';

const pair = (target: string, source: string, ordinal: number): string =>
  `<span data-ttu-id="3a85d-${ordinal}">${target}</span><span class="sxs-lookup"><span data-stu-id="3a85d-${ordinal}">${source}</span></span>`;

/** Sections of four segments: a heading, a paragraph of two, a table. */
function longArticle(segments: number): string {
  const blocks = ['---\ntitle: Lang\nms.contentlocale: de-DE\n---'];
  for (let at = 102; at < 102 + segments; at += 4) {
    blocks.push(`## ${pair(`Teil ${at}`, `Part ${at}`, at)}`, `${pair(`Öffnen Sie das **Postfach** ${at}.`, `Open the **mailbox** ${at}.`, at + 1)} ${pair('Mehr.', 'More.', at + 2)}`, `| A |\n| --- |\n| ${pair('Zelle', 'Cell', at + 3)} |`);
  }
  return `${blocks.join('\n\n')}\n`;
}

interface Opened {
  readonly desk: Desk;
  /** Files read since they were counted last. */
  readonly reads: () => number;
}

function deskOn(files: Readonly<Record<string, string>> | string, isLong = false): Opened {
  let reads = 0;
  const node = createNodeHost();
  const host = { ...node, readText: (file: string) => (reads += 1, node.readText(file)) };
  const map = openContent(host, { root: typeof files === 'string' ? files : temporaryFolder(files), configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  const thread = deskThread(host, map);
  // As a message brings it: a copy.
  const long: LongPaths = { includes: (path) => path === 'long.md', read: async (path, known) => structuredClone(thread.readForDesk({ path, known })), rest: async () => {} };
  const desk = createDesk({ host, map, baseline: [], write: writeAtomically, now: () => '2026-01-02T03:04:05.000Z', history: async () => [], views: new Map(), writeAsset: () => {}, pageUrl: undefined, ...(isLong && { long }) });
  return { desk, reads: () => [reads, (reads = 0)][0] ?? 0 };
}

/** Counts what is read of an article's segments from now on. */
function counted(article: Article): () => number {
  let count = 0;
  const segments = article.segments as Segment[];
  segments.forEach((segment, at) => {
    segments[at] = new Proxy(segment, { get: (own, name) => (count += 1, Reflect.get(own, name) as unknown) });
  });
  return () => [count, (count = 0)][0] ?? 0;
}

const typed = (desk: Desk, ordinal: string, text: string): CheckResponse | undefined => desk.check({ locale: 'de-de', path: 'long.md', ordinal, edit: { kind: 'raw', text } });

test('a key costs the same in a long article as in a short one: no file is read, and no segment beyond its passage', () => {
  const [short, long] = [40, 2000].map((segments) => {
    const { desk, reads } = deskOn({ 'de-de/long.md': longArticle(segments) });
    const article = desk.open('de-de', 'long.md')?.translation.article;
    if (!article) throw new Error('No article.');
    const ordinal = String(102 + 4 * Math.floor(segments / 8) + 1);
    typed(desk, ordinal, 'Das **Postfach**');
    const count = counted(article);
    reads();
    const answer = typed(desk, ordinal, 'Das **Postfach**  öffnen');
    expect(answer?.findings.map(({ rule }) => rule)).toContain('double-space');
    return [count(), reads()] as const;
  });
  expect(long?.[1]).toBe(0);
  expect(short?.[0]).toBeGreaterThan(0);
  // A look-up by halves takes a few steps more.
  expect(long?.[0]).toBeLessThan((short?.[0] ?? 0) + 60);
});

describe('the passage', () => {
  const TEXTS = ['Das Postfach.', '</span>', '`x', '**fett**', '| b', '1. x', '# x', 'x  y', '<app>', '', '&amp; [l](u)', '\\'];
  const article = `---\ntitle: T\n---\n${[
    pair('A', 'A', 102), `1. ${pair('B', 'B', 103)}\n2. ${pair('C <app>', 'C <app>', 104)} ${pair('D', 'D', 105)}`, `| x | ${pair('E', 'E', 106)} | ${pair('F', 'F', 107)} |`, '```\ncode\n\ncode\n```', `> ${pair('G', 'G', 108)}`,
    `<table><tr><td>${pair('H', 'H', 109)}</td></tr></table>`, pair('I <app>', 'I', 110), pair('J', 'J', 110),
  ].join('\n\n')}\n`;

  test('gives the findings that the whole article gives', async () => {
    const { desk } = deskOn({ 'de-de/long.md': article });
    const whole = (ordinal: string, text: string): unknown => {
      const { desk: other } = deskOn({ 'de-de/long.md': article });
      const row = other.article('de-de', 'long.md')?.rows.find((each) => each.ordinal === ordinal);
      const saved = row && other.save(change(ordinal, row.source.hash, row.target.hash, text), '');
      return saved?.kind === 'saved' ? { raw: saved.row.target.raw, rules: saved.row.findings.map(({ rule, inTarget, inSource }) => ({ rule, inTarget, inSource })) } : { refused: saved?.kind === 'refused' && saved.refusal.reason };
    };
    desk.open('de-de', 'long.md');
    fc.assert(fc.property(fc.integer({ min: 102, max: 109 }), fc.constantFrom(...TEXTS), (number, text) => {
      const answer = typed(desk, String(number), text);
      const own = answer?.refused ? { refused: answer.refused.reason } : { raw: answer?.target.raw, rules: answer?.findings.map(({ rule, inTarget, inSource }) => ({ rule, inTarget, inSource })) };
      expect(own).toEqual(whole(String(number), text));
    }), { numRuns: 60 });
  });

  test('is short, whatever stands around it, and reads as in its article', () => {
    const lines = [longArticle(2000), longArticle(2000).replaceAll('\n\n', ' '), `---\ntitle: T\n---\n${'```\n'.repeat(9)}${longArticle(400).slice(40)}`];
    for (const text of lines) {
      const read = ingest({ locale: 'de-de', path: 'a.md', file: 'de-de/a.md', text });
      expect(read.segments.length).toBeGreaterThan(300);
      for (const at of [0, 1, Math.floor(read.segments.length / 2), read.segments.length - 1]) {
        const segment = read.segments[at];
        const passage = segment && passageAround(read, segment);
        expect(passage?.article.segments[passage.index]).toMatchObject({ ordinal: segment?.ordinal, target: segment?.target });
        expect(passage?.article.text.length).toBeLessThan(6000);
      }
    }
  });
});

describe('a long path', () => {
  const files = { 'de-de/long.md': longArticle(400), 'de-de/short.md': `---\ntitle: Kurz\n---\n# ${pair('Kurz', 'Short', 102)}\n` };

  test('is read aside, and the queue counts it when it is read', async () => {
    const { desk } = deskOn(files, true);
    while (desk.work(1));
    expect(desk.info()).toMatchObject({ checked: 1, articles: 2 });
    await desk.ready('long.md');
    expect(desk.info()).toMatchObject({ checked: 2 });
    expect(desk.queue('de-de')).toEqual(deskOnAll(files).queue('de-de'));
    expect(desk.concordance({ words: 'mailbox 103', side: 'source', locale: undefined }).total).toBe(deskOnAll(files).concordance({ words: 'mailbox 103', side: 'source', locale: undefined }).total);
  });

  test('gives the rows that it gives read here', async () => {
    const { desk } = deskOn(files, true);
    await desk.ready('long.md', true);
    expect(JSON.parse([...(desk.articlePieces('de-de', 'long.md') ?? [])].join(''))).toEqual(JSON.parse(JSON.stringify(deskOnAll(files).article('de-de', 'long.md'))));
  });

  test('after a save says what it would say read anew, without being read', async () => {
    const root = temporaryFolder(files);
    const { desk } = deskOn(root, true);
    await desk.ready('long.md', true);
    for (const [ordinal, text, state] of [['107', 'Das  **Postfach** 106', undefined], ['103', 'Das  **Postfach**.', undefined], ['104', 'Noch  mehr.', 'reviewed'], ['103', 'Das **Postfach** ist lang.', 'final']] as const) {
      const row = desk.article('de-de', 'long.md')?.rows.find((each) => each.ordinal === ordinal);
      expect(row && desk.save({ ...change(ordinal, row.source.hash, row.target.hash, text), state }, '').kind).toBe('saved');
    }
    const kept = [desk.article('de-de', 'long.md')?.rows, desk.queue('de-de').filter(({ path }) => path === 'long.md')];
    const anew = deskOnAll(root);
    expect(kept).toEqual([anew.article('de-de', 'long.md')?.rows, anew.queue('de-de').filter(({ path }) => path === 'long.md')]);
  });

  test('is shown in part, around the segment', async () => {
    const { desk } = deskOn(files, true);
    await desk.ready('long.md');
    const preview = await desk.preview('de-de', 'long.md', '302');
    expect(preview).toMatchObject({ isPart: true, title: 'Lang' });
    expect(preview?.html).toContain('id="s302"');
    expect(preview?.html).not.toContain('id="s102"');
    expect(await desk.preview('de-de', 'short.md', '102')).toMatchObject({ isPart: false });
  });

  test('that is changed on the disk is read again before it is shown', async () => {
    const root = temporaryFolder(files);
    const { desk } = deskOn(root, true);
    await desk.ready('long.md', true);
    writeFileSync(join(root, 'de-de/long.md'), files['de-de/long.md'].replace('Teil 102', 'Neu'));
    await desk.ready('long.md', true);
    expect(desk.article('de-de', 'long.md')?.rows[0]?.target.raw).toBe('Neu');
  });
});

test('a part is cut between blocks and takes along what its links need', () => {
  const text = `---\ntitle: T\n---\n${Array.from({ length: 300 }, (_, at) => `## H${at}\n\n\`\`\`\n\n# no heading\n\n\`\`\`\n\n${pair(`Satz ${'x'.repeat(200)} ${at}`, `Words ${at}`, 102 + at)}`).join('\n\n')}\n\n[ref]: https://example.com/\n`;
  const article = ingest({ locale: 'de-de', path: 'a.md', file: 'de-de/a.md', text });
  for (const segment of article.segments) {
    const part = articlePart(article, segment);
    expect(part.length).toBeLessThan(40_000);
    expect(part).toContain(`data-ttu-id="3a85d-${segment.ordinal}"`);
    expect(part).toContain('[ref]: https://example.com/');
    expect(part.match(/```/g)?.length).toSatisfy((count: number) => count % 2 === 0);
    expect(part.startsWith('---\ntitle: T\n---\n')).toBe(true);
  }
});

function deskOnAll(files: Readonly<Record<string, string>> | string): Desk {
  const { desk } = deskOn(files);
  while (desk.work(1));
  return desk;
}

function change(ordinal: string, source: string, target: string, text: string): SaveChange {
  return { locale: 'de-de', path: 'long.md', ordinal, source, target, edit: { kind: 'raw', text }, state: undefined, rejection: undefined, comment: undefined };
}
