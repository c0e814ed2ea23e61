import type { TextRun } from '../model/inline.ts';
import { DOUBLED_WORDS, DOUBLING_LANGUAGES } from './data/doubled-words.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';
import { languageOf } from './shared/language-of.ts';
import { isContiguous, runRange } from './shared/run-range.ts';

type Args = { readonly word: string };

export default defineCheck<Args>({
  id: 'doubled-word',
  category: 'wording',
  scope: 'segment',
  severity: 'warning',
  summary: 'No word stands twice in a row where the original has none twice.',
  why: 'The second one was left over from editing or from machine translation; it makes the reader stumble and the text look careless.',
  whatToDo: 'Remove one of the two. Words that a language doubles on purpose, and what stands once in bold and once in plain text, are not reported.',
  message: ({ word }) => `“${word}” stands twice in a row. Remove one.`,
  examples: [
    { name: 'words that grammar doubles', content: { 'de-de/a.md': '⟦Alle, die die Datei öffnen.⟧⟪All who open the file.⟫', 'fr-fr/a.md': '⟦Si vous vous connectez.⟧⟪If you sign in.⟫', 'vi-vn/a.md': '⟦Các nút luôn luôn hiện.⟧⟪The buttons are always shown.⟫', 'hi-in/a.md': '⟦अलग अलग फ़ाइलें⟧⟪Different files⟫', 'tr-tr/a.md': '⟦Yavaş yavaş çekin.⟧⟪Pull slowly.⟫' }, expected: [] },
    { name: 'a label and a word, a comma, a part of a word', content: { 'de-de/a.md': '⟦**Senden** Senden Sie es. Nein, nein. In Inhalten.⟧⟪**Send** Send it. No, no. In contents.⟫' }, expected: [] },
    { name: 'doubled in the original', content: { 'ar-sa/a.md': '⟦اكتب Bora Bora هنا.⟧⟪Type Bora Bora here.⟫' }, expected: [] },
    { name: 'a name that is twice in the original', content: { 'he-il/a.md': '⟦ב Contoso Contoso Drive חדש⟧⟪In Contoso, Contoso Drive is new⟫' }, expected: [] },
    { name: 'numbers and code', content: { 'ru-ru/a.md': '⟦Введите 10 10 и `да` да.⟧⟪Enter 10 10 and `da` da.⟫' }, expected: [] },
    { name: 'in German', content: { 'de-de/a.md': '⟦Sie können mit mit der Maus zeigen.⟧⟪You can point with the mouse.⟫' }, expected: [{ word: 'mit' }] },
    { name: 'in Arabic', content: { 'ar-sa/a.md': '⟦انقر فوق فوق الزر.⟧⟪Click the button.⟫' }, expected: [{ word: 'فوق' }] },
    { name: 'in Russian, at the end', content: { 'ru-ru/a.md': '⟦Откройте файл файл.⟧⟪Open the file.⟫' }, expected: [{ word: 'файл' }] },
    { name: 'in Greek', content: { 'el-gr/a.md': '⟦Ανοίξτε το το αρχείο.⟧⟪Open the file.⟫' }, expected: [{ word: 'το' }] },
    { name: 'in Hebrew', content: { 'he-il/a.md': '⟦פתח את את הקובץ.⟧⟪Open the file.⟫' }, expected: [{ word: 'את' }] },
  ],
  run({ source, target, locale }) {
    const language = languageOf(locale.tag);
    if (DOUBLING_LANGUAGES.has(language)) return NONE;
    const allowed = DOUBLED_WORDS[language];
    for (const run of target.runs) {
      const found = doubledWord(run, allowed);
      if (!found) continue;
      // A name that the original has twice may come to stand beside itself.
      if (source.runs.some((one) => doubledWord(one, undefined) !== undefined) || source.plain.split(found.word).length > 2) return NONE;
      return [{ args: { word: excerpt(found.word) }, inTarget: runRange(run, found.start, found.end) }];
    }
    return NONE;
  },
});

const NONE: readonly never[] = [];

interface Doubled {
  readonly word: string;
  /** Of both words, in the run. */
  readonly start: number;
  readonly end: number;
}

/** The first word that stands twice with nothing but one space between; compares word by word without cutting the text up. */
function doubledWord(run: TextRun, allowed: ReadonlySet<string> | undefined): Doubled | undefined {
  const { text } = run;
  let start = 0;
  for (let space = text.indexOf(' '); space >= 0; ) {
    const next = space + 1;
    const length = space - start;
    if (length > 1 && text.charCodeAt(start) === text.charCodeAt(next) && text.charCodeAt(space - 1) === text.charCodeAt(space + length) && text.startsWith(text.slice(start, space), next)) {
      const word = text.slice(start, space);
      const end = next + length;
      if (isWord(word) && !goesOn(text, end) && !allowed?.has(word.toLowerCase()) && isContiguous(run, start, end)) return { word, start, end };
    }
    start = next;
    space = text.indexOf(' ', next);
  }
  return undefined;
}

function isWord(word: string): boolean {
  return /^[\p{L}\p{M}][\p{L}\p{M}'’]+$/u.test(word);
}

/** Whether the second word is only the beginning of a longer one. */
function goesOn(text: string, end: number): boolean {
  return /^(?:[\p{L}\p{M}\p{N}_]|['’‑-]\p{L})/u.test(text.slice(end, end + 2));
}
