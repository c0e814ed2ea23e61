import stringWidth from 'string-width';

/** Latin letters and what stands on an English keyboard: a column each. */
const NARROW = /^[\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u1e00-\u1eff]*$/;

/** Columns that text takes on a terminal: 2 for full-width characters, 0 for combining marks. displayWidth('日本') // => 4 */
export function displayWidth(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}
