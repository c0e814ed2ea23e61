import { defineCheck, type PatternRule, type ProjectRules, type SegmentHit, type SegmentInput } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';
import { languageOf } from './shared/language-of.ts';
import { runRange } from './shared/run-range.ts';

type Args = { readonly id: string; readonly text: string; readonly message: string };

const CHECKLIST: Partial<ProjectRules> = {
  patterns: [
    { id: 'no-click-here', pattern: '\\bclick here\\b', flags: 'i', side: 'source', message: 'Name what the link leads to.', severity: 'info' },
    { id: 'formal', pattern: '(?<!\\p{L})du(?!\\p{L})', flags: 'iu', side: 'target', locales: ['de'], message: 'Address the reader as “Sie”', severity: 'warning' },
    { id: 'no-full-width-digits', pattern: '[０-９]', flags: '', side: 'target', message: 'Write half-width digits.', severity: 'error' },
    { id: 'no-tatweel', pattern: 'ـ', flags: '', side: 'target', locales: ['ar-sa'], message: 'Leave the tatweel out.', severity: 'warning' },
    { id: 'yo', pattern: 'еще', flags: '', side: 'target', locales: ['ru'], message: 'Write ё.', severity: 'info' },
  ],
};

/** Longest piece of text that a pattern is tried on, in UTF-16 code units: what bounds a pattern that is not linear. */
const LONGEST = 4_000;

/** A pattern that matches everywhere says no more the twentieth time. */
const MOST = 20;

export default defineCheck<Args>({
  id: 'pattern',
  category: 'project',
  scope: 'segment',
  severity: 'warning',
  summary: 'The project’s own patterns (`rules` in site.yml) do not match.',
  why: 'Every project has rules that no tool knows: words to avoid, a form of address, a way to write dates.',
  whatToDo: 'Follow the rule’s message. The severity of each rule stands beside its pattern.',
  message: ({ id, text, message }) => `“${text}”: ${message}${/[.!?。]$/.test(message) ? '' : '.'} This is the rule ${id} of site.yml.`,
  examples: [
    { name: 'nothing matches', content: { 'de-de/a.md': '⟦Öffnen Sie die Dusche 10.⟧⟪Open the shower 10.⟫', 'ja-jp/a.md': '⟦10 を開きます。⟧⟪Open 10.⟫', 'ar-sa/a.md': '⟦افتح.⟧⟪Open.⟫' }, facts: { settings: CHECKLIST }, expected: [] },
    { name: 'code, and another locale', content: { 'de-de/a.md': '⟦`du` еще ـ⟧⟪`you` more⟫', 'fr-fr/a.md': '⟦Le nom du fichier⟧⟪The name of the file⟫', 'th-th/a.md': '⟦ไฟล์⟧⟪File⟫' }, facts: { settings: CHECKLIST }, expected: [] },
    { name: 'in a German target', content: { 'de-de/a.md': '⟦Kannst **du** das?⟧⟪Can you?⟫' }, facts: { settings: CHECKLIST }, expected: [{ id: 'formal', text: 'du', message: 'Address the reader as “Sie”' }] },
    { name: 'in a Japanese target, twice', content: { 'ja-jp/a.md': '⟦１個と２個⟧⟪1 and 2⟫' }, facts: { settings: CHECKLIST }, expected: [{ id: 'no-full-width-digits', text: '１', message: 'Write half-width digits.' }, { id: 'no-full-width-digits', text: '２', message: 'Write half-width digits.' }] },
    { name: 'in an Arabic target', content: { 'ar-sa/a.md': '⟦افتــح⟧⟪Open⟫' }, facts: { settings: CHECKLIST }, expected: [{ id: 'no-tatweel', text: 'ـ', message: 'Leave the tatweel out.' }, { id: 'no-tatweel', text: 'ـ', message: 'Leave the tatweel out.' }] },
    { name: 'in a Russian target', content: { 'ru-ru/a.md': '⟦И еще раз⟧⟪Once more⟫' }, facts: { settings: CHECKLIST }, expected: [{ id: 'yo', text: 'еще', message: 'Write ё.' }] },
    { name: 'in a source', content: { 'vi-vn/a.md': '⟦Bấm vào đây.⟧⟪Click here.⟫' }, facts: { settings: CHECKLIST }, expected: [{ id: 'no-click-here', text: 'Click here', message: 'Name what the link leads to.' }] },
  ],
  run: (input) => (input.settings.patterns.length === 0 ? NONE : hitsOf(input)),
});

const NONE: readonly never[] = [];

function* hitsOf({ source, target, locale, settings }: SegmentInput): Iterable<SegmentHit<Args>> {
  for (const { rule, pattern } of patternsOf(settings, locale.tag)) {
    let hits = 0;
    for (const run of (rule.side === 'target' ? target : source).runs) {
      for (const { 0: text, index } of run.text.slice(0, LONGEST).matchAll(pattern)) {
        if (text === '') continue;
        const range = runRange(run, index, index + text.length);
        const hit: SegmentHit<Args> = { args: { id: rule.id, text: excerpt(text), message: rule.message }, severity: rule.severity };
        yield rule.side === 'target' ? { ...hit, inTarget: range } : { ...hit, inSource: range };
        if (++hits >= MOST) break;
      }
      if (hits >= MOST) break;
    }
  }
}

interface CompiledPattern {
  readonly rule: PatternRule;
  readonly pattern: RegExp;
}

const compiled = new WeakMap<ProjectRules, Map<string, readonly CompiledPattern[]>>();

/** The patterns that concern a locale; the loader has seen that each is a regular expression. */
function patternsOf(rules: ProjectRules, tag: string): readonly CompiledPattern[] {
  const byLocale = compiled.get(rules) ?? new Map<string, readonly CompiledPattern[]>();
  compiled.set(rules, byLocale);
  const known = byLocale.get(tag);
  if (known) return known;
  const patterns = rules.patterns
    .filter(({ locales }) => locales === undefined || locales.some((one) => one.toLowerCase() === tag.toLowerCase() || one.toLowerCase() === languageOf(tag)))
    .map((rule) => ({ rule, pattern: new RegExp(rule.pattern, `g${rule.flags}`) }));
  byLocale.set(tag, patterns);
  return patterns;
}
