import { allowsAttribute, endsByItself, isBlock, isVoid, safeClasses, tagFate } from './html-names.ts';
import { contentId } from './ids.ts';

/** Raw HTML of an article, reduced to what may be published. */
export interface RawHtml {
  /** Only published tags with only their permitted attributes; every other `<` is written `&lt;`. */
  readonly html: string;
  /** False when no tag is left in it. */
  readonly tags: boolean;
  /** Names of tags that HTML does not know, lower case, in order, with repeats. */
  readonly unknownTags: readonly string[];
}

/**
 * Rewrites raw HTML so that a parser sees nothing but published elements: no raw-text elements, no foreign content, no
 * templates, and no two ways to read where a tag ends. Unknown and unfinished tags become text; tags of HTML that are
 * not published go and leave their content; scripts and style sheets go with theirs. Linear in the length.
 */
export function rewriteRawHtml(html: string, options: { readonly phrasingOnly: boolean } = { phrasingOnly: false }): RawHtml {
  const unknownTags: string[] = [];
  let out = '';
  let tags = false;
  let at = 0;
  // Behind the last `>` no tag can end; a text that is all openings would be read to its end from each of them.
  const last = html.lastIndexOf('>');
  while (true) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    out += html.slice(at, open);
    at = open;
    if (open > last) {
      out += html.slice(open).replaceAll('<', '&lt;');
      at = html.length;
      break;
    }
    const next = html.charCodeAt(open + 1);
    if (next === 0x21 || next === 0x3f) {
      const end = declarationEnd(html, open);
      if (end === -1) {
        out += '&lt;';
        at = open + 1;
      } else at = end;
      continue;
    }
    const tag = readTag(html, open);
    if (tag === undefined) {
      out += '&lt;';
      at = open + 1;
      continue;
    }
    const fate = tagFate(tag.name);
    if (fate === 'unknown') {
      unknownTags.push(tag.name);
      out += '&lt;';
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (fate === 'dropped' && !tag.closing) at = closeOf(html, tag.name, tag.end);
    if (fate !== 'published') continue;
    if (options.phrasingOnly && isBlock(tag.name)) {
      out += ' ';
      continue;
    }
    if (tag.closing) {
      if (tag.name === 'br') out += '<br>';
      else if (!isVoid(tag.name)) out += `</${tag.name}>`;
    } else out += tag.empty ? `${openTag(tag)}</${tag.name}>` : openTag(tag);
    tags = true;
  }
  return { html: out + html.slice(at), tags, unknownTags };
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: readonly (readonly [string, string])[];
  /** Its author closed it in itself, `<a name="x" />`. HTML leaves it open, and all that follows would be its content. */
  readonly empty: boolean;
  /** Offset after the `>`. */
  readonly end: number;
}

/** Reads the tag that starts at `open`; undefined when none does or it does not end. */
export function readTag(html: string, open: number): Tag | undefined {
  TAG_NAME.lastIndex = open;
  const start = TAG_NAME.exec(html);
  if (start === null) return undefined;
  const attributes: [string, string][] = [];
  let at = TAG_NAME.lastIndex;
  let slash = false;
  while (true) {
    SPACE.lastIndex = at;
    SPACE.test(html);
    slash = SPACE.lastIndex > at && html.charCodeAt(SPACE.lastIndex - 1) === 0x2f;
    at = SPACE.lastIndex;
    if (at >= html.length) return undefined;
    if (html.charCodeAt(at) === 0x3e) break;
    ATTRIBUTE.lastIndex = at;
    const attribute = ATTRIBUTE.exec(html);
    if (attribute === null) return undefined;
    at = ATTRIBUTE.lastIndex;
    attributes.push([(attribute[1] ?? '').toLowerCase(), attribute[2] ?? attribute[3] ?? attribute[4] ?? attribute[5] ?? '']);
  }
  const name = (start[2] ?? '').toLowerCase();
  const closing = start[1] === '/';
  return { name, closing, attributes, empty: slash && !closing && !endsByItself(name), end: at + 1 };
}

const TAG_NAME = /<(\/?)([A-Za-z][^\t\n\f\r />]*)/y;
/** Blanks and slashes between attributes; a backslash as in `<br \>` too. */
const SPACE = /[\t\n\f\r /\\]*/y;
/** The first form of a value is one whose closing quote is escaped and has no other before the next tag (FORMAT.md §1.6 no. 3). */
const ATTRIBUTE = /([^\t\n\f\r />=][^\t\n\f\r />=]*|=[^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^\s"&<>]*)&quot;(?=[\t\n\f\r ]*\/?>[^"<]*(?:<|$))|"([^"]*)"|'([^']*)'|([^\t\n\f\r >"'][^\t\n\f\r >]*)))?/y;

/**
 * Closes the value of an anchor that starts a line or a heading and has only its second quote escaped, so that Markdown
 * sees a tag: `## <a name="x&quot;></a>` (FORMAT.md §1.6 no. 3).
 */
export function withAnchorQuotes(text: string): string {
  return text.includes('&quot;') ? text.replace(HALF_ESCAPED_ANCHOR, '$1"') : text;
}

const HALF_ESCAPED_ANCHOR = /^((?:[ \t>]|[-*+] |\d{1,9}[.)] )*(?:#{1,6}[ \t]+)?<a[ \t]+(?:name|id)="[^\s"&<>]*)&quot;(?=[ \t]*\/?>[^"<\n]*(?:<|$))/gim;

function openTag(tag: Tag): string {
  let out = `<${tag.name}`;
  const seen = new Set<string>();
  for (const [name, value] of tag.attributes) {
    if (seen.has(name) || !allowsAttribute(tag.name, name)) continue;
    seen.add(name);
    const kept = name === 'id' || name === 'name' ? contentId(value) : name === 'class' ? safeClasses(value) : value;
    if (kept === '' && (name === 'class' || name === 'id' || name === 'name')) continue;
    out += ` ${name}="${kept.includes('"') ? kept.replaceAll('"', '&quot;') : kept}"`;
  }
  return `${out}>`;
}

/** End of a comment, declaration or instruction; -1 when it has none, so that it cannot swallow what follows. */
function declarationEnd(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    if (html.startsWith('>', open + 4)) return open + 5;
    const end = html.indexOf('-->', open + 4);
    return end === -1 ? -1 : end + 3;
  }
  if (html.startsWith('<![CDATA[', open)) {
    const end = html.indexOf(']]>', open);
    return end === -1 ? -1 : end + 3;
  }
  const end = html.indexOf('>', open);
  return end === -1 ? -1 : end + 1;
}

function closeOf(html: string, name: string, from: number): number {
  const pattern = name === 'script' ? /<\/script[^>]*>/gi : /<\/style[^>]*>/gi;
  pattern.lastIndex = from;
  return pattern.test(html) ? pattern.lastIndex : from;
}
