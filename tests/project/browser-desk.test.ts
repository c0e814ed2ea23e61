import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { segmentChecks } from '../../src/checks/segment-checks.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { BitextFile, DeskArticle, DeskEdit, DeskRow } from '../../src/model/desk.ts';
import { createBrowserDesk, type BrowserDesk, type DeskRules } from '../../src/project/browser-desk.ts';
import { createDesk, type Desk } from '../../src/project/desk.ts';
import { openContent } from '../../src/project/open-content.ts';
import { reviewFiles } from '../../src/project/review-files.ts';
import { joinReports } from '../../src/project/scan-content.ts';
import { createShard } from '../../src/project/shard.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { article } from '../support/desk-server.ts';

const SOURCES = ['Mail', 'Open the **mailbox** of Azure 2019.', 'See [help](https://example.com/) for `Get-Mailbox`.', 'Wait for the answer.', 'Wait for the answer.'];
const TARGETS = {
  'de-de': ['E-Mail', 'Öffnen Sie das **Postfach** von Azure 2019.', 'Siehe [Hilfe](https://example.com/) zu `Get-Mailbox`.', 'Warten Sie auf die Antwort.', 'Antwort abwarten.'],
  'vi-vn': ['Thư', 'Mở **hộp thư** của Azure 2019.', 'Xem [trợ giúp](https://example.com/) về `Get-Mailbox`.', 'Chờ câu trả lời.', 'Chờ câu trả lời.'],
  'ja-jp': ['メール', 'Azure 2019 の**メールボックス**を開きます。', '`Get-Mailbox` のヘルプを参照。', '応答を待ちます。', '応答を待ちます。'],
};
const CONTENT = {
  'site.yml': 'review: true\nignore:\n  - { rules: [doubled-word], paths: [mail.md], reason: known }\n',
  'glossary.yml': 'terms:\n  - term: mailbox\n    targets:\n      de: { use: Postfach, avoid: Mailbox }\n',
  ...Object.fromEntries(Object.entries(TARGETS).map(([locale, targets]) => [`${locale}/mail.md`, article(locale, targets.map((target, at) => [target, SOURCES[at] ?? '']))])),
};

interface Both {
  readonly server: Desk;
  readonly browser: BrowserDesk;
  published(locale: string): DeskArticle;
  readonly bitexts: ReadonlyMap<string, BitextFile>;
}

/** The desk of a server, and the published one of the same content. */
function open(): Both {
  const host = createNodeHost();
  const map = openContent(host, { root: temporaryFolder(CONTENT), configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  const scan = joinReports([createShard({ host, map, writeAsset: () => {} }).scan(map.paths, false)], map, []);
  const files = new Map([...reviewFiles(host, map, scan, checks)].map(({ path, text }) => [path.replace(/^review\/data\/|\.json$/g, ''), JSON.parse(text) as unknown]));
  const server = createDesk({ host, map, baseline: [], write: () => 'written', now: () => '', history: () => Promise.resolve([]), views: new Map(), writeAsset: () => {}, pageUrl: undefined });
  while (server.work(1));
  return {
    server,
    browser: createBrowserDesk(files.get('rules') as DeskRules),
    published: (locale) => files.get(`article/${locale}/mail.md`) as DeskArticle,
    bitexts: new Map([...files].flatMap(([name, file]) => (name.startsWith('bitext/') ? [[name.split('/')[1] ?? '', file as BitextFile] as const] : []))),
  };
}

function rowOf({ rows }: DeskArticle, ordinal: string): DeskRow {
  const row = rows.find((each) => each.ordinal === ordinal);
  if (!row) throw new Error(`No row ${ordinal}.`);
  return row;
}

const raw = (text: string): DeskEdit => ({ kind: 'raw', text });

describe('an edit is read and checked as by the server', () => {
  test.each<readonly [string, DeskEdit]>([
    ['102', raw('E-Mail')],
    ['102', raw('E-Mail E-Mail')],
    ['102', raw('E- *Mail\\')],
    ['102', raw('')],
    ['102', raw('<script>x</script>')],
    ['102', { kind: 'pieces', pieces: ['a < b & *c* `d` [e](f)'] }],
    ['103', raw('Öffnen Sie die **Mailbox** von Himmelblau.')],
    ['103', raw('Öffnen Sie das Postfach\nvon Azure 2016.')],
    ['103', { kind: 'pieces', pieces: ['Open ', { side: 'source', token: 1 }, 'Postfach'] }],
    ['104', raw('Siehe Hilfe zu `Get-Mailbox`.')],
    ['104', raw('Siehe [](https://example.com/) zu `Get-Mailbox`.')],
    ['104', raw('Siehe [Hilfe](https://example.com/)zu `Get-Mailbox` > > [x].')],
    ['105', raw('Wait for the answer of the server and then go on with it.')],
    ['105', raw('Warten Sie auf die die Antwort ...')],
  ])('%s %j', (ordinal, edit) => {
    const { server, browser, published } = open();
    const ours = browser.check(published('de-de'), rowOf(published('de-de'), ordinal), edit);
    const theirs = server.check({ locale: 'de-de', path: 'mail.md', ordinal, edit });
    const known = new Set(segmentChecks.map(({ id }) => id));
    expect(ours).toEqual(JSON.parse(JSON.stringify({ ...theirs, findings: theirs?.findings.filter(({ rule }) => known.has(rule)) })));
  });
});

test('rules that are silenced stay silent', () => {
  const { browser, published } = open();
  const doubled = raw('Warten Sie auf Antwort Antwort.');
  expect(browser.check(published('de-de'), rowOf(published('de-de'), '105'), doubled).findings.map(({ rule }) => rule)).not.toContain('doubled-word');
  expect(browser.check({ locale: 'de-de', path: 'mail.md', file: '' }, rowOf(published('de-de'), '105'), doubled).findings.map(({ rule }) => rule)).toContain('doubled-word');
});

test('context, concordance and replacing give what the server gives', () => {
  const { server, browser, published, bitexts } = open();
  for (const [locale, file] of bitexts) browser.learn(locale, file);
  for (const ordinal of ['103', '104', '105', '106']) {
    const others = published('de-de').others?.map((locale) => published(locale)) ?? [];
    expect(browser.context(published('de-de'), rowOf(published('de-de'), ordinal), others)).toEqual(JSON.parse(JSON.stringify(server.context('de-de', 'mail.md', ordinal))));
  }
  for (const query of [{ words: 'mailbox', side: 'source', locale: 'de-de' }, { words: 'hop thu', side: 'target', locale: undefined }, { words: 'メール', side: 'target', locale: 'ja-jp' }] as const) {
    const answer = browser.concordance(query);
    expect(answer.total).toBeGreaterThan(0);
    const byLocale = (found: typeof answer) => ({ ...found, hits: found.hits.toSorted((a, b) => (`${a.entry.locale} ${a.entry.ordinal}` < `${b.entry.locale} ${b.entry.ordinal}` ? -1 : 1)) });
    expect(byLocale(answer)).toEqual(byLocale(server.concordance(query)));
  }
  const request = { locale: 'de-de', find: 'Antwort', replacement: 'A&B', matchCase: true };
  expect(browser.replace(request)).toEqual(server.replace(request));
  expect(browser.repeats('Wait for the answer.', 'de-de')).toBe(1);
});

test('the browser has every check that looks at one segment, and no other', () => {
  expect(segmentChecks.map(({ id }) => id)).toEqual(checks.filter(({ scope }) => scope === 'segment').map(({ id }) => id));
});
