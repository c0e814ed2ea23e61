/**
 * Sets Latin phrases apart in a right-to-left text where their first or last characters belong to no direction:
 * without it `.NET` reads `NET.`, and a number of several groups is read backwards. It is the whole phrase, because the
 * words around an isolated one no longer stand in one run with it. `html` is finished HTML, perhaps cut inside a tag.
 */
export function isolateRuns(html: string): string {
  return RTL.test(html) && SIGNS.test(html) ? html.replace(TAG_OR_PHRASE, (found) => (!/[<>]|^&/.test(found) && MISPLACED.test(found) ? `<bdi>${found}</bdi>` : found)) : html;
}

const RTL_CHARACTERS = '\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC';
/** Left to right by themselves; so is the mark that authors put behind `C#`. */
const LATIN = 'A-Za-z\\u00C0-\\u024F\\u200E';
/** What a name, a switch or a path may begin with. */
const SIGN = '[.@#$/\\\\-]';
const BLANK = '[ \\u00A0\\n]';
/** Every part begins with characters that the part before it cannot hold, so that there is one way to read it; numbers of parts are bounded because a pattern remembers each. */
const WORD = `${SIGN}{0,3}[\\w${LATIN}]+(?:(?:[!-%'*-/:;=?@[-^\`{-~\\u2019]|&amp;)+[\\w${LATIN}]+|\\([^()\\s<>&]*\\)){0,100}(?:(?<=[${LATIN}][\\w.]{0,40})(?:\\+\\+|#))?`;
/** Not in the middle of a word or an entity, and without the hyphen or slash that ties it to a word before. */
const START = `(?<![\\w${LATIN}&]|&amp;|[${RTL_CHARACTERS}](?=[/-]))`;
const PHRASE = `${START}${WORD}(?:${BLANK}(?:${WORD}|\\(${WORD}(?:${BLANK}${WORD}){0,20}\\))){0,50}`;

const RTL = new RegExp(`[${RTL_CHARACTERS}]`);
const SIGNS = new RegExp(`(?<!<)${SIGN}[${LATIN}]|\\+\\+|#|\\d[-/]\\d+[-/]\\d`);
/** A sign before the first letter, groups of digits before it, or a sign behind the last: all else a browser puts right. */
const MISPLACED = new RegExp(`^[^${LATIN}]*(?:${SIGN}[${LATIN}]|\\d[-/]\\d+[-/]\\d)|[+#]$`);
const TAG_OR_PHRASE = new RegExp(`^[^<>]*>|<[^>]*(?:>|$)|&[#\\w]+;|${PHRASE}`, 'g');
