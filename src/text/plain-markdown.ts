import { blockMarker } from './block-marker.ts';

/** Text that must read as typed, or Markdown that stays as it is. */
export type MarkdownPiece = string | { readonly native: string };

/**
 * Writes pieces as inline Markdown that `readsBack` accepts: texts as typed where that is enough, else with every
 * character escaped that Markdown could take for markup, else (in a block of HTML, where no Markdown is read) with those
 * that HTML could take for it; undefined when none of these reads back.
 * plainMarkdown(['1 * 2'], readsBack) // => '1 * 2'
 */
export function plainMarkdown(pieces: readonly MarkdownPiece[], readsBack: (raw: string) => boolean): string | undefined {
  for (const write of [asTyped, escapeMarkdown, escapeReferences]) {
    const raw = pieces.map((piece) => (typeof piece === 'string' ? write(piece) : piece.native)).join('');
    // Read alone it is code, and seems to hold no markup; at its place the fence is escaped, and then it may.
    const isHidden = write === asTyped && blockMarker(raw.trimStart()) === 'code fence';
    if (!isHidden && !ENDS_IN_BACKSLASH.test(raw) && readsBack(raw)) return raw;
  }
  return undefined;
}

function asTyped(text: string): string {
  return text;
}

/** Before the end of a segment it stands for a line break or for nothing. */
const ENDS_IN_BACKSLASH = /(?<!\\)(?:\\\\)*\\\s*$/;

/** escapeReferences('a <b> &amp; \\') // => 'a &lt;b> &amp;amp; &#92;' */
function escapeReferences(text: string): string {
  return text.replace(/<|&(?=[#a-z])|\\(?=\s*$)/gi, (character) => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : '&#92;'));
}

/** escapeMarkdown('a *b* <c>') // => 'a \\*b\\* &lt;c>' */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]~<]|&(?=[#a-z])/gi, (character) => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`));
}
