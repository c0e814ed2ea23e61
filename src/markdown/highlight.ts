import type { HighlighterCore } from 'shiki/core';
import { escapeHtml } from '../text/escape-html.ts';

/** Highlights code while the site is built; the result needs no script and no inline style. */
export interface Highlighter {
  /** Loads the grammars of languages as written in info strings. Unknown ones are not an error. */
  load(languages: Iterable<string>): Promise<void>;
  /** A whole `<pre>`; plain where the language is unknown or was not loaded, or the code is longer than {@link MAX_LENGTH}. */
  html(language: string, code: string): string;
}

/** Longest code that is highlighted, in UTF-16 code units. */
const MAX_LENGTH = 200_000;
/** A line longer than this is data: grammars are slow on it and nobody reads it. */
const MAX_LINE_LENGTH = 5_000;

/** Info strings that authors of help articles write for a language of another name, or for none. */
const ALIASES: Readonly<Record<string, string>> = {
  'azurecli': 'bash', 'azurecli-interactive': 'bash', 'azurepowershell': 'powershell', 'azurepowershell-interactive': 'powershell', 'azure-powershell': 'powershell',
  'c#': 'csharp', 'cli': 'bash', 'command': 'bat', 'command line': 'bat', 'commandline': 'bat', 'console': 'bash', 'cshtml': 'razor', 'dotnet': 'bash', 'dotnetcli': 'bash',
  'f#': 'fsharp', 'input': '', 'js': 'javascript', 'kql': 'kusto', 'none': '', 'output': '', 'plaintext': '', 'ps1': 'powershell', 'sh': 'bash', 'shell': 'bash', 'syntax': '',
  'text': '', 'ts': 'typescript', 'txt': '', 'vbnet': 'vb', 'xaml': 'xml', 'yml': 'yaml',
};

/** Style sheet of {@link Highlighter.html}: light and dark by `color-scheme`. */
export const highlightStyles = `.code{overflow-x:auto;direction:ltr;text-align:left}
.tok-constant{color:light-dark(#0550ae,#79c0ff)}
.tok-string,.tok-string-expression{color:light-dark(#0a3069,#a5d6ff)}
.tok-comment{color:light-dark(#59636e,#9198a1)}
.tok-keyword{color:light-dark(#b3202c,#ff7b72)}
.tok-parameter{color:light-dark(#8a3c00,#ffa657)}
.tok-function{color:light-dark(#6639ba,#d2a8ff)}
.tok-punctuation{color:light-dark(#424a53,#c9d1d9)}
.tok-link{color:light-dark(#0a3069,#a5d6ff)}
.tok-inserted{color:light-dark(#0d6a27,#7ee787)}
.tok-deleted{color:light-dark(#82071e,#ffa198)}
.tok-changed{color:light-dark(#8a3c00,#ffa657)}
.tok-i{font-style:italic}
.tok-b{font-weight:700}
.tok-u{text-decoration:underline}
`;

/** A highlighter without any grammar; shiki itself is imported with the first language that needs it. */
export function createHighlighter(): Highlighter {
  const made = new Map<string, string>();
  const own = new Map<string, HighlighterCore | undefined>();
  let size = 0;
  return {
    async load(languages) {
      const wanted = new Set([...languages].map(languageName).filter((name) => name !== '' && !own.has(name)));
      for (const name of wanted) own.set(name, await coreOf(name));
    },
    html(language, code) {
      const name = languageName(language);
      const core = own.get(name);
      const key = `${name}\0${core === undefined}\0${code}`;
      const known = made.get(key);
      if (known !== undefined) return known;
      const html = wrap(name, core === undefined ? escapeHtml(code) : tokens(core, name, code));
      size += html.length;
      if (size > 20_000_000) {
        made.clear();
        size = html.length;
      }
      made.set(key, html);
      return html;
    },
  };
}

/** languageName(' PowerShell') // => 'powershell'; empty for plain text */
function languageName(info: string): string {
  const name = info.replace(/&nbsp;|\u00A0/g, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
  const known = Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined;
  return known ?? (name.includes(' ') ? languageName(name.slice(0, name.indexOf(' '))) : name);
}

/** What is highlighted inside of another language; its grammar names dozens, which would all have to be loaded. */
const INSIDE: Readonly<Record<string, readonly string[]>> = { markdown: ['html-derivative', 'yaml'], md: ['html-derivative', 'yaml'] };

/** Kept for all highlighters of a thread: they hold memory outside of the heap, which nothing frees. */
const cores = new Map<string, Promise<HighlighterCore | undefined>>();

/**
 * The grammar of a language, apart from all others: a grammar takes up what it finds beside it for the code of another
 * language inside, and a page must not depend on the pages before it. Undefined for an unknown language.
 */
function coreOf(name: string): Promise<HighlighterCore | undefined> {
  const core = cores.get(name) ?? makeCore(name);
  cores.set(name, core);
  return core;
}

async function makeCore(name: string): Promise<HighlighterCore | undefined> {
  const { bundledLanguages } = await import('shiki/langs');
  if (!Object.hasOwn(bundledLanguages, name)) return undefined;
  const grammars = Object.entries(bundledLanguages).flatMap(([known, grammar]) => (known === name || INSIDE[name]?.includes(known) ? [grammar] : []));
  const [{ createHighlighterCore, createCssVariablesTheme }, engine] = await Promise.all([import('shiki/core'), (makingEngine ??= makeEngine())]);
  return createHighlighterCore({ themes: [createCssVariablesTheme({ name: THEME, variablePrefix: '' })], langs: grammars, engine, warnings: false });
}

let makingEngine: ReturnType<typeof makeEngine> | undefined;

async function makeEngine() {
  const { createOnigurumaEngine } = await import('shiki/engine/oniguruma');
  return createOnigurumaEngine(import('shiki/wasm'));
}

const THEME = 'tokens';

function tokens(core: HighlighterCore, language: string, code: string): string {
  if (code.length > MAX_LENGTH) return escapeHtml(code);
  const { tokens: lines } = core.codeToTokens(code, { lang: language, theme: THEME, tokenizeMaxLineLength: MAX_LINE_LENGTH, tokenizeTimeLimit: 0 });
  return lines.map((line) => line.map((token) => span(token.content, token.color ?? '', token.fontStyle ?? 0)).join('')).join('\n');
}

function span(text: string, color: string, style: number): string {
  const name = /token-([a-z-]+)/.exec(color)?.[1];
  const classes = [...(name === undefined ? [] : [`tok-${name}`]), ...(style > 0 ? FONT_STYLES.filter(([bit]) => (style & bit) !== 0).map(([, value]) => value) : [])];
  return classes.length === 0 || text.trim() === '' ? escapeHtml(text) : `<span class="${classes.join(' ')}">${escapeHtml(text)}</span>`;
}

/** Bits of TextMate's font styles. */
const FONT_STYLES: readonly (readonly [number, string])[] = [[1, 'tok-i'], [2, 'tok-b'], [4, 'tok-u']];

/** It can scroll, so the keyboard must reach it. */
function wrap(language: string, html: string): string {
  const className = /^[\w+#.-]{1,40}$/.test(language) ? ` class="language-${language}"` : '';
  return `<pre class="code" tabindex="0"><code${className}>${html}\n</code></pre>`;
}
