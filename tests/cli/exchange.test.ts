import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair } from './run-tool.ts';

const BODY = article('de-DE', 'Hallo', 'Hello').replace('---\n#', '---\n\n#');
const FILES = {
  'content/de-de/a.md': `${BODY}\n${pair('Zwei  **Wörter**.', 'Two **words**.', 102)} ${pair('Drei.', 'Three.', 103)}\n`,
  'content/de-de/guides/b.md': article('de-DE', 'Same', 'Same'),
  'content/vi-vn/a.md': article('vi-VN', 'Xin chào', 'Hello'),
  'content/en-us/toc.yml': '- name: Start\n  href: a.md\n',
  'content/de-de/toc.yml': '- name: Anfang\n  href: a.md\n',
  'content/glossary.yml': "terms:\n  - term: word\n    note: Of a sentence.\n    targets:\n      de: { use: ['*wort*'], avoid: [Vokabel] }\n",
};

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const ids = (text: string): string[] => [...text.matchAll(/<unit id="([^"]*)"/g)].map(([, id = '']) => id);

test('one locale goes to the standard output, with nothing else', async () => {
  const folder = temporaryFolder(FILES);
  const { status, stdout, stderr } = await runInProcess(folder, ['export', '--locale', 'de-DE']);
  expect(status).toBe(0);
  expect(stdout.startsWith('<?xml')).toBe(true);
  expect(stderr).toContain('Exported 7 units of 3 files of de-de.');
  expect(ids(stdout)).toEqual(['title', '101', '102', '103', 'title', '101', 'name-1']);
  expect(stdout).toContain('<note category="term" priority="3">word → *wort*</note>');
  expect(stdout).toMatch(/<note category="qa"[^>]*>double-space: /);
  expect((await runInProcess(folder, ['export', '--locale', 'de-DE'])).stdout).toBe(stdout);
});

test.each([
  ['findings', ['102']],
  ['untranslated', ['title', '101']],
  ['not-reviewed', ['101', '102', '103', '101']],
  ['stale', []],
])('--only %s', async (only, expected) => {
  const { status, stdout, stderr } = await runInProcess(temporaryFolder(FILES), ['export', '--locale', 'de-de', '--only', only]);
  expect(status).toBe(0);
  expect(ids(stdout)).toEqual(expected);
  if (expected.length === 0) expect(stderr).toContain('Nothing to export');
});

test('ignored and known findings are not exported', async () => {
  const known = temporaryFolder(FILES);
  expect((await runInProcess(known, ['validate', '--update-baseline', '--fail-on', 'never'])).status).toBe(0);
  expect((await runInProcess(known, ['export', '--locale', 'de-de', '--only', 'findings'])).stdout).toBe('');
  const ignored = temporaryFolder({ ...FILES, 'content/site.yml': 'ignore:\n  - rules: double-space\n    paths: [a.md]\n    reason: Wanted.\n' });
  expect((await runInProcess(ignored, ['export', '--locale', 'de-de', '--only', 'findings'])).stdout).toBe('');
});

test('paths, formats and places', async () => {
  const folder = temporaryFolder(FILES);
  expect(ids((await runInProcess(folder, ['export', '--locale', 'de-de', 'guides'])).stdout)).toEqual(['title', '101']);
  expect(ids((await runInProcess(folder, ['export', '--locale', 'de-de', 'content/de-de/a.md'])).stdout)).toEqual(['title', '101', '102', '103']);
  expect((await runInProcess(folder, ['export', '--format', 'csv', '--out', 'all'])).status).toBe(0);
  expect(readdirSync(join(folder, 'all')).sort()).toEqual(['de-de.csv', 'vi-vn.csv']);
  expect((await runInProcess(folder, ['export', '--format', 'po', '--per-article', '--out', 'each'])).status).toBe(0);
  expect((readdirSync(join(folder, 'each'), { recursive: true }) as string[]).filter((path) => path.endsWith('.po')).sort()).toEqual(['de-de/a.md.po', 'de-de/guides/b.md.po', 'de-de/toc.yml.po', 'vi-vn/a.md.po']);
  expect((await runInProcess(folder, ['export', '--format', 'tmx', '--locale', 'de-de', '--out', 'x/one.tmx'])).status).toBe(0);
  expect(read(folder, 'x/one.tmx')).toContain('<tmx version="1.4">');
});

test.each([
  [['export'], 'needs a folder', 'de-de, vi-vn'],
  [['export', '--locale', 'de-de', '--per-article'], '--per-article needs a folder', '--out DIR'],
  [['export', '--locale', 'de-de', '--kit', 'omegat'], '--kit needs a folder', '--out DIR'],
  [['export', '--locale', 'de-de', '--kit', 'trados', '--out', 'x'], 'There is no kit "trados"', 'omegat'],
  [['export', '--locale', 'de-de', '--kit', 'omegat', '--format', 'tmx', '--out', 'x'], '--kit decides', '--format'],
  [['export', '--locale', 'de-de', '--one-file', '--per-article', '--out', 'x'], 'exclude each other', 'Leave one'],
  [['export', '--locale', 'de-de', '--format', 'xlif-2.1'], 'There is no format "xlif-2.1"', 'Did you mean "xliff-2.1"?'],
  [['export', '--locale', 'de-de', '--only', 'finding'], '--only takes no "finding"', 'Did you mean "findings"?'],
  [['export', '--locale', 'de-dd'], 'There is no locale "de-dd"', 'Did you mean "de-de"?'],
  [['export', '--locale', 'en-us'], 'en-us is the source locale', 'de-de'],
  [['export', '--locale', 'de-de', 'guide'], 'There is no article at guide', 'Give files or folders'],
  [['import'], 'needs a file', '--dry-run'],
  [['import', 'gone.xlf'], 'gone.xlf cannot be read: it does not exist', 'Check the path'],
  [['import', 'a.docx'], 'ending "docx"', 'Nothing was changed'],
  [['import', 'empty.xlf'], 'no segment', 'Nothing was changed'],
  [['import', 'other.jsonl'], 'other.jsonl is in "fr-FR"', 'de-DE'],
  [['import', 'nolocale.jsonl'], 'does not say its locale', '--locale'],
  [['import', 'source.jsonl'], 'is in "en-US"', 'de-DE'],
  [['import', 'bomb.xlf'], 'bomb.xlf:2 cannot be imported: it declares a document type', 'Nothing was changed'],
  [['import', 'twice.jsonl'], 'occurs twice', 'Nothing was changed'],
  [['import', 'latin.jsonl'], 'it is not UTF-8', 'save the file as UTF-8'],
  [['import', 'nothing'], 'holds no file', 'translated documents'],
  [['import', 'empty.xlf', '--format', 'jso'], 'no report format "jso"', 'Did you mean "json"?'],
])('%j is refused with 2', async (args, message, hint) => {
  const one = '{"path":"a.md","unit":"103","target":"Neu."';
  const folder = temporaryFolder({
    ...FILES,
    'a.docx': 'x',
    'empty.xlf': '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>',
    'other.jsonl': `${one},"locale":"fr-FR"}`,
    'source.jsonl': `${one},"locale":"en-US"}`,
    'nolocale.jsonl': `${one}}`,
    'bomb.xlf': '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>\n<xliff/>',
    'twice.jsonl': `${one},"locale":"de-de"}\n${one},"locale":"de-de"}\n`,
    'latin.jsonl': Buffer.from([0x7b, 0xfc, 0x7d]),
    'nothing/x.md': 'x',
  });
  const { status, stdout, stderr } = await runInProcess(folder, args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
  for (const [path, text] of Object.entries(FILES)) expect(read(folder, path)).toBe(text);
});

test('an edited file comes back: targets, toc.yml, sidecar, mode and exit code', async () => {
  const folder = temporaryFolder(FILES);
  chmodSync(join(folder, 'content/de-de/a.md'), 0o600);
  await runInProcess(folder, ['export', '--locale', 'de-de', '--format', 'xliff-1.2', '--out', 'de.xlf']);
  const edited = read(folder, 'de.xlf').replace('>Drei.<', '>Drei &amp; *vier*.<').replace('>Anfang<', '>Los<').replace('<g id="1" ctype="bold">Wörter</g>', 'Wörter');
  writeFileSync(join(folder, 'de.xlf'), edited);
  const dry = await runInProcess(folder, ['import', 'de.xlf', '--dry-run']);
  expect(dry.stderr).toContain('de.xlf: 7 units, 3 changed, 4 unchanged, 0 not translated, 0 refused, 0 in conflict.');
  expect(dry.stdout).toContain('--- a/de-de/a.md');
  expect(applyPatch(FILES['content/de-de/toc.yml'], dry.stdout.slice(dry.stdout.indexOf('--- a/de-de/toc.yml')))).toBe('- name: Los\n  href: a.md\n');
  expect(read(folder, 'content/de-de/a.md')).toBe(FILES['content/de-de/a.md']);
  expect(await runInProcess(folder, ['import', 'de.xlf'])).toMatchObject({ status: 0, stderr: expect.stringContaining('Changed 2 files.') });
  expect(read(folder, 'content/de-de/a.md')).toBe(FILES['content/de-de/a.md'].replace('>Drei.<', '>Drei & \\*vier\\*.<').replace('>Zwei  **Wörter**.<', '>Zwei  Wörter.<'));
  expect(read(folder, 'content/de-de/toc.yml')).toBe('- name: Los\n  href: a.md\n');
  expect(statSync(join(folder, 'content/de-de/a.md')).mode & 0o777).toBe(0o600);
  const said = read(folder, 'content/de-de/a.md.review.jsonl').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(said).toMatchObject([{ ordinal: '102', state: 'translated', provenance: 'edited' }, { ordinal: '103', state: 'translated', provenance: 'edited' }]);
  expect(await runInProcess(folder, ['import', 'de.xlf'])).toMatchObject({ status: 0, stderr: expect.stringContaining('0 changed, 7 unchanged') });
});

test.each(['jsonl', 'csv', 'xliff-2.1', 'xliff-1.2', 'tmx', 'html', 'po'])('%s: the texts outside the bitext go out with their source and come back edited, and nothing else', async (format) => {
  const body = (title: string, description: string, heading: string, alt: string, tip: string, linked: string, cell: string): string =>
    `---\ntitle: ${title}\ndescription: ${description}\n---\n# ${heading}\n\n![${alt}](../media/one.png "${tip}")\n\n[${linked}](b.md '${tip} 2')\n\n| ![${cell}](two.png) | x |\n| --- | --- |\n`;
  const files = {
    'content/en-us/a.md': body('Hello', 'Short', 'Hello', 'A picture', 'A tip', 'Linked', 'Cell'),
    'content/de-de/a.md': body('Hallo', 'Kurz', pair('Hallo', 'Hello', 101), 'Ein Bild', 'Ein Tipp', pair('Verweis', 'Linked', 102), 'Zelle').replace('---\ntitle', '---\nms.contentlocale: de-DE\ntitle'),
    'content/en-us/toc.yml': '- name: Start\n  href: a.md\n  items:\n    - name: More\n',
    'content/de-de/toc.yml': '- name: Anfang\n  href: a.md\n  items:\n    - name: Mehr # bleibt\n',
  };
  const folder = temporaryFolder(files);
  await runInProcess(folder, ['export', '--locale', 'de-de', '--format', format, '--out', `de.${format.replace(/^(xliff).*/, 'xlf')}`]);
  const file = `de.${format.replace(/^(xliff).*/, 'xlf')}`;
  const sent = read(folder, file);
  for (const source of ['Hello', 'Short', 'A picture', 'A tip', 'A tip 2', 'Cell', 'Start', 'More']) expect(sent).toContain(source);
  const edits = [['Kurz', 'Kürzer'], ['Ein Bild', 'Kein Bild'], ['Ein Tipp 2', 'Rat 2'], ['Ein Tipp', 'Rat 1'], ['Zelle', 'Feld'], ['Anfang', 'Los'], ['Mehr', 'Weiter']] as const;
  const edit = (text: string): string => edits.reduce((now, [from, to]) => now.replaceAll(from, to), text);
  writeFileSync(join(folder, file), edit(sent));
  expect(await runInProcess(folder, ['import', file])).toMatchObject({ status: 0, stderr: expect.stringContaining('10 units, 7 changed, 3 unchanged, 0 not translated, 0 refused, 0 in conflict.') });
  expect(read(folder, 'content/de-de/a.md')).toBe(edit(files['content/de-de/a.md']).replace("'Rat 2'", '"Rat 2"'));
  expect(read(folder, 'content/de-de/toc.yml')).toBe(edit(files['content/de-de/toc.yml']));
  expect(read(folder, 'content/en-us/a.md')).toBe(files['content/en-us/a.md']);
});

test('conflicts and refusals are told, and end with 1; the rest is taken', async () => {
  const folder = temporaryFolder(FILES);
  await runInProcess(folder, ['export', '--locale', 'de-de', '--format', 'jsonl', '--out', 'de.jsonl']);
  writeFileSync(join(folder, 'de.jsonl'), `${read(folder, 'de.jsonl').replace('"Drei."', '"Vier."').replace('"Zwei  **Wörter**."', '"Zwei `x`."').replace('"Anfang"', '"Los"')}{"locale":"de","path":"gone.md","unit":"101","target":"x"}\n`);
  writeFileSync(join(folder, 'content/de-de/a.md'), FILES['content/de-de/a.md'].replace('Drei.', 'Fünf.'));
  const { status, stdout } = await runInProcess(folder, ['import', 'de.jsonl', '--format', 'json']);
  expect(status).toBe(1);
  const { files: [report] } = JSON.parse(stdout) as { files: { problems: unknown[] }[] };
  expect(report).toMatchObject({
    file: 'de.jsonl', units: 8, changed: 1, unchanged: 4, untranslated: 0, refused: 2, conflict: 1, changedFiles: ['de-de/toc.yml'],
    problems: [
      { file: 'de-de/a.md', line: 11, unit: '102', kind: 'refused', reason: 'new-code', message: expect.stringContaining('`x`'), suggestion: expect.any(String) },
      { file: 'de-de/a.md', line: 11, unit: '103', kind: 'conflict', before: 'Fünf.', after: 'Vier.' },
      { file: 'de-de/gone.md', line: null, unit: '101', kind: 'refused', reason: 'unknown-article' },
    ],
  });
  expect(read(folder, 'content/de-de/toc.yml')).toContain('Los');
  expect(read(folder, 'content/de-de/a.md')).toContain('Fünf.');
  expect(existsSync(join(folder, 'content/de-de/a.md.review.jsonl'))).toBe(false);
});

test('--trust-states takes what was approved', async () => {
  const folder = temporaryFolder(FILES);
  await runInProcess(folder, ['export', '--locale', 'de-de', '--format', 'xliff-1.2', '--out', 'de.xlf']);
  writeFileSync(join(folder, 'de.xlf'), read(folder, 'de.xlf').replaceAll('approved="no"', 'approved="yes"'));
  expect((await runInProcess(folder, ['import', 'de.xlf'])).stderr).toContain('Nothing changed.');
  expect(existsSync(join(folder, 'content/de-de/a.md.review.jsonl'))).toBe(false);
  expect((await runInProcess(folder, ['import', 'de.xlf', '--trust-states'])).stderr).toContain('4 accepted');
  expect(read(folder, 'content/de-de/a.md.review.jsonl').match(/"state":"reviewed"/g)).toHaveLength(3);
  expect(ids((await runInProcess(folder, ['export', '--locale', 'de-de', '--only', 'not-reviewed'])).stdout)).toEqual([]);
});

test('a file that is broken in its middle changes nothing', async () => {
  const folder = temporaryFolder(FILES);
  await runInProcess(folder, ['export', '--locale', 'de-de', '--format', 'xliff-1.2', '--out', 'de.xlf']);
  const text = read(folder, 'de.xlf').replace('>Drei.<', '>Neu.<');
  writeFileSync(join(folder, 'de.xlf'), text.slice(0, text.lastIndexOf('<trans-unit')));
  expect(await runInProcess(folder, ['import', 'de.xlf'])).toMatchObject({ status: 2, stderr: expect.stringContaining('not well-formed') });
  expect(read(folder, 'content/de-de/a.md')).toBe(FILES['content/de-de/a.md']);
});

test('UTF-16 from a spreadsheet is read', async () => {
  const folder = temporaryFolder(FILES);
  await runInProcess(folder, ['export', '--locale', 'de-de', '--format', 'csv', '--out', 'de.csv']);
  writeFileSync(join(folder, 'de.csv'), Buffer.from(`\uFEFF${read(folder, 'de.csv').replace(/^\uFEFF/, '').replace('Drei.', 'Vier.')}`, 'utf16le'));
  expect(await runInProcess(folder, ['import', 'de.csv'])).toMatchObject({ status: 0, stderr: expect.stringContaining('1 changed, 6 unchanged') });
});

test('a kit for OmegaT, and its target folder back', async () => {
  const folder = temporaryFolder(FILES);
  expect((await runInProcess(folder, ['export', '--locale', 'de-de', '--kit', 'omegat', '--out', 'kit'])).status).toBe(0);
  expect(readdirSync(join(folder, 'kit')).sort()).toEqual(['README.txt', 'dictionary', 'glossary', 'omegat', 'omegat.project', 'source', 'target', 'tm']);
  expect(read(folder, 'kit/omegat.project')).toContain('<target_lang>de-DE</target_lang>');
  expect(read(folder, 'kit/omegat/omegat.prefs')).toContain('<ext_tmx_show_level2>true<');
  expect(read(folder, 'kit/glossary/glossary.txt')).toBe('word\twort\tOf a sentence.; not: Vokabel\n');
  expect(read(folder, 'kit/source/a.md.xlf')).toContain('<source>Three.</source>\n<target>Three.</target>');
  expect(read(folder, 'kit/README.txt').trimEnd().split('\n')).toHaveLength(2);
  // What only repeats its source must not come back as a translation.
  expect(read(folder, 'kit/tm/auto/de-de.tmx').match(/<tu /g)).toHaveLength(5);
  mkdirSync(join(folder, 'kit/target/guides'));
  writeFileSync(join(folder, 'kit/target/a.md.xlf'), read(folder, 'kit/source/a.md.xlf').replace('<target>Three.<', '<target>Neu.<'));
  writeFileSync(join(folder, 'kit/target/guides/b.md.xlf'), read(folder, 'kit/source/guides/b.md.xlf'));
  const { status, stderr } = await runInProcess(folder, ['import', 'kit/target']);
  expect(status).toBe(0);
  expect(stderr).toContain('kit/target/a.md.xlf: 4 units, 1 changed, 0 unchanged, 3 not translated, 0 refused, 0 in conflict.');
  expect(read(folder, 'content/de-de/a.md')).toBe(FILES['content/de-de/a.md'].replace('Drei.', 'Neu.'));
  expect(read(folder, 'content/de-de/guides/b.md')).toBe(FILES['content/de-de/guides/b.md']);
});
