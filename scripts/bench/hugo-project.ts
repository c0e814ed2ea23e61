import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { load } from 'js-yaml';
import { articleFiles } from './article-files.ts';

/** A Hugo project that renders the same files. */
export interface HugoProject {
  readonly folder: string;
  /** Command line that renders it into {@link output}. */
  readonly args: readonly string[];
  readonly output: string;
  /** Files left out, relative to the content, with the reason; sorted. */
  readonly leftOut: readonly { readonly file: string; readonly reason: string }[];
}

/** More files than this that Hugo refuses: then something else is wrong. */
const MAX_REFUSED = 40;

/** `hugo version`, or undefined when there is none. */
export function hugoVersion(): string | undefined {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? /v[\d.]+\S*/.exec(stdout)?.[0] : undefined;
}

/**
 * Copies the locales' folders into a new Hugo project: goldmark with raw HTML, one minimal layout with title,
 * content and links to the translations, sitemap, no taxonomies, no feeds. Files on which Hugo stops are left out.
 */
export function makeHugoProject(corpus: string, locales: readonly string[], folder: string): HugoProject {
  const content = join(folder, 'content');
  for (const locale of locales) cpSync(join(corpus, locale), join(content, locale), { recursive: true });
  makeWritable(folder);
  write(join(folder, 'config.json'), JSON.stringify(hugoConfig(locales), null, 2));
  for (const [name, text] of Object.entries(LAYOUTS)) write(join(folder, 'layouts', name), text);
  const output = join(folder, 'public');
  const args = ['--quiet', '--source', folder, '--destination', output, '--buildDrafts', '--buildFuture', '--buildExpired'];
  const leftOut = [...dropBrokenFrontmatter(content), ...dropRefused(content, args)];
  // To Hugo, index.md makes its whole folder one page.
  for (const file of articleFiles(content)) if (basename(file) === 'index.md') renameSync(join(content, file), join(content, dirname(file), '_index.md'));
  return { folder, args, output, leftOut: leftOut.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

function hugoConfig(locales: readonly string[]): object {
  const [first = 'en'] = locales;
  return {
    baseURL: 'https://bench.example/',
    title: 'Bench',
    // On a loaded machine one long page takes longer than the default of 30 s.
    timeout: '600s',
    defaultContentLanguage: first,
    defaultContentLanguageInSubdir: true,
    disableKinds: ['taxonomy', 'term', 'RSS'],
    languages: Object.fromEntries(locales.map((locale) => [locale, { contentDir: `content/${locale}`, languageName: locale, languageDirection: locale.startsWith('ar') ? 'rtl' : 'ltr' }])),
    markup: { goldmark: { renderer: { unsafe: true } } },
  };
}

const HEAD = '<!doctype html>\n<html lang="{{ .Language.Lang }}" dir="{{ .Language.LanguageDirection }}">\n<head><meta charset="utf-8"><title>{{ .Title }}</title></head>\n<body>\n<nav>{{ range .Translations }}<a rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.LanguageName }}</a> {{ end }}</nav>\n';

const LAYOUTS = {
  '_default/single.html': `${HEAD}<main><h1>{{ .Title }}</h1>{{ .Content }}</main>\n</body></html>\n`,
  '_default/list.html': `${HEAD}<main><h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></main>\n</body></html>\n`,
};

function dropBrokenFrontmatter(content: string): { file: string; reason: string }[] {
  return articleFiles(content).flatMap((file) => {
    const block = /^\uFEFF?---\r?\n(.*?)\n---/s.exec(readFileSync(join(content, file), 'utf8'))?.[1];
    if (block === undefined || isMapping(block)) return [];
    rmSync(join(content, file));
    return [{ file, reason: 'frontmatter is not YAML' }];
  });
}

function isMapping(yaml: string): boolean {
  try {
    return typeof load(yaml) === 'object';
  } catch {
    return false;
  }
}

/** Runs Hugo until it no longer stops, taking away the files it names. */
function dropRefused(content: string, args: readonly string[]): { file: string; reason: string }[] {
  const refused: { file: string; reason: string }[] = [];
  for (;;) {
    const { status, stdout, stderr } = spawnSync('hugo', args, { encoding: 'utf8' });
    if (status === 0) return refused;
    const message = `${stdout}\n${stderr}`;
    const found = [...message.matchAll(/"([^"\n]+?\.md)(?::\d+)*":?([^\n]*)/g)].map(([, file = '', reason = '']) => [relative(content, file), reason.trim().slice(0, 80)] as const);
    if (found.length === 0 || refused.length + found.length > MAX_REFUSED) throw new Error(`Hugo cannot render the bench project:\n${message.trim().slice(0, 2000)}`);
    for (const [file, reason] of new Map(found)) {
      rmSync(join(content, file));
      refused.push({ file, reason: `Hugo: ${reason}` });
    }
  }
}

/** The corpus is read-only, and so is its copy. */
function makeWritable(folder: string): void {
  spawnSync('chmod', ['-R', 'u+w', folder]);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
