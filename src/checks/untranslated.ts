import type { InlineText } from '../model/inline.ts';
import { FUNCTION_WORDS } from './data/function-words.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';
import { languageOf } from './shared/language-of.ts';
import { scriptLetters } from './shared/script-letters.ts';

type Args = { readonly excerpt: string };

/** Fewer are a name or a label of an interface, which may rightly stay as it is. Beside code they are the label of a value. */
const [MIN_WORDS, MIN_WORDS_BESIDE_CODE, MIN_FUNCTION_WORDS] = [4, 6, 2];

/** Letters of a source that is not written in Latin letters; fewer are a name. */
const MIN_LETTERS = 8;

export default defineCheck<Args>({
  id: 'untranslated',
  category: 'wording',
  scope: 'segment',
  severity: 'warning',
  summary: 'Every sentence is translated.',
  why: 'The reader finds a sentence in a language that was not asked for. Most often machine translation gave up on it.',
  whatToDo: 'Translate the sentence. Names, commands and titles of an interface may stay as they are: they are not reported.',
  message: ({ excerpt }) => `“${excerpt}” is not translated. Translate it.`,
  examples: [
    { name: 'a translated sentence', content: { 'de-de/a.md': '⟦Wählen Sie die Datei aus, die Sie senden möchten.⟧⟪Select the file that you want to send.⟫' }, expected: [] },
    { name: 'a product name, a command, a menu', content: { 'ar-sa/a.md': '⟦Contoso Drive for Business⟧⟪Contoso Drive for Business⟫\n\n⟦`Get-Item for the win`⟧⟪`Get-Item for the win`⟫\n\n⟦**Value to send or keep**: `a`⟧⟪**Value to send or keep**: `a`⟫\n\n⟦**File** > **Save As** > **This PC**⟧⟪**File** > **Save As** > **This PC**⟫' }, expected: [] },
    { name: 'text that is foreign in the original, too', content: { 'vi-vn/a.md': '⟦Seleccione el archivo que desea enviar a sus amigos.⟧⟪Seleccione el archivo que desea enviar a sus amigos.⟫' }, expected: [] },
    { name: 'Japanese with English names', content: { 'ja-jp/a.md': '⟦Save as and Close of the File menu を選びます。⟧⟪Choose Save as and Close of the File menu.⟫' }, expected: [] },
    { name: 'left as it is: Vietnamese', content: { 'vi-vn/a.md': '⟦Select the file that you want to send.⟧⟪Select the file that you want to send.⟫' }, expected: [{ excerpt: 'Select the file that you want to send.' }] },
    { name: 'no Arabic in it', content: { 'ar-sa/a.md': '⟦See [the guide](https://example.com/ar) for more of it.⟧⟪For more of it, see [the guide](https://example.com).⟫' }, expected: [{ excerpt: 'See the guide for more of it.' }] },
    { name: 'no Thai in it', content: { 'th-th/a.md': '⟦See below for an example of the cmdlet.⟧⟪See below for an example of the cmdlet.⟫' }, expected: [{ excerpt: 'See below for an example of the cmdlet.' }] },
    { name: 'no Cyrillic in it', content: { 'ru-ru/a.md': '⟦Turn on the sync and wait for the icon.⟧⟪Turn on the sync, and wait for the icon.⟫' }, expected: [{ excerpt: 'Turn on the sync and wait for the icon.' }] },
    { name: 'no Japanese in it', content: { 'ja-jp/a.md': '⟦This is the end of the list.⟧⟪This is the end of the list.⟫' }, expected: [{ excerpt: 'This is the end of the list.' }] },
  ],
  run({ source, target, locale, sourceLocale }) {
    if (isTranslated(target, source, locale.script, sourceLocale.script)) return NONE;
    if (sourceLocale.script !== 'Latn') return hasLetters(target, scriptLetters(sourceLocale.script)) ? [hitOf(target)] : NONE;
    const known = FUNCTION_WORDS[languageOf(sourceLocale.tag)];
    return known && hasSentence(target, known) ? [hitOf(target)] : NONE;
  },
});

const NONE: readonly never[] = [];

function isTranslated(target: InlineText, source: InlineText, script: string, sourceScript: string): boolean {
  if (target.raw === source.raw) return false;
  if (script !== sourceScript && sourceScript === 'Latn') return scriptLetters(script).test(target.plain);
  return target.plain !== source.plain;
}

function hitOf(target: InlineText): { args: Args; inTarget: { start: number; end: number } } {
  return { args: { excerpt: excerpt(target.plain) }, inTarget: { start: 0, end: target.raw.length } };
}

function hasSentence({ runs, tokens }: InlineText, functionWords: ReadonlySet<string>): boolean {
  const wanted = tokens.some(({ kind }) => kind === 'code') ? MIN_WORDS_BESIDE_CODE : MIN_WORDS;
  let words = 0;
  let known = 0;
  for (const { text } of runs) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}_.\/@-])[\p{Script=Latin}’']+(?![\p{L}\p{N}_\/@])/gu)) {
      // A capital letter inside a sentence belongs to a label or a title.
      if (functionWords.has(words === 0 ? word.toLowerCase() : word)) known++;
      words++;
      if (words >= wanted && known >= MIN_FUNCTION_WORDS) return true;
    }
  }
  return false;
}

function hasLetters({ runs }: InlineText, letter: RegExp): boolean {
  let found = 0;
  for (const { text } of runs) for (const character of text) if (letter.test(character) && ++found >= MIN_LETTERS) return true;
  return false;
}
