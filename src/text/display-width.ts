import stringWidth from 'string-width';

/** Latin letters and what stands on an English keyboard: a column each. */
const LATIN = /^[\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u1e00-\u1eff]*$/;

/** Characters that take a column or two whatever stands beside them; what combines with others is not among them. */
const NARROW = String.raw`\x20-\x7e\xa0-\xac\xae-\u02af\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u05d0-\u05ea\u061b\u061d-\u061f\u0620-\u064a\u0660-\u066f\u0671-\u06d3\u1e00-\u1fff\u2010-\u2015\u2018-\u2026\u2030-\u203a`;
const WIDE = String.raw`\u3000-\u3020\u3041-\u3096\u309d-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60`;

const PLAIN = new RegExp(`^[${NARROW}${WIDE}]*$`);
const WIDE_ONES = new RegExp(`[${WIDE}]`, 'g');

/** Columns that text takes on a terminal: 2 for full-width characters, 0 for combining marks. displayWidth('日本') // => 4 */
export function displayWidth(text: string): number {
  if (LATIN.test(text)) return text.length;
  return PLAIN.test(text) ? text.length + (text.match(WIDE_ONES)?.length ?? 0) : stringWidth(text);
}
