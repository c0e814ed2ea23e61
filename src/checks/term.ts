import type { InlineText } from '../model/inline.ts';
import { defineCheck, type ProjectRules, type SegmentHit } from './define-check.ts';
import { compiledTerms, type CompiledTerm } from './shared/compiled-terms.ts';
import { excerpt } from './shared/excerpt.ts';
import { listOf } from './shared/list-of.ts';
import { runRange } from './shared/run-range.ts';

type Args = { readonly term: string; readonly found: string; readonly use: readonly string[] };

const GLOSSARY: Partial<ProjectRules> = {
  terms: [
    {
      source: 'board',
      targets: {
        'de-de': { use: ['Tafel*', '*tafel'], avoid: ['Brett*'] },
        vi: { use: ['bảng'], avoid: [] },
        ja: { use: ['ボード'], avoid: ['掲示板'] },
        ar: { use: ['*لوح*'], avoid: [] },
        th: { use: ['กระดาน'], avoid: [] },
        ru: { use: [], avoid: ['борд*'] },
      },
    },
    { source: 'board game', targets: { 'de-de': { use: ['Brettspiel*'], avoid: [] } } },
  ],
};

export default defineCheck<Args>({
  id: 'term',
  category: 'project',
  scope: 'segment',
  severity: 'warning',
  summary: 'Terms are translated as the project’s glossary says.',
  why: 'A reader who meets one thing under two names looks for two things, and does not find the label that the interface shows.',
  whatToDo: 'Use the word of `glossary.yml`. When the word is right in another form, add the form or a `*` there. What the glossary does not name is not looked at.',
  message: ({ term, found, use }) => {
    const wanted = use.length === 0 ? '' : ` Write ${listOf(use.map((form) => `“${form}”`))}.`;
    return found === '' ? `The term “${term}” of the original is not translated as the glossary says.${wanted}` : `“${found}” is not the glossary’s word for “${term}”.${wanted || ' Use another.'}`;
  },
  examples: [
    { name: 'forms of the word, in any case', content: { 'de-de/a.md': '⟦Die Tafeln und die Schultafel⟧⟪The boards and the school board⟫', 'vi-vn/a.md': '⟦Mở Bảng.⟧⟪Open the board.⟫', 'ja-jp/a.md': '⟦ボードを開きます。⟧⟪Open the board.⟫', 'ar-sa/a.md': '⟦افتح اللوحات.⟧⟪Open the boards.⟫', 'th-th/a.md': '⟦เปิดกระดานนี้⟧⟪Open this board⟫' }, facts: { settings: GLOSSARY }, expected: [] },
    { name: 'the longer term wins', content: { 'de-de/a.md': '⟦Das Brettspiel⟧⟪The board game⟫' }, facts: { settings: GLOSSARY }, expected: [] },
    { name: 'part of another word, and code', content: { 'vi-vn/a.md': '⟦Bàn phím và `board`⟧⟪Keyboard and `board`⟫' }, facts: { settings: GLOSSARY }, expected: [] },
    { name: 'a locale that the glossary does not name', content: { 'fr-fr/a.md': '⟦Ouvrez le tableau.⟧⟪Open the board.⟫' }, facts: { settings: GLOSSARY }, expected: [] },
    { name: 'another word in German', content: { 'de-de/a.md': '⟦Öffnen Sie das Brett.⟧⟪Open the board.⟫' }, facts: { settings: GLOSSARY }, expected: [{ term: 'board', found: 'Brett', use: ['Tafel*', '*tafel'] }] },
    { name: 'another word in Japanese', content: { 'ja-jp/a.md': '⟦掲示板を開きます。⟧⟪Open the board.⟫' }, facts: { settings: GLOSSARY }, expected: [{ term: 'board', found: '掲示板', use: ['ボード'] }] },
    { name: 'missing in Arabic', content: { 'ar-sa/a.md': '⟦افتح الصفحة.⟧⟪Open the board.⟫' }, facts: { settings: GLOSSARY }, expected: [{ term: 'board', found: '', use: ['*لوح*'] }] },
    { name: 'missing in Thai', content: { 'th-th/a.md': '⟦เปิดหน้านี้⟧⟪Open the board⟫' }, facts: { settings: GLOSSARY }, expected: [{ term: 'board', found: '', use: ['กระดาน'] }] },
    { name: 'a rejected word in Russian', content: { 'ru-ru/a.md': '⟦Откройте борды.⟧⟪Open the boards.⟫' }, facts: { settings: GLOSSARY }, expected: [{ term: 'board', found: 'борд', use: [] }] },
  ],
  run({ source, target, locale, settings }) {
    if (settings.terms.length === 0 || target.raw === source.raw) return NONE;
    const terms = compiledTerms(settings, locale.tag);
    if (!terms) return NONE;
    const wanted = new Set<CompiledTerm>();
    for (const { text } of source.runs) {
      for (const [match] of text.matchAll(terms.sources)) {
        const term = terms.termOf(match);
        if (term) wanted.add(term);
      }
    }
    return [...wanted].flatMap((term) => hitOf(term, target) ?? []);
  },
});

const NONE: readonly never[] = [];

function hitOf({ source, use, accepted, rejected }: CompiledTerm, target: InlineText): SegmentHit<Args> | undefined {
  const plain = target.plain.normalize('NFC');
  if (accepted?.test(plain)) return undefined;
  for (const run of rejected ? target.runs : []) {
    for (const { 0: found, index } of rejected ? run.text.matchAll(rejected) : []) {
      return { args: { term: source, found: excerpt(found), use }, inTarget: runRange(run, index, index + found.length) };
    }
  }
  return accepted && { args: { term: source, found: '', use }, inTarget: { start: 0, end: target.raw.length } };
}
