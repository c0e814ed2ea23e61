import type { InlineText } from '../model/inline.ts';
import { plainMarkdown, type MarkdownPiece } from '../text/plain-markdown.ts';

/**
 * A side with a text replaced wherever a reader sees it: never inside code, an address or a tag. Undefined when it does
 * not occur, or when the result could not be written without changing the markup.
 */
export function replaceInText(side: InlineText, find: string, replacement: string, matchCase: boolean, inlineText: (raw: string) => InlineText): string | undefined {
  if (find === '') return undefined;
  const pattern = patternOf(find, matchCase);
  let found = false;
  const pieces = side.tokens.map((token): MarkdownPiece => {
    if (token.kind !== 'text' || token.text.search(pattern) === -1) return { native: side.raw.slice(token.start, token.end) };
    found = true;
    return token.text.replace(pattern, () => replacement);
  });
  if (!found) return undefined;
  const markup = (text: InlineText): string => text.tokens.flatMap(({ kind, start, end }) => (kind === 'text' || kind === 'escape' || kind === 'entity' ? [] : [text.raw.slice(start, end)])).join('\0');
  const shown = side.tokens.map((token, at) => (typeof pieces[at] === 'string' ? pieces[at] : 'text' in token ? token.text : token.kind === 'code' ? token.value : '')).join('');
  return plainMarkdown(pieces, (raw) => {
    const read = inlineText(raw);
    return markup(read) === markup(side) && read.tokens.map((token) => ('text' in token ? token.text : token.kind === 'code' ? token.value : '')).join('') === shown;
  });
}

/** Whether a text may hold what is looked for; cheaper than {@link replaceInText}. */
export function textFinder(find: string, matchCase: boolean): (raw: string) => boolean {
  const pattern = patternOf(find, matchCase);
  return (raw) => raw.search(pattern) !== -1;
}

function patternOf(find: string, matchCase: boolean): RegExp {
  return new RegExp(find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), matchCase ? 'gu' : 'giu');
}
