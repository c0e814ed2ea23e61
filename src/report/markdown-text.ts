import { visibleText } from './visible-text.ts';

/**
 * Text that stays text in the Markdown of a pull request's comment: no markup, HTML, mention (`@name`), reference (`#1`)
 * or link comes of it, and it stays on its line and in its table cell.
 */
export function markdownText(text: string): string {
  return visibleText(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_[\]|~!$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/(?<=#)(?=\d)|(?<=@)|(?<=:)(?=\/\/)|(?<=www)(?=\.)/gi, '<!-- -->');
}

/** Text in backticks; as code, nothing in it is read. Backticks inside are made apostrophes. */
export function markdownCode(text: string): string {
  const plain = visibleText(text.replace(/\s+/g, ' ')).replaceAll('`', 'ˋ').replaceAll('|', '\\|');
  return plain.trim() === '' ? '` `' : `\`${plain}\``;
}

/**
 * Joins blocks of text as long as they fit. A block that does not is left out with all that follow, and `rest` says how
 * many; sizes are counted in UTF-8 bytes, `limit` included.
 */
export function withinSize(blocks: readonly string[], limit: number, rest: (left: number) => string): string {
  const room = limit - bytes(rest(blocks.length));
  let text = '';
  let used = 0;
  for (const [index, block] of blocks.entries()) {
    used += bytes(block);
    if (used > (index === blocks.length - 1 ? limit : room)) return text + rest(blocks.length - index);
    text += block;
  }
  return text;
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
