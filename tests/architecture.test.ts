import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, posix } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './support/run-cli.ts';

const SPOKES = ['ingest', 'align', 'markdown', 'checks', 'memory', 'exchange', 'review', 'report', 'views'] as const;

/** Folder of src/ → the folders that it may import beside itself (DESIGN.md §3). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: [],
  ...Object.fromEntries(SPOKES.map((spoke) => [spoke, ['model', 'text']])),
  project: ['model', 'text', ...SPOKES],
  host: ['model', 'text'],
  site: ['model', 'text', 'views', 'project'],
  cli: ['model', 'text', ...SPOKES, 'project', 'host', 'site'],
};

/** Modules that only compute. */
const PURE_BUILTINS = ['node:path', 'node:url', 'node:crypto', 'node:buffer', 'node:util'];

/** Folders that may ask the machine. In site/: the glue around Astro, and what runs in the reader's browser. */
const asksMachine = (file: string): boolean => /^(?:host|cli)\//.test(file) || /^site\/(?:client\/|desk\/|prebuilt\/)?[^/]+\.ts$/.test(file);

interface SourceFile {
  /** Relative to src/. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  /** {@link text} without comments and the contents of strings. */
  readonly code: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = globSync('**/*.{ts,mjs,astro}', { cwd: `${PROJECT}src` }).map((path) => path.replaceAll('\\', '/')).sort().map((path) => {
  const text = readFileSync(`${PROJECT}src/${path}`, 'utf8');
  return { path, folder: path.split('/', 1)[0] ?? '', text, code: withoutWords(text), imports: importsOf(text) };
});

test('every folder of src/ is in the table', () => {
  expect(files.length).toBeGreaterThan(100);
  expect([...new Set(files.map(({ folder }) => folder))].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
});

test('imports keep their direction', () => {
  const wrong = files.flatMap((file) => file.imports.filter((specifier) => specifier.startsWith('.')).flatMap((specifier) => {
    const target = posix.normalize(posix.join(dirname(file.path), specifier));
    const [folder = ''] = target.split('/');
    if (target.startsWith('../')) return [`${file.path}: ${specifier} leaves src/`];
    return folder === file.folder || MAY_IMPORT[file.folder]?.includes(folder) ? [] : [`${file.path}: ${file.folder} may not import ${folder} (${specifier})`];
  }));
  expect(wrong).toEqual([]);
});

/** The one module of the project that runs in browsers. */
const BROWSER_DESK = 'project/browser-desk.ts';

test('what runs in the browser takes no module of Node and nothing of the project', () => {
  const wrong = files.filter(({ path }) => /^site\/(?:client|desk)\//.test(path)).flatMap((file) => file.imports.filter((specifier) => /^node:|^\.\.\/\.\.\/(?:project|views)\//.test(specifier) && specifier !== `../../${BROWSER_DESK}`).map((specifier) => `${file.path}: ${specifier}`));
  expect(wrong).toEqual([]);
});

test('what the published desk takes of the project needs nothing that a browser has not', () => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set([BROWSER_DESK]);
  for (const path of reached) {
    const { text = '' } = byPath.get(path) ?? {};
    for (const specifier of importsOf(text.replace(/^import type [^;]+;$/gm, ''))) if (specifier.startsWith('.')) reached.add(posix.normalize(posix.join(dirname(path), specifier)));
  }
  expect(reached.size).toBeGreaterThan(50);
  const packages = [...reached].flatMap((path) => importsOf((byPath.get(path)?.text ?? '').replace(/^import type [^;]+;$/gm, '')).filter((specifier) => !specifier.startsWith('.')));
  // The parser in Rust is left out there (site/browser-plugin.ts).
  expect([...new Set(packages)].filter((name) => name !== 'satteri' && !/^(?:mdast-util|micromark-extension)-|^decode-named-character-reference$/.test(name))).toEqual([]);
  expect([...reached].filter((path) => !/^(?:model|text|checks|exchange|markdown|memory|review|project)\//.test(path) || path.startsWith('checks/index'))).toEqual(['checks/index.ts']);
});

test('relative imports name a file that exists, with its ending', () => {
  const known = new Set(globSync('**/*', { cwd: `${PROJECT}src` }).map((path) => path.replaceAll('\\', '/')));
  const wrong = files.flatMap((file) => file.imports.filter((specifier) => specifier.startsWith('.')).filter((specifier) => !known.has(posix.normalize(posix.join(dirname(file.path), specifier).split('?', 1)[0] ?? ''))).map((specifier) => `${file.path}: ${specifier}`));
  expect(wrong).toEqual([]);
});

test('only host and cli use the machine', () => {
  const wrong = files.filter(({ path }) => !asksMachine(path)).flatMap((file) => [
    ...file.imports.filter((specifier) => builtinModules.includes(specifier.replace(/^node:/, '')) && !PURE_BUILTINS.includes(specifier)).map((specifier) => `${file.path}: ${specifier}`),
    ...[...file.code.matchAll(/\b(?:process\.\w+|fetch\(|console\.\w+|setTimeout|setInterval|globalThis)/g)].map(([found]) => `${file.path}: ${found}`),
  ]);
  expect(wrong).toEqual([]);
});

test('no clock, no chance, no order or words that depend on the machine', () => {
  const wrong = files.filter(({ path }) => !/^(?:host|cli)\//.test(path)).flatMap((file) =>
    [...file.code.matchAll(/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bMath\.random\b|\brandomUUID\b|\.localeCompare\b|\.toLocale\w+\(\s*\)|\bnew Intl\.\w+\(\s*\)/g)].map(([found]) => `${file.path}: ${found}`));
  expect(wrong).toEqual([]);
});

test('no any, no enum, no namespace', () => {
  const wrong = files.flatMap((file) => [...file.code.matchAll(/(?::|<|\bas|\||,|=>)\s*any\b|\bany\[\]|^\s*(?:export\s+)?(?:declare\s+|const\s+)*enum\s+\w+|^\s*(?:export\s+)?namespace\s+\w+/gm)].map(([found]) => `${file.path}: ${found.trim()}`));
  expect(wrong).toEqual([]);
});

test('no file of the project knows the machine it was written on', () => {
  const all = globSync(['*.{json,ts,mjs,md}', '.ci/*', '{src,scripts,tests,content}/**/*.{ts,mjs,astro,md,mdx,yml,json,css}'], { cwd: PROJECT, exclude: ['node_modules/**', 'tests/output/**'] });
  const machine = [/(?<![\w.])\/(?:work|home\/\w+|Users\/\w+)\//, /registry\.[\w.-]*npm|npm\.pkg\.github/];
  expect(all.filter((path) => machine.some((pattern) => pattern.test(readFileSync(`${PROJECT}${path}`, 'utf8'))))).toEqual([]);
});

test('the lock file has every optional package of other platforms', () => {
  const { packages } = JSON.parse(readFileSync(`${PROJECT}package-lock.json`, 'utf8')) as { packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }> };
  const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter((name) => !(`${at}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages)));
  expect(missing, '`npm ci` refuses such a lock file; npm install leaves them out where a registry lacks them').toEqual([]);
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

function importsOf(text: string): string[] {
  const named = /^\s*(?:import\s+|(?:import|export|\})[^'"\n;]*?\bfrom\s+)['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)|new URL\(\s*['"](\.[^'"\n]+\.ts)['"]\s*,\s*import\.meta\.url\s*\)/gm;
  return [...text.matchAll(named)].flatMap(([, fixed, dynamic, worker]) => fixed ?? dynamic ?? worker ?? []);
}

/** Blanks comments and string contents, so that a word in a message is no finding. Roughly: regular expressions are left. */
function withoutWords(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:\\'"`])\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : '\'\''));
}
