import fastStringWidth from 'fast-string-width';

/** Latin letters and what stands on an English keyboard: a column each. */
const LATIN = /^[\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u1e00-\u1eff]*$/;

/** Takes no column; signs that stand before the digits of Arabic or Syriac numbers do, and some emoji are joined by it. */
const INVISIBLE = /(?![\u0600-\u0605\u06dd\u0890\u0891\u08e2]|\u200d\p{Extended_Pictographic})[\t\p{Cf}]/gu;
/** Marks that stand beside their letter, as vowels of Indic scripts do. */
const SPACING_MARKS = /\p{Mc}/gu;

/** Columns that text takes on a terminal: 2 for full-width characters, 0 for combining marks. displayWidth('日本') // => 4 */
export function displayWidth(text: string): number {
  // The syllables of decomposed Hangul are one character each.
  return LATIN.test(text) ? text.length : fastStringWidth(text.normalize('NFC').replace(INVISIBLE, '').replace(SPACING_MARKS, 'a'));
}
