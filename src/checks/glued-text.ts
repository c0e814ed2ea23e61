import type { InlineText, InlineToken } from '../model/inline.ts';
import { ENDING_LENGTH, WITH_PREFIXES, WITHOUT_SPACES } from './data/glued-text.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';
import { languageOf } from './shared/language-of.ts';

type Of = 'link' | 'bold text' | 'code';
type Args = { readonly word: string; readonly side: 'after' | 'before'; readonly of: Of };

export default defineCheck<Args>({
  id: 'glued-text',
  category: 'typography',
  scope: 'segment',
  signs: { in: 'target', of: '*_[`' },
  severity: 'warning',
  summary: 'A blank separates words from links, bold text and code as in the source.',
  why: 'Machine translation drops blanks beside markup: “hereum” reads as one word, and it is not clear what can be clicked.',
  whatToDo: 'Put a blank between them. Endings of the language and languages without blanks are not reported.',
  message: ({ word, side, of }) => `“${word}” stands directly ${side} ${of === 'link' ? 'a link' : of}. Put a blank between.`,
  examples: [
    { name: 'with blanks, punctuation, brackets', content: { 'de-de/a.md': '⟦[Hier](a.md) und (**dort**), `x`-Wert⟧⟪[Here](a.md) and (**there**), `x` value⟫', 'vi-vn/a.md': '⟦Xem [đây](a.md) và **đó**⟧⟪See [here](a.md) and **there**⟫', 'ru-ru/a.md': '⟦«[Справка](a.md)»⟧⟪[Help](a.md)⟫' }, expected: [] },
    { name: 'languages without blanks, prefixes, endings', content: { 'ja-jp/a.md': '⟦[ヘルプ](a.md)を**開く**と`x`が⟧⟪[Help](a.md) **opens** `x`⟫', 'th-th/a.md': '⟦ดู[วิธีใช้](a.md)ได้⟧⟪See [help](a.md) now⟫', 'he-il/a.md': '⟦ב[עזרה](a.md) ול**אישור**⟧⟪In [help](a.md) and **OK**⟫', 'ar-sa/a.md': '⟦و[تعليمات](a.md)⟧⟪And [help](a.md)⟫', 'sr-latn-rs/a.md': '⟦Sa **Outlook**om⟧⟪With **Outlook**⟫', 'de-de/a.md': '⟦Des **Office**s⟧⟪Of **Office**⟫' }, expected: [] },
    { name: 'glued in the source too', content: { 'fr-fr/a.md': '⟦**T**élécharger⟧⟪**D**ownload⟫' }, expected: [] },
    { name: 'after a link', content: { 'vi-vn/a.md': '⟦[bật SMTP](a.md)được xác thực⟧⟪[turn on](a.md) SMTP⟫', 'de-de/a.md': '⟦Öffnen Sie [Center](a.md)an.⟧⟪Open [Center](a.md).⟫', 'ar-sa/a.md': '⟦راجع [تعليمات](a.md)للمزيد⟧⟪See [help](a.md) for more⟫', 'he-il/a.md': '⟦ראה [עזרה](a.md)כדי⟧⟪See [help](a.md) to⟫', 'ru-ru/a.md': '⟦[Справка](a.md)это⟧⟪[Help](a.md) is⟫' }, expected: [{ word: 'للمزيد', side: 'after', of: 'link' }, { word: 'an', side: 'after', of: 'link' }, { word: 'כדי', side: 'after', of: 'link' }, { word: 'это', side: 'after', of: 'link' }, { word: 'được', side: 'after', of: 'link' }] },
    { name: 'before a link, beside bold text and code', content: { 'fr-fr/a.md': '⟦Voir[ici](a.md)⟧⟪See [here](a.md)⟫', 'de-de/a.md': '⟦Wählen Sie **Erstellen**aus.⟧⟪Select **Create**.⟫', 'vi-vn/a.md': '⟦Gõ`x` rồi⟧⟪Type `x` then⟫' }, expected: [{ word: 'aus', side: 'after', of: 'bold text' }, { word: 'Voir', side: 'before', of: 'link' }, { word: 'Gõ', side: 'before', of: 'code' }] },
    { name: 'after code, with a blank before it', content: { 'vi-vn/a.md': '⟦Hãy gõ `x`rồi đi.⟧⟪Type `x` and go.⟫', 'pl-pl/a.md': '⟦`plik`oraz inne⟧⟪`file` and others⟫', 'ar-sa/a.md': '⟦شغل `x`الآن⟧⟪Run `x` now⟫' }, expected: [{ word: 'الآن', side: 'after', of: 'code' }, { word: 'rồi', side: 'after', of: 'code' }] },
    { name: 'endings of code, languages without blanks, code that ends in a stop, as in the source', content: { 'tr-tr/a.md': '⟦Bu `app`ten ve `x`\'i⟧⟪From `app` and `x`⟫', 'fi-fi/a.md': '⟦Avaa `app`issa⟧⟪Open in `app`⟫', 'hu-hu/a.md': '⟦Az `app`ban⟧⟪In `app`⟫', 'sv-se/a.md': '⟦Den `commit`en⟧⟪The `commit`⟫', 'ko-kr/a.md': '⟦이 `x`에서는⟧⟪In `x`⟫', 'ja-jp/a.md': '⟦次の `x`を使う⟧⟪Use `x`⟫', 'th-th/a.md': '⟦ใช้ `x`แล้ว⟧⟪Use `x` then⟫', 'vi-vn/a.md': '⟦Gõ `/`rồi⟧⟪Type `/` then⟫', 'fr-fr/a.md': '⟦Les `app`list⟧⟪The `app`list⟫' }, expected: [] },
  ],
  *run({ source, target, locale }) {
    if (target.tokens.length === 1) return;
    const language = languageOf(locale.tag);
    if (WITHOUT_SPACES.has(language)) return;
    const found = gluesOf(target, language);
    if (found.length === 0) return;
    const known = gluesOf(source, 'en');
    for (const side of ['after', 'before'] as const) {
      const ones = found.filter((glue) => glue.side === side);
      const excess = ones.length - known.filter((glue) => glue.side === side).length;
      if (excess < ones.length && excess > 0 && ones.length > excess) {
        // Which of them the source has too cannot be told.
        const [one] = ones;
        if (one) yield { args: { word: one.word, side, of: one.of }, inTarget: { start: one.start, end: one.end } };
      } else if (excess > 0) {
        for (const { word, of, start, end } of ones) {
          const at = side === 'after' ? start : end;
          yield { args: { word: excerpt(word), side, of }, inTarget: { start, end }, ...(of === 'link' && word.length > 1 && { fix: [{ start: at, end: at, text: ' ' }] }) };
        }
      }
    }
  },
});

interface Glue {
  readonly side: 'after' | 'before';
  readonly of: Of;
  readonly word: string;
  /** Of the word, in the side. */
  readonly start: number;
  readonly end: number;
}

const FIRST_WORD = /^[\p{L}\p{M}]+/u;
const LAST_WORD = /[\p{L}\p{M}]+$/u;

function gluesOf({ tokens }: InlineText, language: string): Glue[] {
  const found: Glue[] = [];
  const hasPrefixes = WITH_PREFIXES.has(language);
  tokens.forEach((token, index) => {
    const of = kindOf(token);
    if (of === undefined) return;
    const next = tokens[index + 1];
    if (token.kind !== 'open' && next?.kind === 'text') {
      const word = FIRST_WORD.exec(next.text)?.[0];
      if (word !== undefined && !isEnding(word, of, language) && showsLetter(token.kind === 'code' ? token : tokens[index - 1])) found.push({ side: 'after', of, word, start: next.start, end: next.start + word.length });
    }
    const last = tokens[index - 1];
    if (token.kind !== 'close' && last?.kind === 'text' && !hasPrefixes) {
      const word = LAST_WORD.exec(last.text.slice(-80))?.[0];
      if (word !== undefined) found.push({ side: 'before', of, word, start: last.end - word.length, end: last.end });
    }
  });
  return found;
}

function kindOf(token: InlineToken): Of | undefined {
  if (token.kind === 'code') return 'code';
  if (token.kind !== 'open' && token.kind !== 'close') return undefined;
  return token.of === 'link' ? 'link' : token.of === 'strong' ? 'bold text' : undefined;
}

/** Behind a link every word of two letters is one of its own; behind bold text and code it may be an ending. */
function isEnding(word: string, of: Of, language: string): boolean {
  return [...word].length <= (of === 'link' ? Math.min(1, ENDING_LENGTH[language] ?? 1) : (ENDING_LENGTH[language] ?? 1));
}

/** An empty link, or a link or code that ends in a blank or a stop, is glued to nothing. */
function showsLetter(token: InlineToken | undefined): boolean {
  if (token === undefined) return false;
  const shown = 'text' in token ? token.text : token.kind === 'code' ? token.value : undefined;
  return shown === undefined || /[\p{L}\p{M}\d)\]]$/u.test(shown);
}
