/**
 * Placeholders are written with two of Unicode's noncharacters, which the standard reserves for a
 * program's own use: no Markdown construct reads them, every HTML parser passes them through.
 */
export const PLACEHOLDER_OPEN = '\uFDD0';
export const PLACEHOLDER_CLOSE = '\uFDD1';

/** Matches one placeholder; group 1 is the segment's index. Stateful (`g`): clone or reset before use. */
export const placeholderPattern = (): RegExp => /\uFDD0(\d+)\uFDD1/g;

/** placeholder(3) // => '\uFDD03\uFDD1' */
export const placeholder = (index: number): string => `${PLACEHOLDER_OPEN}${index}${PLACEHOLDER_CLOSE}`;

/** Marks placeholders as those of one side, whatever side the page shows: `ofSide(html, 'source')` is the original of `html`. */
export const ofSide = (html: string, side: 'source' | 'target'): string => html.replaceAll(PLACEHOLDER_OPEN, `${PLACEHOLDER_OPEN}${side.slice(0, 1)}`);

/** A noncharacter that stood in the content itself, so that it cannot be taken for a placeholder. */
export const REPLACEMENT = '\uFFFD';
