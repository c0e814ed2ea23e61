import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { EXCHANGE_FORMATS, unitReader } from '../../src/exchange/formats.ts';
import { writeAtomically } from '../../src/host/atomic-write.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { readChunks } from '../../src/host/read-chunks.ts';
import type { ExchangeFile, ReturnedSide, ReturnedUnit } from '../../src/model/exchange.ts';
import type { ContentMap } from '../../src/project/content-map.ts';
import { exportContent } from '../../src/project/export-content.ts';
import { findLocale } from '../../src/project/find-locale.ts';
import { importContent } from '../../src/project/import-content.ts';
import { openContent } from '../../src/project/open-content.ts';
import { runTool, type Ran } from '../cli/run-tool.ts';
import { corpusFolder } from '../support/corpus.ts';
import { PROJECT } from '../support/run-cli.ts';

const LOCALE = 'de-de';
const ARTICLES = Number(process.env['INTERLINEAR_INTEROP_ARTICLES'] ?? 300);
const SCHEMAS = '/usr/share/php/Symfony/Component/Translation/Resources/schemas';

/** What each tool counted, for the table of scripts/test-interop.ts. */
const rows: string[][] = [];
const folder = mkdtempSync(join(tmpdir(), 'interlinear-interop-'));
const content = join(folder, 'content');
/** Units of the sample. */
let units = 0;

beforeAll(() => {
  const corpus = corpusFolder('alchemy');
  const origin = existsSync(corpus) ? corpus : join(PROJECT, 'content');
  const articles = (readdirSync(join(origin, LOCALE), { recursive: true }) as string[]).filter((path) => path.endsWith('.md')).sort().slice(0, ARTICLES);
  for (const path of articles) copy(origin, `${LOCALE}/${path}`);
  if (origin !== corpus) for (const path of articles) if (existsSync(join(origin, 'en-us', path))) copy(origin, `en-us/${path}`);
  copySchemas();
  const exported = exportSample();
  units = exported.reduce((total, file) => total + file.units.length, 0);
  for (const { name, extension, write } of EXCHANGE_FORMATS) writeFileSync(join(folder, `${name}.${extension}`), [...write(exported, '1')].join(''));
  rows.push(['interlinear', 'all', `${units} units of ${articles.length} articles (${origin === corpus ? 'corpus' : 'own content: the corpus is absent'})`]);
  expect(units).toBeGreaterThan(articles.length);
});

afterAll(() => {
  mkdirSync(join(PROJECT, 'tests/output'), { recursive: true });
  writeFileSync(join(PROJECT, 'tests/output/interop-rows.json'), JSON.stringify(rows));
  rmSync(folder, { recursive: true, force: true });
});

describe('schemas', () => {
  test.each([
    ['xliff-2.1.xlf', ['--schema', 'xliff-core-2.0.xsd']],
    ['xliff-2.0.xlf', ['--schema', 'xliff-core-2.0.xsd']],
    ['xliff-1.2.xlf', ['--schema', 'xliff-core-1.2-strict.xsd']],
    ['xliff-1.2-ops.xlf', ['--schema', 'xliff-core-1.2-strict.xsd']],
    ['xliff-1.2-kit.xlf', ['--schema', 'xliff-core-1.2-strict.xsd']],
    ['tmx.tmx', ['--dtdvalid', 'tmx14.dtd']],
  ])('%s is valid', (file, options) => {
    const { status, stderr } = run('xmllint', '--nonet', '--noout', '--huge', ...options, file);
    expect(stderr.split('\n').slice(0, 5).join('\n')).toMatch(options[0] === '--schema' ? / validates\n?$/ : /^$/);
    expect(status).toBe(0);
    const written = readFileSync(join(folder, file), 'utf8').match(/<(?:unit|trans-unit|tu) /g)?.length;
    expect(written).toBe(units);
    rows.push(['xmllint', file, `${written} units valid`]);
  });

  test('xmllint refuses what is wrong', () => {
    writeFileSync(join(folder, 'wrong.xlf'), readFileSync(join(folder, 'xliff-2.1.xlf'), 'utf8').replace(' state="', ' status="'));
    expect(run('xmllint', '--nonet', '--noout', '--schema', 'xliff-core-2.0.xsd', 'wrong.xlf').status).not.toBe(0);
  });
});

describe('import of an untouched file', () => {
  test.each(EXCHANGE_FORMATS.map(({ name, extension }) => `${name}.${extension}`))('%s changes no byte', (file) => {
    const before = digest(content);
    const { changed, unchanged, untranslated, refused, conflict } = importOf(content, file);
    expect({ changed, refused, conflict }).toEqual({ changed: 0, refused: 0, conflict: 0 });
    expect(unchanged + untranslated).toBe(units);
    if (!file.includes('kit')) expect(untranslated).toBe(0);
    expect(digest(content)).toBe(before);
    rows.push(['interlinear', file, `${unchanged} unchanged, ${untranslated} not translated, 0 changed`]);
  });
});

describe('independent readers', () => {
  test.each(['xliff-1.2.xlf', 'xliff-1.2-ops.xlf', 'xliff-2.0.xlf', 'xliff-2.1.xlf'])('Symfony loads %s', (file) => {
    writeFileSync(join(folder, 'count.php'), '<?php require "/usr/share/php/Symfony/Component/Translation/autoload.php"; require_once "/usr/share/php/Symfony/Component/Config/autoload.php"; $loader = new Symfony\\Component\\Translation\\Loader\\XliffFileLoader(); echo count($loader->load($argv[1], "de")->all("messages"));');
    const { status, stdout, stderr } = run('php', '-d', 'memory_limit=1G', '-d', 'error_reporting=0', 'count.php', file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // A catalogue has one entry for each source text, of which it sees what stands in no code.
    const sources = new Set(read(file).map(({ source }) => outsideCodes(source, !file.includes('ops'))));
    expect(Number(stdout)).toBe(sources.size);
    rows.push(['Symfony', file, `${stdout} distinct sources of ${sources.size}`]);
  });

  test('XML::TMX reads every entry', () => {
    const { status, stdout } = run('perl', '-MXML::TMX::Reader', '-e', 'my $n = 0; my $m = 0; XML::TMX::Reader->new($ARGV[0])->for_tu(sub { my $tu = shift; $n++; $m++ if defined $tu->{"de-DE"} && defined $tu->{"en-US"}; }); print "$n $m";', 'tmx.tmx');
    expect(status).toBe(0);
    expect(stdout).toBe(`${units} ${units}`);
    rows.push(['XML::TMX', 'tmx.tmx', `${units} entries with both sides`]);
  });
});

describe.each(['xliff-1.2.xlf', 'xliff-1.2-ops.xlf'])('translate-toolkit on %s', (file) => {
  test('every target that podebug rewrites comes back', () => {
    const edited = `podebug-${file}`;
    expect(run('podebug', '--progress=none', '--rewrite=unicode', file, edited)).toMatchObject({ status: 0 });
    const [own, returned] = [read(file), read(edited)];
    expect(returned).toHaveLength(units);
    const rewritten = returned.filter(({ target }, at) => JSON.stringify(target) !== JSON.stringify(own[at]?.target)).length;
    expect(rewritten).toBeGreaterThan(units * 0.95);
    const copyOf = copyContent(`podebug-${file}-content`);
    const counts = importOf(copyOf, edited);
    rows.push(['podebug', file, summary(counts)]);
    expect(counts.changed + counts.refused).toBe(rewritten);
    expect(counts).toMatchObject({ conflict: 0, units });
    expect(counts.refused).toBeLessThan(units * 0.005);
    expect(sameButTargets(copyOf)).toBe(true);
    // What was taken is what the tool wrote: taken again, nothing is left to change.
    expect(importOf(copyOf, edited)).toMatchObject({ changed: 0 });
  });
});

describe('OmegaT', () => {
  test('fills a kit from its memory, and the files it makes come back', () => {
    const kit = makeKit('kit');
    // Translations of the content itself may lack bold words of their source.
    translate(kit, 'warn');
    expect(files(join(kit, 'target'), '.xlf')).toEqual(files(join(kit, 'source'), '.xlf'));
    const copyOf = copyContent('kit-content');
    const counts = importOf(copyOf, join(kit, 'target'));
    rows.push(['OmegaT', 'kit, our memory', summary(counts)]);
    expect(counts).toMatchObject({ conflict: 0, units });
    // The rest are sources that we translate in more than one way, or whose codes the memory has in another order.
    expect(counts.unchanged).toBeGreaterThan(units * 0.8);
    expect(counts.refused).toBeLessThan(units * 0.005);
    expect(sameButTargets(copyOf)).toBe(true);
  });

  test('changes every segment of a kit', () => {
    const kit = makeKit('edited-kit');
    rmSync(join(kit, 'tm/auto'), { recursive: true });
    mkdirSync(join(kit, 'tm/auto'));
    // OmegaT writes its own memory of the sources; its targets are edited as a person would.
    const memory = join(folder, 'pseudo.tmx');
    expect(omegat(kit, '--mode=console-createpseudotranslatetmx', `--pseudotranslatetmx=${memory}`, '--pseudotranslatetype=equal').status).toBe(0);
    const written = readFileSync(memory, 'utf8');
    const edited = written.replace(/(<tuv (?:xml:)?lang="DE-DE">\s*<seg>)([^]*?)(<\/seg>)/gi, '$1$2 ✎ & "x"$3'.replace('&', '&amp;'));
    expect(edited).not.toBe(written);
    writeFileSync(join(kit, 'tm/auto/edited.tmx'), edited);
    translate(kit, 'abort');
    const copyOf = copyContent('edited-content');
    const counts = importOf(copyOf, join(kit, 'target'));
    rows.push(['OmegaT', 'kit, every segment', summary(counts)]);
    expect(counts).toMatchObject({ conflict: 0, unchanged: 0, units });
    expect(counts.changed).toBeGreaterThan(units * 0.99);
    expect(sameButTargets(copyOf)).toBe(true);
  });
});

function copy(origin: string, file: string): void {
  mkdirSync(dirname(join(content, file)), { recursive: true });
  cpSync(join(origin, file), join(content, file));
}

function copySchemas(): void {
  for (const name of ['xliff-core-1.2-strict.xsd', 'xliff-core-2.0.xsd', 'xml.xsd']) {
    writeFileSync(join(folder, name), readFileSync(join(SCHEMAS, name), 'utf8').replaceAll('http://www.w3.org/2001/xml.xsd', 'xml.xsd').replace(/schemaLocation="[^"]*informativeCopiesOf3rdPartySchemas\/w3c\/xml\.xsd"/, 'schemaLocation="xml.xsd"'));
  }
  const { stdout } = run('python3', '-c', 'import zipfile,sys; z=zipfile.ZipFile("/usr/share/omegat/OmegaT.jar"); sys.stdout.buffer.write(z.read([n for n in z.namelist() if n.endswith("tmx14.dtd")][0]))');
  writeFileSync(join(folder, 'tmx14.dtd'), stdout);
}

function run(command: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(command, [...args], { cwd: folder, encoding: 'utf8', maxBuffer: 256 << 20, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' };
}

function openSample(root: string): ContentMap {
  return openContent(createNodeHost(), { root, configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
}

function exportSample(): ExchangeFile[] {
  const map = openSample(content);
  const locale = findLocale(map.config.locales, LOCALE);
  if (!locale) throw new Error(`The sample has no ${LOCALE}.`);
  return [...exportContent(createNodeHost(), map, { locale, only: undefined, wants: () => true, baseline: [] })];
}

interface Counts {
  readonly units: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly untranslated: number;
  readonly refused: number;
  readonly conflict: number;
}

function importOf(into: string, what: string): Counts {
  const host = createNodeHost();
  const map = openSample(into);
  const imported = importContent(host, map, { trustStates: false, acceptSource: false, now: '2026-01-01T00:00:00Z', write: writeAtomically });
  const place = resolve(folder, what);
  for (const file of statSync(place).isDirectory() ? files(place, '.xlf').map((path) => join(place, path)) : [place]) {
    const reader = unitReader(file, (unit) => {
      const locale = findLocale(map.config.locales, unit.locale ?? '');
      if (!locale) throw new Error(`${file}: no locale "${unit.locale}"`);
      imported.take(locale, unit);
    });
    for (const chunk of readChunks(file)) reader.write(chunk);
    reader.close();
  }
  const { units: all, counts } = imported.end();
  return { units: all, ...counts };
}

function summary({ changed, unchanged, untranslated, refused }: Counts): string {
  return `${changed} changed, ${unchanged} unchanged, ${untranslated} not translated, ${refused} refused`;
}

function read(file: string): ReturnedUnit[] {
  const found: ReturnedUnit[] = [];
  const reader = unitReader(file, (unit) => found.push(unit));
  reader.write(readFileSync(join(folder, file), 'utf8'));
  reader.close();
  return found;
}

/** Text of a side outside the elements of its codes; those of `ops` stand beside the text and enclose nothing. */
function outsideCodes(side: ReturnedSide | undefined, enclosing: boolean): string {
  if (side?.kind !== 'coded') return side?.text ?? '';
  if (!enclosing) return side.pieces.filter((piece) => typeof piece === 'string').join('');
  let depth = 0;
  let text = '';
  for (const piece of side.pieces) {
    if (typeof piece === 'string') text += depth === 0 ? piece : '';
    else depth += piece.kind === 'start' ? 1 : piece.kind === 'end' ? -1 : 0;
  }
  return text;
}

function files(root: string, ending: string): string[] {
  return (readdirSync(root, { recursive: true }) as string[]).filter((path) => path.endsWith(ending)).sort();
}

function digest(root: string): string {
  const hash = createHash('sha256');
  for (const path of (readdirSync(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function copyContent(name: string): string {
  const place = join(folder, name);
  cpSync(content, place, { recursive: true });
  return place;
}

/** Whether two copies of the sample differ in nothing but targets and the texts of the frontmatter. */
function sameButTargets(other: string): boolean {
  const skeleton = (text: string): string => text.replace(/(<span data-ttu-id="[^"]*">)[^]*?(<\/span><span class="sxs-lookup">)/g, '$1$2').replace(/^(title|description):.*$/gm, '$1:');
  return files(content, '.md').every((path) => skeleton(readFileSync(join(content, path), 'utf8')) === skeleton(readFileSync(join(other, path), 'utf8')));
}

function makeKit(name: string): string {
  const { status, stderr } = runTool(folder, ['export', '--content', content, '--locale', LOCALE, '--kit', 'omegat', '--out', name]);
  expect({ status, units: Number(/Exported (\d+) units/.exec(stderr)?.[1]) }).toEqual({ status: 0, units });
  return join(folder, name);
}

function translate(kit: string, tags: 'warn' | 'abort'): void {
  const { status, stderr, stdout } = omegat(kit, '--mode=console-translate', `--tag-validation=${tags}`);
  expect(status, stdout.slice(-500) + stderr.slice(-500)).toBe(0);
}

function omegat(kit: string, ...options: readonly string[]): Ran {
  return run('omegat', kit, `--config-dir=${join(kit, 'omegat')}`, '--no-team', ...options);
}
