import { memoised } from './memoised.ts';

/** Scripts whose letters run from right to left. Source: Unicode Character Database, bidi classes R and AL. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

/** Main script of a language tag. scriptOf('sr-Latn-RS') // => 'Latn' */
export function scriptOf(tag: string): string {
  return new Intl.Locale(tag).maximize().script ?? 'Zyyy';
}

/** Primary subtag of a language tag. Reading a tag takes as long as a short article. languageOf('sr-Latn-RS') // => 'sr' */
export const languageOf = memoised((tag) => new Intl.Locale(tag).language);

/** Writing direction of a script (ISO 15924). */
export function directionOf(script: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u;

/**
 * True for characters of Chinese and Japanese text, their punctuation and full-width forms:
 * no space is written between two of them.
 */
export function isCjk(character: string): boolean {
  return CJK.test(character);
}
