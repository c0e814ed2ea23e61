import { hasMarker } from './markers.ts';

/** Prefix of every id that the page itself makes inside and around an article (tabs, footnotes, the site's own frame). */
export const OWN_ID_PREFIX = 'x-';

/** Quotes that damage has made part of an unquoted value: `<a name=&quot;x&quot;>` (FORMAT.md §1.6 no. 3). */
const ESCAPED_QUOTES = /^&quot;|&quot;$/g;

const RESERVED = /^(?:x-|[sp]\d+$|article$)/i;

/**
 * The id that content gets for the one it asks for: those of segments (`s102`, `p104`), of the article element and
 * all with the page's own prefix are renamed. Empty when nothing is left.
 */
export function contentId(wanted: string): string {
  const id = hasMarker(wanted) ? '' : wanted.replace(ESCAPED_QUOTES, '').replace(/[\t\n\f\r "'<>&]+/g, '-');
  return RESERVED.test(id) ? `content-${id}` : id;
}

/** Takes an id that is still free, `-1`, `-2` … behind it where needed. */
export function claimId(wanted: string, used: Set<string>): string {
  if (!used.has(wanted)) {
    used.add(wanted);
    return wanted;
  }
  let next = nextNumbers.get(used);
  if (next === undefined) nextNumbers.set(used, (next = new Map()));
  let number = next.get(wanted) ?? 1;
  while (used.has(`${wanted}-${number}`)) number++;
  next.set(wanted, number + 1);
  used.add(`${wanted}-${number}`);
  return `${wanted}-${number}`;
}

/** Where the search for a free number goes on: thousands of equal anchors would be counted through from 1 each time. */
const nextNumbers = new WeakMap<Set<string>, Map<string, number>>();
