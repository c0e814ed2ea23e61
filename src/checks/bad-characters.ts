import { defineCheck } from './define-check.ts';
import { languageOf } from './shared/language-of.ts';

type Args = { readonly character: string; readonly what: string; readonly count: number };

export default defineCheck<Args>({
  id: 'bad-characters',
  category: 'typography',
  scope: 'segment',
  signs: { in: 'target', of: '\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u00AD\u200B\u2028\u2029\uE000-\uF8FF\uFEFF\uFFFDâÃÂïÐÑ\uDB80-\uDBFF' },
  severity: 'error',
  summary: 'The target has no control, private, replacement or stray invisible characters.',
  why: 'They are traces of a wrong encoding or of copying: some show as boxes or `â€™`, others are invisible and break searching, copying and line breaks.',
  whatToDo: 'Delete the invisible ones; write what should stand in the place of the others.',
  message: ({ character, what, count }) => `The target has ${what} (${character}${count > 1 ? `, ${count} times` : ''}) that its source does not have. Delete it or write what is meant.`,
  examples: [
    { name: 'letters, marks and joiners of all scripts', content: { 'ar-sa/a.md': '⟦مرحبًا، العالم⟧⟪Hello, world⟫', 'fa-ir/a.md': '⟦می\u200Cخواهم⟧⟪I want⟫', 'th-th/a.md': '⟦ยินดี\u200Bต้อนรับ⟧⟪Welcome⟫', 'ja-jp/a.md': '⟦全角　スペース⟧⟪Full width⟫', 'fr-fr/a.md': '⟦Été\u00A0: «\u00A0oui\u00A0»⟧⟪Summer: "yes"⟫', 'hi-in/a.md': '⟦क्\u200Dष 👨\u200D👩⟧⟪ksha 👨\u200D👩⟫' }, expected: [] },
    { name: 'the same in the source', content: { 'ru-ru/a.md': '⟦Знак \uE001⟧⟪Icon \uE001⟫', 'vi-vn/a.md': '⟦Ký tự \uFFFD⟧⟪Character \uFFFD⟫' }, expected: [] },
    { name: 'text in Portuguese that only looks like a wrong encoding', content: { 'pt-br/a.md': '⟦SÃO PAULO, NÃO⟧⟪São Paulo, no⟫' }, expected: [] },
    { name: 'a byte order mark inside', content: { 'de-de/a.md': '⟦Die \uFEFFkostenlose Version⟧⟪The free version⟫' }, expected: [{ character: 'U+FEFF', what: 'a byte order mark', count: 1 }] },
    { name: 'a zero-width space where words have spaces', content: { 'ja-jp/a.md': '⟦開く\u200B。\u200B⟧⟪Open.⟫' }, expected: [{ character: 'U+200B', what: 'a zero-width space', count: 2 }] },
    { name: 'a replacement and a control character', content: { 'ru-ru/a.md': '⟦При\uFFFDет⟧⟪Hello⟫', 'he-il/a.md': '⟦של\u0007ום⟧⟪Hello⟫', 'zh-cn/a.md': '⟦你\uE123好⟧⟪Hello⟫' }, expected: [{ character: 'U+0007', what: 'a control character', count: 1 }, { character: 'U+FFFD', what: 'a replacement character', count: 1 }, { character: 'U+E123', what: 'a private character', count: 1 }] },
    { name: 'a wrong encoding', content: { 'fr-fr/a.md': '⟦lâ€™option et dÃ©jÃ ⟧⟪the option and already⟫', 'de-de/a.md': '⟦Ã¼ber⟧⟪about⟫' }, expected: [{ character: 'Ã¼', what: 'text of a wrong encoding', count: 1 }, { character: 'â€™', what: 'text of a wrong encoding', count: 2 }] },
  ],
  *run({ source, target: { raw }, locale }) {
    if (!POSSIBLE.test(raw)) return;
    const language = languageOf(locale.tag);
    for (const kind of KINDS) {
      if (kind.except?.has(language)) continue;
      const matches = [...raw.matchAll(kind.pattern)];
      const [first] = matches;
      if (!first || matches.length <= [...source.raw.matchAll(kind.pattern)].length) continue;
      const places = matches.map((match) => ({ start: match.index, end: match.index + match[0].length }));
      yield {
        args: { character: kind.shown ? first[0] : nameOf(first[0]), what: kind.what, count: matches.length },
        inTarget: places[0] ?? { start: 0, end: 0 },
        ...(kind.removable && { fix: places.map((place) => ({ ...place, text: '' })) }),
      };
    }
  },
});

interface Kind {
  readonly what: string;
  readonly pattern: RegExp;
  /** Show the characters and not their number. */
  readonly shown?: boolean;
  /** It has no meaning anywhere inside a text. */
  readonly removable?: boolean;
  /** Languages that use it. */
  readonly except?: ReadonlySet<string>;
}

/** Lines are broken at U+200B in scripts without spaces. Source: UAX #14, class SA. */
const WITHOUT_SPACES = new Set(['bo', 'dz', 'km', 'lo', 'my', 'shn', 'th']);

/** UTF-8 read as Windows-1252: a lead byte and its continuation bytes, which are no letters in a row of any language. */
const MOJIBAKE = /â€[™œ¦“”˜¢\u009d\u0080-\u00bf]|Ã[¡-¿\u0080-\u009f\u00a0](?![A-ZÀ-Þ])|Â[ «»°±·©®\u00a0](?=\S)|ï»¿|Ð[°-¿]Ð|Ñ[\u0080-\u008f]/g;

/* eslint-disable no-control-regex */
const KINDS: readonly Kind[] = [
  { what: 'a byte order mark', pattern: /\uFEFF/g, removable: true },
  { what: 'a replacement character', pattern: /\uFFFD/g },
  { what: 'a control character', pattern: /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]/g },
  { what: 'a line or paragraph separator', pattern: /[\u2028\u2029]/g },
  { what: 'a private character', pattern: /[\uE000-\uF8FF]|[\uDB80-\uDBFF][\uDC00-\uDFFF]/g },
  { what: 'a soft hyphen', pattern: /\u00AD/g },
  { what: 'a zero-width space', pattern: /\u200B/g, except: WITHOUT_SPACES },
  { what: 'text of a wrong encoding', pattern: MOJIBAKE, shown: true },
];
const POSSIBLE = /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u00AD\u200B\u2028\u2029\uE000-\uF8FF\uFEFF\uFFFDâÃÂïÐÑ\uDB80-\uDBFF]/;
/* eslint-enable no-control-regex */

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
