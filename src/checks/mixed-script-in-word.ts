import type { TextRun } from '../model/inline.ts';
import { LATIN_WITH_CYRILLIC } from './data/latin-with-cyrillic.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';
import { languageOf } from './shared/language-of.ts';
import { runRange } from './shared/run-range.ts';

type Args = { readonly word: string; readonly script: 'Latin' | 'mixed' };

export default defineCheck<Args>({
  id: 'mixed-script-in-word',
  category: 'wording',
  scope: 'segment',
  signs: { in: 'target', of: '\u0400-\u052F' },
  severity: 'warning',
  summary: 'No word is written in Latin and Cyrillic letters at once.',
  why: 'The letters look alike (а and a, с and c), so that nobody sees the mistake, but search does not find the word and a screen reader spells it out. In a language written in Latin letters, a Cyrillic one is a mistake wherever it stands.',
  whatToDo: 'Type the word anew in one script. Join a name and an ending by a hyphen.',
  message: ({ word, script }) =>
    script === 'Latin' ? `“${word}” has Cyrillic letters in a text in Latin script. Type it anew.` : `“${word}” mixes Latin and Cyrillic letters. Type it anew in one script.`,
  examples: [
    { name: 'one script in a word', content: { 'ru-ru/a.md': '⟦Настройте IP-адрес в Contoso.⟧⟪Set the IP address in Contoso.⟫', 'sr-latn-rs/a.md': '⟦Podesite adresu.⟧⟪Set the address.⟫', 'el-gr/a.md': '⟦Ρύθμιση USB⟧⟪USB setting⟫', 'ar-sa/a.md': '⟦إعداد USB⟧⟪USB setting⟫', 'ja-jp/a.md': '⟦USBの設定⟧⟪USB setting⟫' }, expected: [] },
    { name: 'a mixed word of the original, and code', content: { 'ru-ru/a.md': '⟦Слово Cловo и `аb`⟧⟪The word Cловo and `аb`⟫' }, expected: [] },
    { name: 'a Latin letter in Russian', content: { 'ru-ru/a.md': '⟦Нажмите cсылку.⟧⟪Click the link.⟫' }, expected: [{ word: 'cсылку', script: 'mixed' }] },
    { name: 'Cyrillic letters in Serbian in Latin script', content: { 'sr-latn-rs/a.md': '⟦neobiиne aktivnosti⟧⟪unusual activity⟫\n\n⟦Izaberite датотеку.⟧⟪Select the file.⟫' }, expected: [{ word: 'neobiиne', script: 'Latin' }, { word: 'датотеку', script: 'Latin' }] },
    { name: 'a Cyrillic letter in German', content: { 'de-de/a.md': '⟦Die Dаtei⟧⟪The file⟫' }, expected: [{ word: 'Dаtei', script: 'Latin' }] },
  ],
  run({ source, target, locale }) {
    if (!CYRILLIC.test(target.raw)) return NONE;
    const latin = locale.script === 'Latn';
    const pattern = latin && LATIN_WITH_CYRILLIC.has(languageOf(locale.tag)) ? CYRILLIC : MIXED;
    for (const run of target.runs) {
      const match = pattern.exec(run.text);
      if (!match) continue;
      const { start, end } = wordAround(run, match.index);
      const word = run.text.slice(start, end);
      if (source.plain.includes(word)) continue;
      return [{ args: { word: excerpt(word), script: latin ? 'Latin' : 'mixed' }, inTarget: runRange(run, start, end), ...(latin && { severity: 'error' as const }) }];
    }
    return NONE;
  },
});

const NONE: readonly never[] = [];

const CYRILLIC = /[\u0400-\u052F]/;
const MIXED = /[A-Za-z\u00C0-\u024F][\u0400-\u052F]|[\u0400-\u052F][A-Za-z\u00C0-\u024F]/;
const LETTER = /[\p{L}\p{M}]/u;

function wordAround({ text }: TextRun, index: number): { readonly start: number; readonly end: number } {
  let [start, end] = [index, index + 1];
  while (start > 0 && index - start < 60 && LETTER.test(text[start - 1] ?? '')) start--;
  while (end < text.length && end - index < 60 && LETTER.test(text[end] ?? '')) end++;
  return { start, end };
}
