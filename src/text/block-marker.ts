/** A block that Markdown opens when a line starts like this. */
export type BlockKind = 'heading' | 'quote' | 'bullet list' | 'numbered list' | 'code fence' | 'thematic break' | 'HTML block' | 'code block' | 'link definition';

/** CommonMark §4.6, start conditions 1 to 6. */
const HTML_BLOCK =
  /^ {0,3}<(?:!--|[?]|![A-Z]|!\[CDATA\[|\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul|pre|script|style|textarea)(?=[\s/>]|$))/i;

const THEMATIC_BREAK = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/**
 * The block that a line of Markdown would open at the start of a block, or undefined for plain text.
 * blockMarker('1. Sign in') // => 'numbered list'
 */
export function blockMarker(line: string): BlockKind | undefined {
  // Letters of any script decide almost every line.
  if (!/^[\s#>\-+*_\d`~<[]/.test(line)) return undefined;
  if (/^ {0,3}\t| {4}/.test(line.slice(0, 4))) return 'code block';
  if (/^ {0,3}#{1,6}(?:[ \t]|$)/.test(line)) return 'heading';
  if (/^ {0,3}>/.test(line)) return 'quote';
  if (line.length < 200 && THEMATIC_BREAK.test(line)) return 'thematic break';
  if (/^ {0,3}[-+*](?:[ \t]|$)/.test(line)) return 'bullet list';
  if (/^ {0,3}\d{1,9}[.)](?:[ \t]|$)/.test(line)) return 'numbered list';
  if (/^ {0,3}(?:`{3,}[^`]*$|~{3})/.test(line)) return 'code fence';
  if (HTML_BLOCK.test(line)) return 'HTML block';
  return /^ {0,3}\[(?!\^)[^\]]{1,200}\]:[ \t]*\S+[ \t]*$/.test(line) ? 'link definition' : undefined;
}
