// Prints how fast and how large the whole tool is on the real corpora, next to Hugo in the same run. Asserts nothing.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { table } from '../src/report/table.ts';
import { articleFiles, pageFiles } from './bench/article-files.ts';
import { makeEditedCorpus } from './bench/edited-corpus.ts';
import { hugoVersion, makeHugoProject, type HugoProject } from './bench/hugo-project.ts';
import { measureProcess, measuringMethod, type Measured } from './bench/measure-process.ts';
import { pathologicalArticle } from './bench/pathological-article.ts';
import { stageTimings } from './bench/stage-timings.ts';

/** One thing to measure: a command, run once in every round. */
interface Subject {
  readonly name: string;
  /** What it works on, e.g. number of articles. */
  readonly articles: number;
  readonly goal: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Exit codes of a run that did its work. */
  readonly fine: readonly number[];
  /** Folder that the run writes; removed before each run, but not where a run goes on from the one before. */
  readonly output?: string;
  /** Working folder; default that of this process. */
  readonly folder?: string;
  /** What is to be done before each run, unmeasured. */
  readonly before?: () => unknown;
  /** Names of the subjects that it is compared with, all of them run one after the other; default Hugo alone. */
  readonly against?: readonly string[];
}

type Totals = Pick<Measured, 'wall' | 'cpu' | 'peak'>;

/** All runs of a subject, in the order of the rounds. */
type Runs = ReadonlyMap<string, readonly Measured[]>;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = join(ROOT, 'src/cli/interlinear.mjs');
const BUILD_LOCALES = ['vi-vn', 'ar-sa', 'ja-jp'];
const LOCALES = [...BUILD_LOCALES, 'de-de'];
const HUGO = 'Hugo';
const HUGO_ALL = 'Hugo, all locales';
const PAGEFIND = "Pagefind over Hugo's output";
/** The command line of the npm package. */
const PAGEFIND_CLI = join(ROOT, 'node_modules/pagefind/lib/runner/bin.cjs');

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs takes a whole number from 1, not "${values.runs}".`);
  process.exitCode = 2;
} else {
  const scratch = mkdtempSync(join(tmpdir(), 'interlinear-bench-'));
  const stop = (): void => {
    rmSync(scratch, { recursive: true, force: true });
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await bench(runs, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function bench(rounds: number, scratch: string): Promise<void> {
  const corpus = resolve(ROOT, process.env['INTERLINEAR_CORPUS'] ?? '../shared/corpus', 'alchemy');
  const notes = ['×: a multiple of Hugo in the same round; with search, of Hugo and Pagefind together. CPU with search lacks most of what the processes of Pagefind take: they are ended, not waited for.', `Rounds: ${rounds}, all subjects in turn in each; medians. ${measuringMethod()}. ${availableParallelism()} cores.`];
  const subjects: Subject[] = [];
  if (existsSync(corpus)) {
    const hugo = prepareHugo(corpus, BUILD_LOCALES, join(scratch, 'hugo'), notes);
    subjects.push(validateCorpus(corpus), ...(hugo ? [hugoSubject(HUGO, articlesOf(corpus), hugo), pagefindSubject(corpus, hugo, scratch)] : []));
    subjects.push(await buildCorpus(corpus, scratch), await searchCorpus(corpus, scratch), ...(await laterRuns(corpus, scratch, notes)));
  } else {
    notes.push(`The corpus ${corpus} is absent (set INTERLINEAR_CORPUS): only the generated article is measured.`);
  }
  subjects.push(...(await pathological(scratch)));
  const measured = await measureRounds(subjects, rounds, scratch);
  print([...resultTable(subjects, measured), '', ...notes, ...roundNotes(subjects, measured), ...pageNotes(subjects, measured)]);
  if (existsSync(corpus)) print(['', ...(await stageTable(corpus, BUILD_LOCALES[0] ?? ''))]);
}

/** With all checks, and nothing known from an earlier run. */
function validateCorpus(corpus: string): Subject {
  return { name: 'validate, all locales', articles: articleFiles(corpus).length, goal: '≤ 10 s', ...interlinear('validate', '--content', corpus, '--no-cache'), fine: [0, 1] };
}

async function buildCorpus(corpus: string, scratch: string): Promise<Subject> {
  const output = join(scratch, 'site');
  const args = ['build', '--content', corpus, '--locale', BUILD_LOCALES.join(','), '--out', output, ...(await coldOptions(scratch))];
  return { name: `build, ${BUILD_LOCALES.join(' ')}`, articles: articlesOf(corpus), goal: '≤ 1.2 × Hugo; < 900 MB', ...interlinear(...args), fine: [0], output };
}

async function searchCorpus(corpus: string, scratch: string): Promise<Subject> {
  const output = join(scratch, 'site-with-search');
  const cold = (await coldOptions(scratch)).filter((option) => option !== '--no-search');
  const args = ['build', '--content', corpus, '--locale', BUILD_LOCALES.join(','), '--out', output, ...cold];
  return { name: 'the same with search', articles: articlesOf(corpus), goal: '≤ 0.75 × (Hugo + Pagefind)', ...interlinear(...args), fine: [0], output, against: [HUGO, PAGEFIND] };
}

/** What comes back every day, on all locales: nothing has changed, or one sentence has. */
async function laterRuns(corpus: string, scratch: string, notes: string[]): Promise<Subject[]> {
  progress('Building what later runs begin with …');
  const { content, folder, edit } = makeEditedCorpus(corpus, BUILD_LOCALES[0] ?? '', scratch);
  const build = interlinear('build', '--content', content, '--out', join(folder, 'site'));
  const validate = interlinear('validate', '--content', content);
  const bringUpToDate = ({ command, args }: Pick<Subject, 'command' | 'args'>): Promise<Measured> => measureProcess(command, args, { scratch, folder });
  await bringUpToDate(build);
  const articles = articleFiles(corpus).length;
  const hugo = prepareHugo(corpus, LOCALES, join(scratch, 'hugo-all'), notes);
  return [
    { name: 'validate, nothing changed', articles, goal: '≤ 2 s', ...validate, fine: [0, 1], folder, before: () => bringUpToDate(validate), against: [HUGO_ALL] },
    ...(hugo ? [hugoSubject(HUGO_ALL, articles, hugo)] : []),
    { name: 'build with search, nothing changed', articles, goal: '', ...build, fine: [0], folder, against: [HUGO_ALL] },
    { name: 'build with search, a sentence edited', articles, goal: '≤ 0.2 × Hugo, all locales', ...build, fine: [0], folder, before: edit, against: [HUGO_ALL] },
  ];
}

function hugoSubject(name: string, articles: number, { args, output, leftOut }: HugoProject): Subject {
  return { name, articles: articles - leftOut.length, goal: 'the measure', command: 'hugo', args, fine: [0], output };
}

/** Runs behind Hugo, whose output of the same round it indexes. */
function pagefindSubject(corpus: string, hugo: HugoProject, scratch: string): Subject {
  const output = join(scratch, 'pagefind');
  const args = [PAGEFIND_CLI, '--site', hugo.output, '--output-path', output];
  return { name: PAGEFIND, articles: articlesOf(corpus) - hugo.leftOut.length, goal: 'the measure, added to Hugo', command: process.execPath, args, fine: [0], output };
}

async function pathological(scratch: string): Promise<Subject[]> {
  const content = join(scratch, 'one-article');
  mkdirSync(join(content, 'vi-vn'), { recursive: true });
  writeFileSync(join(content, 'vi-vn', 'reference.md'), pathologicalArticle());
  const output = join(scratch, 'one-article-site');
  const goal = 'seconds; < 500 MB';
  return [
    { name: 'validate, one article of 3.4 MB', articles: 1, goal, ...interlinear('validate', '--content', content, '--no-cache'), fine: [0, 1] },
    { name: 'build, one article of 3.4 MB', articles: 1, goal, ...interlinear('build', '--content', content, '--out', output, ...(await coldOptions(scratch))), fine: [0], output },
  ];
}

function interlinear(...args: string[]): Pick<Subject, 'command' | 'args'> {
  return { command: process.execPath, args: [CLI, ...args] };
}

/** Options that switch search and cache off, as far as `build` knows them. */
async function coldOptions(scratch: string): Promise<string[]> {
  const help = await measureProcess(process.execPath, [CLI, 'build', '--help'], { scratch });
  return ['--no-search', '--no-cache'].filter((option) => help.output.includes(option));
}

function articlesOf(corpus: string): number {
  return BUILD_LOCALES.reduce((total, locale) => total + articleFiles(join(corpus, locale)).length, 0);
}

function prepareHugo(corpus: string, locales: readonly string[], folder: string, notes: string[]): HugoProject | undefined {
  const version = hugoVersion();
  if (version === undefined) {
    const note = 'Hugo is not installed (Debian: apt install hugo): nothing to compare with.';
    if (!notes.includes(note)) notes.push(note);
    return undefined;
  }
  progress('Preparing the Hugo project …');
  const project = makeHugoProject(corpus, locales, folder);
  notes.push(`Hugo ${version}, ${locales.length} locales; left out of its copy, because it stops at them: ${project.leftOut.length} files.`, ...project.leftOut.map(({ file, reason }) => `  ${file}: ${reason}`));
  return project;
}

/** Every round runs all subjects one after the other, so that noise of the machine hits all of them. */
async function measureRounds(subjects: readonly Subject[], rounds: number, scratch: string): Promise<Runs> {
  const measured = new Map<string, Measured[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const subject of subjects) {
      progress(`Round ${round} of ${rounds}: ${subject.name} …`);
      if (subject.output !== undefined) rmSync(subject.output, { recursive: true, force: true });
      await subject.before?.();
      const run = await measureProcess(subject.command, subject.args, { scratch, folder: subject.folder });
      if (!subject.fine.includes(run.exitCode)) throw new Error(`${subject.name} failed with code ${run.exitCode}:\n${run.output.slice(-2000)}`);
      measured.get(subject.name)?.push(run);
    }
  }
  return measured;
}

function resultTable(subjects: readonly Subject[], measured: Runs): string[] {
  const rows = subjects.map(({ name, articles, goal, against = [HUGO] }) => {
    const own = measured.get(name) ?? [];
    const measure = inARow(against.map((other) => measured.get(other) ?? []));
    return [
      name,
      seconds(median(own.map(({ wall }) => wall))),
      seconds(median(defined(own.map(({ cpu }) => cpu)))),
      whole(median(defined(own.map(({ peak }) => peak)))),
      articles > 1 ? whole(median(own.map(({ wall }) => articles / wall))) : '',
      times(ratio(own, measure, ({ wall }) => wall)),
      times(ratio(own, measure, ({ cpu }) => cpu)),
      times(ratio(own, measure, ({ peak }) => peak)),
      goal,
    ];
  });
  return table([['', 'wall s', 'CPU s', 'peak MB', 'articles/s', 'wall ×', 'CPU ×', 'peak ×', 'goal'], ...rows]);
}

/** What commands take that run one after the other, by round; empty when one of them was not measured. */
function inARow(commands: readonly (readonly Measured[])[]): Totals[] {
  const [first = [], ...others] = commands;
  return others.reduce<Totals[]>(
    (sums, runs) =>
      sums.flatMap((sum, round) => {
        const run = runs[round];
        return run ? [{ wall: sum.wall + run.wall, cpu: added(sum.cpu, run.cpu), peak: Math.max(sum.peak ?? 0, run.peak ?? 0) }] : [];
      }),
    [...first],
  );
}

function added(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

/** Median over the rounds of a value as a multiple of the measure's in the same round. */
function ratio(own: readonly Measured[], measure: readonly Totals[], value: (run: Totals) => number | undefined): number | undefined {
  return median(
    own.flatMap((run, round) => {
      const other = measure[round];
      const [a, b] = [value(run), other && value(other)];
      return a === undefined || b === undefined || b === 0 ? [] : [a / b];
    }),
  );
}

/** Shows how far the machine's noise went. */
function roundNotes(subjects: readonly Subject[], measured: Runs): string[] {
  return ['Wall seconds of each round:', ...subjects.map(({ name }) => `  ${name}: ${(measured.get(name) ?? []).map(({ wall }) => seconds(wall)).join(', ')}`)];
}

/** What the builds have written, from the folders of the last round. */
function pageNotes(subjects: readonly Subject[], measured: Runs): string[] {
  const counts = subjects.flatMap(({ name, output }) => {
    if (output === undefined) return [];
    const pages = pageFiles(output);
    if (pages.length === 0) return [];
    const wall = median((measured.get(name) ?? []).map((run) => run.wall)) ?? 0;
    return [`  ${name}: ${whole(pages.length)} HTML files (${byTopFolder(pages)}), ${((wall / pages.length) * 1000).toFixed(2)} ms a page`];
  });
  return ['Pages written:', ...counts, 'A build also publishes the source locale, rebuilt from the bitext, and pages for missing translations; Hugo renders the bilingual text as it stands.'];
}

function byTopFolder(pages: readonly string[]): string {
  const groups = Map.groupBy(pages, (page) => (page.includes('/') ? page.slice(0, page.indexOf('/')) : 'top'));
  return [...groups].map(([folder, files]) => `${folder} ${whole(files.length)}`).join(', ');
}

async function stageTable(corpus: string, locale: string): Promise<string[]> {
  progress(`Timing the stages for ${locale} …`);
  const { articles, stages } = await stageTimings(corpus, locale);
  const rows = stages.map((stage) => [stage.stage, seconds(stage.seconds), whole((stage.seconds / articles) * 1e6)]);
  return [`Stages in this process for ${locale}, ${whole(articles)} articles, one thread, once:`, ...table([['', 's', 'µs/article'], ...rows])];
}

function median(sample: readonly number[]): number | undefined {
  const sorted = [...sample].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function defined(sample: readonly (number | undefined)[]): number[] {
  return sample.filter((value) => value !== undefined);
}

function seconds(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(2);
}

function times(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(2);
}

function whole(value: number | undefined): string {
  return value === undefined ? '–' : Math.round(value).toLocaleString('en');
}

function progress(text: string): void {
  console.error(text);
}

function print(lines: readonly string[]): void {
  console.log(lines.join('\n'));
}
