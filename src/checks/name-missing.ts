import type { InlineText, TextRun } from '../model/inline.ts';
import { foldDigits } from '../text/fold-digits.ts';
import { NAMES } from './data/names.ts';
import { defineCheck } from './define-check.ts';
import { isFragment } from './shared/is-fragment.ts';
import { languageOf } from './shared/language-of.ts';
import { perText } from './shared/per-text.ts';
import { runRange } from './shared/run-range.ts';

type Args = { readonly name: string };

export default defineCheck<Args>({
  id: 'name-missing',
  category: 'wording',
  scope: 'segment',
  severity: 'warning',
  summary: 'Names of products and companies stay as they are.',
  why: 'A translated name (“Azure” as the Hebrew word for light blue) names nothing: readers cannot find it in menus, stores or search.',
  whatToDo: 'Write the name as in the source; endings of the language may follow it. Names of your own go into `site.yml`.',
  message: ({ name }) => `The name “${name}” of the source is not in the target. Names are not translated.`,
  examples: [
    { name: 'kept, with an ending, in other letters of case', content: { 'de-de/a.md': '⟦Outlooks Einstellungen⟧⟪Settings of Outlook⟫', 'ar-sa/a.md': '⟦في Outlook⟧⟪In Outlook⟫', 'ja-jp/a.md': '⟦Outlookで開く⟧⟪Open in Outlook⟫', 'th-th/a.md': '⟦Office ๓๖๕⟧⟪Office 365⟫', 'sr-latn-rs/a.md': '⟦U Outlooku⟧⟪In Outlook⟫', 'ru-ru/a.md': '⟦В POWERSHELL⟧⟪In PowerShell⟫' }, expected: [] },
    { name: 'a form that the language has, a shorter form', content: { 'zh-cn/a.md': '⟦使用必应⟧⟪Use Bing⟫', 'ar-sa/a.md': '⟦في ويندوز⟧⟪In Windows⟫', 'ja-jp/a.md': '⟦Teams を開く⟧⟪Open Microsoft Teams⟫' }, expected: [] },
    { name: 'only part of a word', content: { 'de-de/a.md': '⟦Xboxen⟧⟪Excellent Windowsills of an Xbox⟫' }, expected: [] },
    { name: 'translated', content: { 'he-il/a.md': '⟦פתח את תכלת⟧⟪Open Azure⟫', 'sr-latn-rs/a.md': '⟦U programu⟧⟪In OneNote⟫', 'vi-vn/a.md': '⟦Mở cửa sổ 10⟧⟪Open Windows 10⟫', 'th-th/a.md': '⟦เปิดสไกป์⟧⟪Open Skype⟫', 'ru-ru/a.md': '⟦Откройте точку доступа⟧⟪Open SharePoint⟫' }, expected: [{ name: 'Azure' }, { name: 'SharePoint' }, { name: 'OneNote' }, { name: 'Skype' }, { name: 'Windows' }] },
    { name: 'a name of the project', content: { 'ja-jp/a.md': '⟦行間を開く⟧⟪Open Interlinear⟫' }, facts: { settings: { names: ['Interlinear'] } }, expected: [{ name: 'Interlinear' }] },
  ],
  run({ source, target, locale, settings }) {
    const named = (settings.names.length > 0 ? readerWith(settings.names) : builtInNames)(source);
    if (named.length === 0) return NONE;
    const language = languageOf(locale.tag);
    const found = foldDigits(`${target.plain}\n${target.raw}`).toLowerCase();
    return named.filter(({ name }) => !isNamed(name, language, found)).map(({ name, run, index }) => ({ args: { name }, inSource: runRange(run, index, index + name.length) }));
  },
});

const NONE: readonly never[] = [];

interface Named {
  readonly name: string;
  readonly run: TextRun;
  /** In the run's text. */
  readonly index: number;
}

const builtInNames = perText((source) => (BUILT_IN.test(source.plain) ? namesIn(source, BUILT_IN_ALL) : NONE));

/** The names of a source, each at its first place. */
function namesIn(source: InlineText, pattern: RegExp): readonly Named[] {
  if (isFragment(source)) return NONE;
  const named = new Map<string, Named>();
  for (const run of source.runs) {
    for (const { 0: name, index } of run.text.matchAll(pattern)) if (!named.has(name)) named.set(name, { name, run, index });
  }
  return [...named.values()];
}

function isNamed(name: string, language: string, target: string): boolean {
  if (target.includes(name.toLowerCase())) return true;
  if (target.replace(/\s/g, '').includes(name.replaceAll(' ', '').toLowerCase())) return true;
  const forms = NAMES[name] ?? {};
  return [...(forms[language] ?? []), ...(forms['*'] ?? [])].some((form) => target.includes(form));
}

/** Longest first: `Microsoft 365` before a name that it begins with. */
function patternOf(names: readonly string[]): RegExp {
  const choices = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\d_@./-])(?:${choices.join('|')})(?![\\p{L}\\d_]|\\.\\w)`, 'gu');
}

type NameReader = (source: InlineText) => readonly Named[];

const readers = new WeakMap<readonly string[], NameReader>();

/** Finds the built-in names and those of a project; made once per project. */
function readerWith(names: readonly string[]): NameReader {
  const known = readers.get(names);
  if (known) return known;
  const pattern = patternOf([...Object.keys(NAMES), ...names]);
  const reader = perText((source) => namesIn(source, pattern));
  readers.set(names, reader);
  return reader;
}

const BUILT_IN_ALL = patternOf(Object.keys(NAMES));
/** Without what stands around a name: tried on every source, so it must be quick. */
const BUILT_IN = new RegExp(Object.keys(NAMES).join('|'));
