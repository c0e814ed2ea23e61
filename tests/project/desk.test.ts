import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { writeAtomically } from '../../src/host/atomic-write.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { DeskRow, SaveChange } from '../../src/model/desk.ts';
import type { BaselineEntry } from '../../src/project/baseline.ts';
import { createDesk, type Desk } from '../../src/project/desk.ts';
import { openContent } from '../../src/project/open-content.ts';
import { commit, git, gitFolder } from '../cli/git-folder.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';

const NOW = '2026-01-02T03:04:05.000Z';

function pair(target: string, source: string, ordinal: number): string {
  return `<span data-ttu-id="3a85d-${ordinal}">${target}</span><span class="sxs-lookup"><span data-stu-id="3a85d-${ordinal}">${source}</span></span>`;
}

const article = (locale: string, ...pairs: string[]): string =>
  `---\ntitle: Mail\nms.contentlocale: ${locale}\nms.openlocfilehash: "${'a'.repeat(40)}"\nms.translationtype: MT\n---\n# ${pairs[0]}\n\n${pairs.slice(1).join(' ')}\n`;

const CONTENT: Readonly<Record<string, string>> = {
  'de-de/mail.md': article('de-DE', pair('E-Mail', 'Mail', 102), pair('Öffnen Sie das **Postfach**.', 'Open the **mailbox**.', 103), pair('Siehe [Hilfe](https://example.com/).', 'See [help](https://example.com/).', 104)),
  'vi-vn/mail.md': article('vi-VN', pair('Thư', 'Mail', 102), pair('Mở **hộp thư**.', 'Open the **mailbox**.', 103), pair('Xem [trợ giúp](https://example.com/).', 'See [help](https://example.com/).', 104)),
  'ja-jp/mail.md': article('ja-JP', pair('メール', 'Mail', 102), pair('**メールボックス**を開きます。', 'Open the **mailbox**.', 103), pair('ヘルプを参照。', 'See [help](https://example.com/).', 104)),
  'ar-sa/mail.md': article('ar-SA', pair('البريد', 'Mail', 102), pair('افتح **علبة البريد**.', 'Open the **mailbox**.', 103), pair('راجع [المساعدة](https://example.com/).', 'See [help](https://example.com/).', 104)),
  'de-de/other.md': article('de-DE', pair('Anderes', 'Other', 102), pair('Das **Postfach** öffnen.', 'Open the **mailbox**.', 103)),
};

interface Opened {
  readonly desk: Desk;
  readonly root: string;
  read(file: string): string;
}

/** A desk on a folder of its own. */
function openDesk(write?: typeof writeAtomically): Opened {
  return deskOn(temporaryFolder(CONTENT), write);
}

function deskOn(root: string, write: typeof writeAtomically = writeAtomically, baseline: readonly BaselineEntry[] = []): Opened {
  const host = createNodeHost();
  const map = openContent(host, { root, configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  const desk = createDesk({ host, map, baseline, write, now: () => NOW, history: () => Promise.resolve([]), views: new Map([['mail.md', 7]]), writeAsset: () => {}, pageUrl: undefined });
  while (desk.work(1));
  return { desk, root, read: (file) => readFileSync(join(root, file), 'utf8') };
}

function row(desk: Desk, ordinal: string, locale = 'de-de'): DeskRow {
  const found = desk.article(locale, 'mail.md')?.rows.find((each) => each.ordinal === ordinal);
  if (!found) throw new Error(`No row ${ordinal}.`);
  return found;
}

function changeOf(seen: DeskRow, more: Partial<SaveChange>): SaveChange {
  return { locale: 'de-de', path: 'mail.md', ordinal: seen.ordinal, source: seen.source.hash, target: seen.target.hash, edit: undefined, state: undefined, rejection: undefined, comment: undefined, ...more };
}

test('the queue has one entry an article', () => {
  const { desk } = openDesk();
  expect(desk.info()).toMatchObject({ checked: 2, articles: 2, canSave: true });
  expect(desk.queue('de-de')).toMatchObject([
    { path: 'mail.md', title: 'Mail', segments: 3, words: 6, reviewed: 0, provenance: 'MT', views: 7 },
    { path: 'other.md', segments: 2, words: 4, views: undefined },
  ]);
});

describe('saving', () => {
  test('an edit changes the bytes of its target and nothing else; its state lies beside the article', () => {
    const { desk, root, read } = openDesk();
    const result = desk.save(changeOf(row(desk, '103'), { edit: { kind: 'raw', text: 'Ihr **Postfach** öffnen.' }, state: 'reviewed', comment: 'kürzer' }), 'Ada');
    expect(result).toMatchObject({ kind: 'saved', row: { state: 'reviewed', provenance: 'edited', target: { raw: 'Ihr **Postfach** öffnen.' } } });
    expect(read('de-de/mail.md')).toBe(CONTENT['de-de/mail.md']?.replace('Öffnen Sie das **Postfach**.', 'Ihr **Postfach** öffnen.'));
    expect(JSON.parse(read('de-de/mail.md.review.jsonl'))).toMatchObject({ ordinal: '103', state: 'reviewed', provenance: 'edited', by: 'Ada', at: NOW, comments: [{ text: 'kürzer', by: 'Ada' }] });
    expect(desk.queue('de-de')[0]).toMatchObject({ reviewed: 1 });
    expect(row(deskOn(root).desk, '103')).toMatchObject({ state: 'reviewed', comments: [{ text: 'kürzer' }] });
  });

  test('codes of the row stay whole, what is typed reads as typed', () => {
    const { desk, read } = openDesk();
    const seen = row(desk, '103');
    const tokens = seen.target.tokens;
    const open = tokens.findIndex(({ kind }) => kind === 'open');
    const close = tokens.findIndex(({ kind }) => kind === 'close');
    const pieces = ['*1* ', { side: 'target' as const, token: open }, 'Post*fach', { side: 'target' as const, token: close }, '!'];
    expect(desk.save(changeOf(seen, { edit: { kind: 'pieces', pieces } }), '')).toMatchObject({ kind: 'saved', row: { state: 'translated', target: { raw: '\\*1\\* **Post\\*fach**!' } } });
    expect(read('de-de/mail.md')).toContain('>\\*1\\* **Post\\*fach**!<');
  });

  test('a state alone leaves the article as it is', () => {
    const { desk, read } = openDesk();
    expect(desk.save(changeOf(row(desk, '102'), { state: 'final' }), '')).toMatchObject({ kind: 'saved', row: { state: 'final', provenance: 'MT' } });
    expect(read('de-de/mail.md')).toBe(CONTENT['de-de/mail.md']);
  });

  test('a rejection counts in the score until it is taken back', () => {
    const { desk } = openDesk();
    desk.save(changeOf(row(desk, '102'), { rejection: { category: 'term', severity: 'major', note: 'Postfach' } }), '');
    expect(desk.queue('de-de')[0]).toMatchObject({ rejected: 1, score: (5 / 6) * 1000 });
    desk.save(changeOf(row(desk, '102'), { rejection: null }), '');
    expect(desk.queue('de-de')[0]).toMatchObject({ rejected: 0, score: 0 });
  });

  test('a state does not survive a change of its text on the disk', () => {
    const { desk, root } = openDesk();
    desk.save(changeOf(row(desk, '103'), { state: 'final' }), '');
    writeFileSync(join(root, 'de-de/mail.md'), CONTENT['de-de/mail.md']?.replace('Öffnen', 'Öffnet') ?? '');
    expect(row(desk, '103')).toMatchObject({ state: 'translated', provenance: 'MT' });
  });

  test('a segment that was changed meanwhile is a conflict, with the text that is there now', () => {
    const { desk, root, read } = openDesk();
    const seen = row(desk, '103');
    const theirs = CONTENT['de-de/mail.md']?.replace('Öffnen Sie', 'Öffnet') ?? '';
    writeFileSync(join(root, 'de-de/mail.md'), theirs);
    expect(desk.save(changeOf(seen, { edit: { kind: 'raw', text: 'Mein **Postfach**.' } }), '')).toMatchObject({ kind: 'conflict', row: { target: { raw: 'Öffnet das **Postfach**.' } } });
    expect(read('de-de/mail.md')).toBe(theirs);
  });

  test('a change elsewhere in the file is kept', () => {
    const { desk, root, read } = openDesk();
    const seen = row(desk, '103');
    writeFileSync(join(root, 'de-de/mail.md'), CONTENT['de-de/mail.md']?.replace('>E-Mail<', '>Post<') ?? '');
    expect(desk.save(changeOf(seen, { edit: { kind: 'raw', text: 'Mein **Postfach**.' } }), '').kind).toBe('saved');
    expect(read('de-de/mail.md')).toContain('>Post<');
    expect(read('de-de/mail.md')).toContain('>Mein **Postfach**.<');
  });

  test('two desks on one folder lose nothing', () => {
    const one = openDesk();
    const two = deskOn(one.root);
    const [a, b] = [row(one.desk, '103'), row(two.desk, '104')];
    const mine = row(two.desk, '103');
    expect(one.desk.save(changeOf(a, { edit: { kind: 'raw', text: 'Eins **Postfach**.' }, state: 'reviewed' }), '').kind).toBe('saved');
    expect(two.desk.save(changeOf(b, { edit: { kind: 'raw', text: 'Zwei [Hilfe](https://example.com/).' }, state: 'final' }), '').kind).toBe('saved');
    expect(two.desk.save(changeOf(mine, { edit: { kind: 'raw', text: 'Drei **Postfach**.' } }), '').kind).toBe('conflict');
    expect(one.read('de-de/mail.md')).toContain('>Eins **Postfach**.<');
    expect(one.read('de-de/mail.md')).toContain('>Zwei [Hilfe]');
    expect(one.read('de-de/mail.md.review.jsonl').trim().split('\n')).toHaveLength(2);
  });

  test.each([
    ['lost link', '104', 'Siehe Hilfe.', 'lost-code'],
    ['new element', '103', '**Postfach** <script>alert(1)</script>', 'new-code'],
    ['nothing', '102', ' ', 'empty'],
  ])('%s is refused', (_, ordinal, text, reason) => {
    const { desk, read } = openDesk();
    expect(desk.save(changeOf(row(desk, ordinal), { edit: { kind: 'raw', text } }), '')).toMatchObject({ kind: 'refused', refusal: { reason } });
    expect(read('de-de/mail.md')).toBe(CONTENT['de-de/mail.md']);
  });

  test('a disk that refuses is told, and the file is as it was', () => {
    const { desk, read } = openDesk(() => {
      throw new Error('No space left on the device.');
    });
    expect(desk.save(changeOf(row(desk, '103'), { edit: { kind: 'raw', text: 'Ihr **Postfach**.' } }), '')).toEqual({ kind: 'failed', message: 'No space left on the device.' });
    expect(read('de-de/mail.md')).toBe(CONTENT['de-de/mail.md']);
  });

  test.each(['../../etc/passwd', 'mail.md/../../x', 'nothing.md', '/etc/passwd'])('%s is no article', (path) => {
    const { desk } = openDesk();
    expect(desk.article('de-de', path)).toBeUndefined();
    expect(desk.save({ ...changeOf(row(desk, '103'), {}), path }, '').kind).toBe('gone');
    expect(desk.article('../vi-vn', 'mail.md')).toBeUndefined();
  });

  test('an article that was deleted is gone', () => {
    const { desk, root } = openDesk();
    const seen = row(desk, '103');
    rmSync(join(root, 'de-de/mail.md'));
    expect(desk.save(changeOf(seen, { edit: { kind: 'raw', text: 'Ihr **Postfach**.' } }), '').kind).toBe('gone');
  });
});

test('what is being typed is checked as it would be written', () => {
  const { desk } = openDesk();
  const check = (text: string) => desk.check({ locale: 'de-de', path: 'mail.md', ordinal: '103', edit: { kind: 'raw', text } });
  expect(check('Das **Postfach** öffnen.')).toMatchObject({ findings: [], refused: undefined });
  expect(check('Das Postfach öffnen.')?.findings.map(({ rule }) => rule)).toContain('markup-count-differs');
  expect(check('Das **Postfach** öffnen. `x')).toMatchObject({ target: { raw: 'Das **Postfach** öffnen. `x' } });
  expect(desk.check({ locale: 'de-de', path: 'mail.md', ordinal: '999', edit: { kind: 'raw', text: 'x' } })).toBeUndefined();
});

test('the context of a segment shows it in all languages, what it has otherwise than they, and how it was said elsewhere', () => {
  const { desk } = openDesk();
  const context = desk.context('ja-jp', 'mail.md', '104');
  expect(context?.languages.map(({ locale }) => locale)).toEqual(['ar-sa', 'de-de', 'vi-vn']);
  expect(context?.outliers).toEqual(['3 of 4 locales have a link here']);
  expect(desk.context('de-de', 'mail.md', '103')).toMatchObject({ repeats: [{ path: 'other.md', target: 'Das **Postfach** öffnen.' }], matches: [{ score: 1 }] });
});

test('replacing finds words that readers see, and never a code', () => {
  const { desk } = openDesk();
  const found = desk.replace({ locale: 'de-de', find: 'postfach', replacement: 'Konto', matchCase: false });
  expect(found.changes.map(({ path, ordinal, after }) => [path, ordinal, after])).toEqual([['mail.md', '103', 'Öffnen Sie das **Konto**.'], ['other.md', '103', 'Das **Konto** öffnen.']]);
  expect(desk.replace({ locale: 'de-de', find: 'example.com', replacement: 'x', matchCase: false }).total).toBe(0);
  expect(desk.replace({ locale: 'de-de', find: 'Postfach', replacement: '*', matchCase: true }).changes[0]?.after).toBe('Öffnen Sie das **\\***.');
});

test('the concordance searches both sides', () => {
  const { desk } = openDesk();
  expect(desk.concordance({ words: 'mailbox', side: 'source', locale: undefined }).total).toBe(5);
  expect(desk.concordance({ words: 'hop thu', side: 'target', locale: 'vi-vn' }).total).toBe(1);
});

describe('segments in a block of HTML, where no Markdown is read', () => {
  const file = `---\ntitle: T\n---\n<table><tr><td>${pair('Alt', 'Old', 102)}</td><td>${pair('a *b* &lt;c', 'a *b* &lt;c', 103)}</td></tr></table>\n\n| A | B |\n| --- | --- |\n| ${pair('Eins', 'One', 104)} | ${pair('Zwei', 'Two', 105)} |\n`;
  const edited = (ordinal: string, typed: string) => {
    const opened = deskOn(temporaryFolder({ 'de-de/mail.md': file }));
    const result = opened.desk.save(changeOf(row(opened.desk, ordinal), { edit: { kind: 'pieces', pieces: [typed] } }), '');
    return { opened, result };
  };
  const TYPED = ['1 * 2 * 3', '*fett*', '<b>', 'a & b', '&amp;', '`x', 'C:\\', 'a|b', '[l](u)', '</span>', '</td></tr></table>', '1. x', '# x', '~~x~~', '<!-- x -->'];

  test('their codes are tags and references', () => {
    const { desk } = deskOn(temporaryFolder({ 'de-de/mail.md': file }));
    expect(row(desk, '103').target.tokens.map((token) => [token.kind, 'text' in token ? token.text : ''])).toEqual([['text', 'a *b* '], ['entity', '<'], ['text', 'c']]);
  });

  test.each(TYPED.flatMap((typed) => ['102', '104'].map((ordinal) => [typed, ordinal] as const)))('%s typed in %s reads so on the page', async (typed, ordinal) => {
    const { opened, result } = edited(ordinal, typed);
    expect(result.kind).toBe('saved');
    const preview = await opened.desk.preview('de-de', 'mail.md');
    const shown = new RegExp(`<span id="s${ordinal}">(.*?)</span>`).exec(preview?.html ?? '')?.[1];
    expect(shown?.replace(/<bdi>|<\/bdi>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')).toBe(typed);
    // The other cells are where they were.
    expect(opened.desk.article('de-de', 'mail.md')?.rows.map((each) => each.ordinal)).toEqual(['102', '103', '104', '105']);
    expect(preview?.html.match(/<td/g)).toHaveLength(4);
  });
});

test('an MDX article has a preview, without its components', async () => {
  const { desk } = deskOn(temporaryFolder({ 'de-de/a.mdx': `---\ntitle: T\n---\n${pair('Satz', 'Sentence', 102)}\n\n<Card title="x">y</Card>\n` }));
  expect((await desk.preview('de-de', 'a.mdx'))?.html).toContain('Satz');
});

describe('several people on one folder', () => {
  test('what two say of one article at the same time stays', () => {
    const root = temporaryFolder(CONTENT);
    const other = deskOn(root);
    let isFirst = true;
    const one = deskOn(root, (file, text, expected) => {
      // The other one is quicker by a moment.
      if (isFirst && file.endsWith('.jsonl')) {
        isFirst = false;
        other.desk.save(changeOf(row(other.desk, '104'), { state: 'final', comment: 'zwei' }), 'B');
      }
      return writeAtomically(file, text, expected);
    });
    expect(one.desk.save(changeOf(row(one.desk, '103'), { edit: { kind: 'raw', text: 'Eins **Postfach**.' }, state: 'reviewed', comment: 'eins' }), 'A').kind).toBe('saved');
    expect(one.read('de-de/mail.md.review.jsonl').trim().split('\n').map((line) => JSON.parse(line) as unknown)).toMatchObject([{ ordinal: '103', state: 'reviewed', comments: [{ text: 'eins' }] }, { ordinal: '104', state: 'final', comments: [{ text: 'zwei' }] }]);
  });

  test('with a git pull in between: nothing is lost', () => {
    const upstream = gitFolder(CONTENT);
    const root = join(temporaryFolder(), 'clone');
    git(join(root, '..'), 'clone', '--quiet', upstream, root);
    const [one, two] = [deskOn(root), deskOn(root)];
    const seen = new Map((['102', '103', '104'] as const).map((ordinal) => [ordinal, row(one.desk, ordinal)]));
    const seenByTwo = row(two.desk, '103');
    const raw = (text: string): Partial<SaveChange> => ({ edit: { kind: 'raw', text } });
    commit(upstream, { 'de-de/mail.md': CONTENT['de-de/mail.md']?.replace('>E-Mail<', '>Post<'), 'de-de/new.md': article('de-DE', pair('Neu', 'New', 102)) });
    expect(one.desk.save(changeOf(seen.get('104') ?? row(one.desk, '104'), raw('Sieh [Hilfe](https://example.com/).')), 'A').kind).toBe('saved');
    git(root, 'add', '--all');
    git(root, 'commit', '--quiet', '--message', 'mine');
    git(root, 'pull', '--quiet', '--no-rebase', '--no-edit', '--strategy-option=theirs');
    expect(two.desk.save(changeOf(seenByTwo, raw('Unser **Postfach**.')), 'B').kind).toBe('saved');
    // What the pull has brought is a conflict for who saw the text before.
    expect(one.desk.save(changeOf(seen.get('102') ?? row(one.desk, '102'), raw('Brief')), 'A')).toMatchObject({ kind: 'conflict', row: { target: { raw: 'Post' } } });
    const text = one.read('de-de/mail.md');
    for (const words of ['>Post<', '>Unser **Postfach**.<', '>Sieh [Hilfe]']) expect(text).toContain(words);
    expect(git(root, 'log', '--format=%s')).toContain('mine');
  });
});

test('an answer that was lost: the same edit again is no conflict', () => {
  const { desk, read } = openDesk();
  const change = changeOf(row(desk, '103'), { edit: { kind: 'raw', text: 'Ihr **Postfach**.' }, state: 'reviewed' });
  expect(desk.save(change, '').kind).toBe('saved');
  expect(desk.save(change, '')).toMatchObject({ kind: 'saved', row: { state: 'reviewed', provenance: 'edited' } });
  expect(read('de-de/mail.md').match(/Ihr \*\*Postfach/g)).toHaveLength(1);
});

test('a state that cannot be written is told with the row that was saved', () => {
  const { desk } = openDesk((file, text, expected) => {
    if (file.endsWith('.jsonl')) throw new Error('No space left on the device.');
    return writeAtomically(file, text, expected);
  });
  expect(desk.save(changeOf(row(desk, '103'), { edit: { kind: 'raw', text: 'Ihr **Postfach**.' }, state: 'final' }), '')).toMatchObject({ kind: 'failed', message: 'The text is saved, its state is not. No space left on the device.', row: { target: { raw: 'Ihr **Postfach**.' }, state: 'translated' } });
});

test('what site.yml and comments silence, and what the baseline knows, is not shown', () => {
  const doubled = article('de-DE', pair('Post  Fach', 'Mail box', 102), pair('Zwei  Wörter', 'Two words', 103));
  const rules = (files: Readonly<Record<string, string>>, baseline: readonly BaselineEntry[] = []) => {
    const { desk } = deskOn(temporaryFolder(files), writeAtomically, baseline);
    return { shown: desk.article('de-de', 'mail.md')?.rows.flatMap((each) => each.findings.map(({ rule }) => rule)), typed: desk.check({ locale: 'de-de', path: 'mail.md', ordinal: '102', edit: { kind: 'raw', text: 'Post  Fächer' } })?.findings.map(({ rule }) => rule) };
  };
  expect(rules({ 'de-de/mail.md': doubled })).toEqual({ shown: ['double-space', 'double-space'], typed: ['double-space'] });
  expect(rules({ 'de-de/mail.md': doubled, 'site.yml': 'ignore:\n- rules: [double-space]\n  paths: ["mail.md"]\n  reason: x\n' })).toEqual({ shown: [], typed: [] });
  const { desk } = deskOn(temporaryFolder({ 'de-de/mail.md': doubled }));
  const [finding] = desk.open('de-de', 'mail.md')?.findings.filter(({ rule, segment }) => rule === 'double-space' && segment === '102') ?? [];
  if (!finding) throw new Error('No finding.');
  expect(rules({ 'de-de/mail.md': doubled }, [{ ...finding, count: 1 }]).shown).toEqual(['double-space']);
});
