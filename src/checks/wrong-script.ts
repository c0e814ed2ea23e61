import { LATIN_WITH_CYRILLIC } from './data/latin-with-cyrillic.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';
import { languageOf } from './shared/language-of.ts';
import { runRange } from './shared/run-range.ts';
import { foreignLetters, mayHoldForeignLetters } from './shared/script-letters.ts';

type Args = { readonly text: string; readonly language: string };

export default defineCheck<Args>({
  id: 'wrong-script',
  category: 'wording',
  scope: 'segment',
  severity: 'warning',
  summary: 'A translation is written in the script of its language.',
  why: 'Words in a third script were slipped in by a machine or by a keyboard left in another language; the reader cannot read them.',
  whatToDo: 'Translate the words. A foreign word that belongs there stands in the original, too, and is accepted.',
  message: ({ text, language }) => `“${text}” is not written in a script of ${language}, and does not stand in the original. Translate it.`,
  examples: [
    { name: 'the language’s own script, Latin names, Greek letters', content: { 'ja-jp/a.md': '⟦Contoso アプリで Δt と α を設定します。⟧⟪Set Δt and α in the Contoso app.⟫', 'ar-sa/a.md': '⟦افتح Contoso.⟧⟪Open Contoso.⟫', 'th-th/a.md': '⟦เปิด Contoso ครับ⟧⟪Open Contoso.⟫' }, expected: [] },
    { name: 'a foreign word of the original', content: { 'de-de/a.md': '⟦Wählen Sie **日本語**.⟧⟪Select **日本語**.⟫' }, expected: [] },
    { name: 'code and addresses', content: { 'vi-vn/a.md': '⟦Gõ `привет`.⟧⟪Type `hello`.⟫' }, expected: [] },
    { name: 'Korean in Japanese', content: { 'ja-jp/a.md': '⟦設定을開きます。⟧⟪Open the settings.⟫' }, expected: [{ text: '을', language: 'ja-JP' }] },
    { name: 'Chinese in Arabic', content: { 'ar-sa/a.md': '⟦افتح 设置 الآن.⟧⟪Open the settings now.⟫' }, expected: [{ text: '设置', language: 'ar-SA' }] },
    { name: 'Cyrillic in Vietnamese', content: { 'vi-vn/a.md': '⟦Mở настройки.⟧⟪Open the settings.⟫' }, expected: [{ text: 'настройки', language: 'vi-VN' }] },
    { name: 'Hebrew in Russian', content: { 'ru-ru/a.md': '⟦Откройте הגדרות.⟧⟪Open the settings.⟫' }, expected: [{ text: 'הגדרות', language: 'ru-RU' }] },
  ],
  run({ source, target, locale }) {
    if (!mayHoldForeignLetters(target.raw, locale.script)) return NONE;
    const foreign = foreignLetters(locale.script);
    for (const run of target.runs) {
      const match = foreign.exec(run.text);
      if (!match) continue;
      const [text] = match;
      if (source.plain.includes(text) || foreign.test(source.plain) || isMixed(run.text, match.index, text, locale.tag)) continue;
      return [{ args: { text: excerpt(text), language: locale.tag }, inTarget: runRange(run, match.index, match.index + text.length) }];
    }
    return NONE;
  },
});

const NONE: readonly never[] = [];

/** What `mixed-script-in-word` reports. */
function isMixed(text: string, start: number, found: string, tag: string): boolean {
  if (!/^\p{Script=Cyrillic}/u.test(found)) return false;
  return LATIN_WITH_CYRILLIC.has(languageOf(tag)) || /\p{Script=Latin}/u.test((text[start - 1] ?? '') + (text[start + found.length] ?? ''));
}
