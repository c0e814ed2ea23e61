/** The zeros of decimal digits in scripts that texts are written in; nine more digits follow each. Source: Unicode, General_Category Nd. */
const ZEROS = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0xff10];

const DIGITS = new Map(ZEROS.flatMap((zero) => Array.from({ length: 10 }, (_, value) => [String.fromCharCode(zero + value), String(value)])));
/** The digits that {@link foldDigits} replaces. */
export const NATIVE_DIGIT_CHARACTERS = [...DIGITS.keys()].join('');
/** Matches one of them. */
export const NATIVE_DIGITS = new RegExp(`[${NATIVE_DIGIT_CHARACTERS}]`);
const ALL = new RegExp(NATIVE_DIGITS, 'g');

/** Writes the digits of every script as ASCII, keeping the length. foldDigits('٣٦٥ ๓') // => '365 3' */
export function foldDigits(text: string): string {
  return NATIVE_DIGITS.test(text) ? text.replace(ALL, (digit) => DIGITS.get(digit) ?? digit) : text;
}
