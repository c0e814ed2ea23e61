/**
 * Puts an apostrophe before a cell that a spreadsheet would take for a formula, and before one that begins with an
 * apostrophe and then such a character, so that {@link unguardCell} gives every text back.
 * guardCell('=1+1') // => "'=1+1"
 */
export function guardCell(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** unguardCell("'=1+1") // => '=1+1' */
export function unguardCell(text: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}
