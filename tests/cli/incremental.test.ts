import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { LONG_RUN } from '../support/long-run.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair, runTool, startTool } from './run-tool.ts';

/** The long run is for a change of the cache itself. */
const EDITS = LONG_RUN ? 100 : 14;
const KILLS = LONG_RUN ? 50 : 5;
const HOURS = (LONG_RUN ? 4 : 0.2) * 60 * 60 * 1000;

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Articles that show each other: links, anchors, includes, images, code, uids, a navigation file. */
const CONTENT: Readonly<Record<string, string | Uint8Array>> = {
  'content/site.yml': 'title: Help\nsourceLocale: en-us\n',
  'content/vi-vn/index.md': article('vi-VN', 'Trang chủ', 'Home'),
  'content/vi-vn/a.md': `${article('vi-VN', 'Chào', 'Hello')}\n[${pair('Sau', 'Next', 102)}](guides/b.md#s101)\n\n[!INCLUDE [x](includes/note.md)]\n\n![${pair('Ảnh', 'Picture', 103)}](media/dot.png)\n`,
  'content/vi-vn/guides/b.md': `${article('vi-VN', 'Tiếp', 'More')}\n<xref:the.uid>\n`,
  'content/vi-vn/guides/c.md': article('vi-VN', 'Cuối', 'Last').replace('---\n# ', 'uid: the.uid\n---\n# '),
  'content/vi-vn/guides/d.md': `${article('vi-VN', 'Mã', 'Code')}\n[!code-js[x](../media/app.js)]\n`,
  // Code in code, in the language of another page.
  'content/vi-vn/guides/e.md': `${article('vi-VN', 'Lồng', 'Nested')}\n\`\`\`\`markdown\n\`\`\`js\nconst a = 1;\n\`\`\`\n\`\`\`\`\n`,
  'content/vi-vn/includes/note.md': article('vi-VN', 'Ghi chú', 'Note'),
  'content/vi-vn/media/dot.png': PIXEL,
  'content/vi-vn/media/app.js': 'const a = 1;\n',
  'content/de-de/a.md': `${article('de-DE', 'Hallo', 'Hello')}\n[${pair('Weiter', 'Next', 102)}](guides/c.md)\n`,
  'content/de-de/guides/b.md': article('de-DE', 'Dampfschifffahrt', 'More'),
  'content/de-de/guides/c.md': article('de-DE', 'Ende', 'Last'),
};

/** A generator of numbers below a bound, the same for the same seed. */
function randomBelow(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

interface Edit {
  readonly name: string;
  /** @param pick a number below a bound @returns whether there was something to do */
  apply(folder: string, pick: (bound: number) => number): boolean;
}

const articles = (folder: string): string[] => filesBelow(join(folder, 'content')).filter((file) => file.endsWith('.md')).map((file) => `content/${file}`);

const edit = (folder: string, file: string, change: (text: string) => string): void => writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));

let count = 0;

const EDITS_BY_KIND: readonly Edit[] = [
  { name: 'a sentence edited', apply: (folder, pick) => onArticle(folder, pick, (text) => text.replace(/(<span data-ttu-id[^>]*>)([^<]*)/, (_, start: string, words: string) => `${start}${words} ${(count += 1)}`)) },
  { name: 'a title edited', apply: (folder, pick) => onArticle(folder, pick, (text) => text.replace(/^title: .*/m, `title: Title ${(count += 1)}`)) },
  { name: 'a source edited', apply: (folder, pick) => onArticle(folder, pick, (text) => text.replace(/(<span data-stu-id[^>]*>)([^<]*)/, (_, start: string, words: string) => `${start}${words} ${(count += 1)}`)) },
  { name: 'an article added', apply: (folder, pick) => write(folder, `content/${['vi-vn', 'de-de'][pick(2)]}/guides/new-${(count += 1)}.md`, `${article('vi-VN', `Mới ${count}`, `New ${count}`)}\n[${pair('x', 'y', 102)}](b.md)\n`) },
  { name: 'an article of the other locale added', apply: (folder, pick) => {
    const file = articles(folder)[pick(articles(folder).length)] ?? '';
    const other = file.startsWith('content/vi-vn') ? file.replace('vi-vn', 'de-de') : file.replace('de-de', 'vi-vn');
    return !existsSync(join(folder, other)) && write(folder, other, readFileSync(join(folder, file)));
  } },
  { name: 'an article renamed', apply(folder, pick) {
    const file = articles(folder).filter((path) => !path.endsWith('index.md'))[pick(articles(folder).length - 1)];
    if (file === undefined) return false;
    renameSync(join(folder, file), join(folder, dirname(file), `moved-${(count += 1)}.md`));
    return true;
  } },
  { name: 'an article deleted', apply(folder, pick) {
    if (articles(folder).length < 8) return false;
    rmSync(join(folder, articles(folder)[pick(articles(folder).length)] ?? 'nothing'), { force: true });
    return true;
  } },
  { name: 'a deleted article restored', apply(folder, pick) {
    const [file, content] = Object.entries(CONTENT)[pick(Object.keys(CONTENT).length)] ?? ['', ''];
    return !existsSync(join(folder, file)) && write(folder, file, content);
  } },
  { name: 'a locale added or taken away', apply(folder) {
    if (existsSync(join(folder, 'content/fr-fr'))) rmSync(join(folder, 'content/fr-fr'), { recursive: true });
    else write(folder, 'content/fr-fr/a.md', article('fr-FR', 'Bonjour', 'Hello'));
    return true;
  } },
  { name: 'the configuration changed', apply: (folder) => write(folder, 'content/site.yml', `title: Help ${(count += 1)}\nsourceLocale: en-us\n${count % 2 === 0 ? 'missing: hide\n' : ''}`) },
  { name: 'the footer changed', apply: (folder) => write(folder, 'content/site.yml', `title: Help\nsourceLocale: en-us\nfooter:\n  text: Footer ${(count += 1)}\n`) },
  { name: 'a picture changed', apply: (folder) => write(folder, 'content/vi-vn/media/dot.png', Buffer.concat([PIXEL, Buffer.from(String((count += 1)))])) },
  { name: 'two articles edited, and a picture comes into one or goes', apply(folder) {
    write(folder, 'content/vi-vn/media/late.png', PIXEL);
    const [first, ...rest] = articles(folder).filter((file) => file.startsWith('content/vi-vn/'));
    const last = rest.at(-1);
    if (first === undefined || last === undefined) return false;
    edit(folder, first, (text) => `${text}\n${(count += 1)}\n`);
    const picture = `\n![x](${'../'.repeat(last.split('/').length - 3)}media/late.png)\n`;
    edit(folder, last, (text) => (text.includes('late.png') ? text.replace(/\n!\[x\]\([^)]*late\.png\)\n/, '') : text + picture));
    return true;
  } },
  { name: 'code changed', apply: (folder) => write(folder, 'content/vi-vn/media/app.js', `const a = ${(count += 1)};\n`) },
  { name: 'a navigation file written', apply: (folder) => write(folder, 'content/vi-vn/guides/toc.yml', `- name: Nav ${(count += 1)}\n  href: b.md\n- name: C\n  href: c.md\n`) },
  { name: 'a review written', apply: (folder, pick) => write(folder, `${articles(folder)[pick(articles(folder).length)] ?? 'content/x.md'}.review.jsonl`, `no review ${(count += 1)}\n`) },
  { name: 'the cache damaged', apply(folder, pick) {
    const files = filesBelow(join(folder, '.interlinear/records'));
    const file = join(folder, '.interlinear/records', files[pick(files.length)] ?? '');
    const bytes = readFileSync(file);
    const at = pick(bytes.length);
    writeFileSync(file, pick(2) === 0 ? bytes.subarray(0, at) : Buffer.concat([bytes.subarray(0, at), Buffer.from([bytes[at] === 120 ? 121 : 120]), bytes.subarray(at + 1)]));
    return true;
  } },
  { name: 'the cache deleted', apply: (folder) => (rmSync(join(folder, '.interlinear'), { recursive: true }), true) },
  { name: 'a page of the site damaged', apply(folder, pick) {
    const pages = filesBelow(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', pages[pick(pages.length)] ?? 'x'), 'damaged');
    return true;
  } },
  { name: 'a strange file in the site', apply: (folder) => write(folder, 'dist/strange/file.txt', 'strange') },
];

function onArticle(folder: string, pick: (bound: number) => number, change: (text: string) => string): boolean {
  const all = articles(folder);
  const file = all[pick(all.length)];
  if (file !== undefined) edit(folder, file, change);
  return file !== undefined;
}

function write(folder: string, file: string, content: string | Uint8Array): boolean {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
  return true;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')]));
}

/** Builds the same content in a folder that knows of no earlier pages; in the short run with the layouts that Astro has just rendered. */
async function cleanBuild(folder: string, clean: string): Promise<Record<string, string>> {
  for (const name of ['dist', 'content', '.interlinear/records']) rmSync(join(clean, name), { recursive: true, force: true });
  for (const file of filesBelow(join(folder, 'content'))) write(clean, `content/${file}`, readFileSync(join(folder, 'content', file)));
  const layouts = join(clean, '.interlinear/layouts');
  rmSync(layouts, { recursive: true, force: true });
  if (!LONG_RUN) cpSync(join(folder, '.interlinear/layouts'), layouts, { recursive: true });
  expect((await runInProcess(clean, ['build', ...(LONG_RUN ? ['--no-cache'] : [])])).status).toBe(0);
  return snapshot(join(clean, 'dist'));
}

const differing = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((file) => a[file] !== b[file]).sort();

test('after any edits, an incremental build gives the bytes of a clean one', { timeout: HOURS }, async () => {
  const [folder, clean] = [temporaryFolder(CONTENT), temporaryFolder()];
  const seed = Number(process.env['INTERLINEAR_SEED'] ?? 7);
  const pick = randomBelow(seed);
  expect((await runInProcess(folder, ['build'])).status).toBe(0);
  const done: string[] = [];
  for (let step = 0; step < EDITS; step++) {
    // Every kind has its turn, in an order that differs; now and then two at once.
    const kinds = [EDITS_BY_KIND[(step * 7 + pick(2)) % EDITS_BY_KIND.length], ...(pick(3) === 0 ? [EDITS_BY_KIND[pick(EDITS_BY_KIND.length)]] : [])];
    const applied = kinds.flatMap((kind) => (kind?.apply(folder, pick) ? [kind.name] : []));
    done.push(applied.join(' and '));
    // A process of its own is what users start, and takes most of the time of a build as small as this.
    const { status, stderr } = LONG_RUN || step % 7 === 0 ? runTool(folder, ['build']) : await runInProcess(folder, ['build']);
    expect(status, stderr).toBe(0);
    expect(differing(snapshot(join(folder, 'dist')), await cleanBuild(folder, clean)), `seed ${seed}: ${done.join(', ')}`).toEqual([]);
  }
});

describe('one edited sentence', () => {
  test('changes its page and the index of its locale, and nothing else', async () => {
    const folder = temporaryFolder(CONTENT);
    await runInProcess(folder, ['build']);
    const before = filesBelow(join(folder, 'dist')).map((file) => [file, statSync(join(folder, 'dist', file)).ino] as const);
    edit(folder, 'content/de-de/guides/b.md', (text) => text.replace('>Dampfschifffahrt<', '>Dampfschiff<'));
    const { stderr } = await runInProcess(folder, ['build']);
    expect(stderr).toMatch(/: 1 page changed, \d+ kept, 0 removed/);
    const replaced = before.filter(([file, inode]) => existsSync(join(folder, 'dist', file)) && statSync(join(folder, 'dist', file)).ino !== inode).map(([file]) => file);
    expect(replaced.filter((file) => !file.startsWith('search/de-de/'))).toEqual(['de-de/guides/b/index.html', 'publish.json']);
    expect(replaced).toContain('search/de-de/pagefind-entry.json');
  });

  test('is found by validate, and everything else is as in a run without the cache', async () => {
    const folder = temporaryFolder(CONTENT);
    const report = async (...options: string[]): Promise<string> => (await runInProcess(folder, ['validate', '--format', 'json', '--fail-on', 'never', ...options])).stdout;
    expect(await report()).toBe(await report('--no-cache'));
    expect(await report()).toBe(await report('--no-cache'));
    edit(folder, 'content/vi-vn/guides/b.md', (text) => text.replace('data-stu-id="0a1b2-101"', 'data-stu-id="0a1b2-301"'));
    expect(await report()).toBe(await report('--no-cache'));
    // The anchor that another article leads to is gone with the sentence.
    for (const locale of ['vi-vn', 'de-de']) edit(folder, `content/${locale}/guides/b.md`, () => '---\ntitle: Leer\n---\n');
    expect(await report()).toContain('anchor-missing');
    expect(await report()).toBe(await report('--no-cache'));
    rmSync(join(folder, 'content/vi-vn/guides/b.md'));
    rmSync(join(folder, 'content/de-de/guides/b.md'));
    expect(await report()).toContain('link-target-missing');
    expect(await report()).toBe(await report('--no-cache'));
  });
});

test('a damaged cache is noticed, said and made again', async () => {
  const folder = temporaryFolder(CONTENT);
  const report = (): Promise<{ stdout: string; stderr: string }> => runInProcess(folder, ['validate', '--format', 'json', '--fail-on', 'never']);
  const first = await report();
  const records = join(folder, '.interlinear/records');
  const file = readdirSync(records).find((name) => name.startsWith('scan-')) ?? '';
  const text = readFileSync(join(records, file), 'utf8');
  writeFileSync(join(records, file), text.replace('"findings":[', '"findings":[{},'));
  const second = await report();
  expect(second.stderr).toContain('The cache in .interlinear was damaged');
  expect(second.stdout).toBe(first.stdout);
  expect(readFileSync(join(records, file), 'utf8').split('\n').sort()).toEqual(text.split('\n').sort());
  expect((await report()).stderr).not.toContain('damaged');
});

describe('whatever is wrong with a file of the cache, it is noticed, said and made again', () => {
  const DAMAGES: readonly (readonly [name: string, apply: (file: string) => void])[] = [
    ['cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size / 2))],
    ['empty', (file) => writeFileSync(file, '')],
    ['of other bytes', (file) => writeFileSync(file, Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 251)))],
    ['a folder', (file) => (rmSync(file), mkdirSync(join(file, 'x'), { recursive: true }))],
  ];

  test('each kind of file', { timeout: HOURS }, async () => {
    // Most of the site must stay, or it is made anew without a look at what is kept.
    const more = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`content/vi-vn/more/${at}.md`, article('vi-VN', `Thêm ${at}`, `One more ${at}`)]));
    const [folder, clean] = [temporaryFolder({ ...CONTENT, ...more }), temporaryFolder()];
    const placeOf = (kind: string): string => join(folder, '.interlinear', filesBelow(join(folder, '.interlinear')).find((name) => kindOf(name) === kind) ?? kind);
    // Only of files that have settled digests are kept; see host/file-digests.ts.
    await setTimeout(2_200);
    await runInProcess(folder, ['status']);
    // It has other checks, and so a file of its own.
    rmSync(placeOf('scan'));
    await runInProcess(folder, ['build']);
    const kinds = [...new Set(filesBelow(join(folder, '.interlinear')).map(kindOf))].sort();
    expect(kinds).toEqual(['files', 'folders', 'key', 'layout', 'list', 'pages', 'scan', 'search-de-de', 'search-en-us', 'search-vi-vn', 'sizes']);
    for (const [turn, kind] of kinds.entries()) {
      for (const [name, damage] of LONG_RUN ? DAMAGES : DAMAGES.slice(turn % DAMAGES.length).slice(0, 1)) {
        // So that the index of each locale is made again.
        if (kind.startsWith('search')) for (const locale of ['vi-vn', 'de-de']) edit(folder, `content/${locale}/guides/c.md`, (text) => text.replace(/(data-[st]tu-id[^>]*>)([^<]*)/g, `$1${kind} ${name}`));
        damage(placeOf(kind));
        const command = kind === 'sizes' ? 'status' : 'build';
        const { status, stderr } = await runInProcess(folder, [command]);
        expect(status, `${kind} ${name}: ${stderr}`).toBe(0);
        expect(stderr, `${kind} ${name}`).toContain('The cache in .interlinear was damaged');
        expect((await runInProcess(folder, [command])).stderr, `${kind} ${name}`).not.toContain('damaged');
      }
    }
    expect(differing(snapshot(join(folder, 'dist')), await cleanBuild(folder, clean))).toEqual([]);
  });

  function kindOf(file: string): string {
    if (file.startsWith('layouts/')) return file.endsWith('/list') ? 'list' : 'layout';
    return /^records\/(.*)-/.exec(file)?.[1] ?? file;
  }

  test('a place where nothing can be written is said, and no error', async () => {
    const folder = temporaryFolder({ ...CONTENT, '.interlinear': 'a file' });
    for (const command of ['validate', 'build', 'status']) expect((await runInProcess(folder, [command, ...(command === 'validate' ? ['--fail-on', 'never'] : [])])), command).toMatchObject({ status: 0, stderr: expect.stringContaining('The cache in .interlinear cannot be written: part of its path is a file.') });
  });
});

test('a build that is killed leaves whole pages, and the next one is as a clean one', { timeout: HOURS }, async () => {
  const [folder, clean] = [temporaryFolder(CONTENT), temporaryFolder()];
  const pick = randomBelow(11);
  await runInProcess(folder, ['build']);
  editHalf('before');
  const started = performance.now();
  runTool(folder, ['build']);
  const usual = performance.now() - started;
  for (let round = 0; round < KILLS; round++) {
    editHalf(`round ${round}`);
    const child = startTool(folder, ['build']);
    // It may be done before it is killed.
    const ended = once(child, 'exit');
    await setTimeout(pick(Math.ceil(usual)));
    child.kill('SIGKILL');
    await ended;
    const site = snapshot(join(folder, 'dist'));
    for (const [file, text] of Object.entries(site)) if (file.endsWith('.html')) expect(text.trimEnd().endsWith('</html>'), file).toBe(true);
    expect(runTool(folder, ['build']).status).toBe(0);
    expect(differing(snapshot(join(folder, 'dist')), await cleanBuild(folder, clean))).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith('.dist.'))).toEqual([]);
  }

  function editHalf(words: string): void {
    for (const file of articles(folder)) if (pick(2) === 0) edit(folder, file, (text) => text.replace(/(<span data-ttu-id[^>]*>)([^<]*)/, `$1${words}`));
  }
});
