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
  const ends = new TagEnds(html);
  const lastOf = lastIndexes(html);
  const endless = new Set<string>();
  // Behind the last `>` no tag can end; a text that is all openings would be read to its end from each of them.
  const last = lastOf('>');
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
      const end = declarationEnd(html, open, lastOf);
      if (end === -1) {
        out += '&lt;';
        at = open + 1;
      } else at = end;
      continue;
    }
    const start = readStart(html, open);
    const fate = start && tagFate(start.name);
    if (start && fate === 'unknown' && ends.from(start.end) !== -1) unknownTags.push(start.name);
    const tag = start && fate !== 'unknown' ? ends.read(start) : undefined;
    if (tag === undefined) {
      out += '&lt;';
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (fate === 'dropped' && !tag.closing && !endless.has(tag.name)) {
      const close = closeOf(html, tag.name, tag.end);
      if (close === -1) endless.add(tag.name);
      else at = close;
    }
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

/** The beginning of a tag. */
interface TagStart extends Pick<Tag, 'name' | 'closing'> {
  /** Offset behind the name. */
  readonly end: number;
}

/** Reads the tag that starts at `open`; undefined when none does or it does not end. */
export function readTag(html: string, open: number): Tag | undefined {
  const start = readStart(html, open);
  return start && readRest(html, start);
}

function readStart(html: string, open: number): TagStart | undefined {
  TAG_NAME.lastIndex = open;
  const start = TAG_NAME.exec(html);
  return start === null ? undefined : { name: (start[2] ?? '').toLowerCase(), closing: start[1] === '/', end: TAG_NAME.lastIndex };
}

function readRest(html: string, { name, closing, end }: TagStart): Tag | undefined {
  const attributes: [string, string][] = [];
  let at = end;
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
  return { name, closing, attributes, empty: slash && !closing && !endsByItself(name), end: at + 1 };
}

/**
 * Reads many tags of one text in linear time. Where a tag does not end, or is text, the next `<` may be one of those in it;
 * what was read from an attribute on is not read again.
 */
export class TagEnds {
  readonly #html: string;
  /** By the offset of an attribute: the offset behind the tag that it stands in, -1 when none ends. */
  readonly #ends = new Map<number, number>();

  constructor(html: string) {
    this.#html = html;
  }

  /** The tag that starts at `open`, as {@link readTag} reads it. */
  readAt(open: number): Tag | undefined {
    const start = readStart(this.#html, open);
    return start && this.read(start);
  }

  read(start: TagStart): Tag | undefined {
    if (this.#ends.size > 0 && this.from(start.end) === -1) return undefined;
    const tag = readRest(this.#html, start);
    if (tag === undefined) this.from(start.end);
    return tag;
  }

  /** Offset behind a tag with the end of its name or of an attribute at `at`; -1 when it does not end. */
  from(at: number): number {
    const html = this.#html;
    const passed: number[] = [];
    let end: number | undefined;
    for (let place = at; end === undefined; place = ATTRIBUTE.lastIndex) {
      SPACE.lastIndex = place;
      SPACE.test(html);
      const next = SPACE.lastIndex;
      end = this.#ends.get(next) ?? (next >= html.length ? -1 : html.charCodeAt(next) === 0x3e ? next + 1 : undefined);
      passed.push(next);
      ATTRIBUTE.lastIndex = next;
      if (end === undefined && !ATTRIBUTE.test(html)) end = -1;
    }
    for (const place of passed) this.#ends.set(place, end);
    return end;
  }
}

const TAG_NAME = /<(\/?)([A-Za-z][^\t\n\f\r />]*)/y;
/** Blanks and slashes between attributes; a backslash as in `<br \>` too. */
const SPACE = /[\t\n\f\r /\\]*/y;
/** A value whose closing quote is escaped, behind the opening one, and that has no other on its line before the next tag (FORMAT.md §1.6 no. 3). */
const HALF_ESCAPED = String.raw`([^\s"&<>]*)&quot;(?=[\t\f\r ]*/?>[^"<\n]*(?:[<\n]|$))`;
const ATTRIBUTE = new RegExp(String.raw`([^\t\n\f\r />=][^\t\n\f\r />=]*|=[^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"${HALF_ESCAPED}|"([^"]*)"|'([^']*)'|([^\t\n\f\r >"'][^\t\n\f\r >]*)))?`, 'y');

/** Closes such a value of an anchor that starts a line or a heading, so that Markdown sees a tag: `## <a name="x&quot;></a>`. */
export function withAnchorQuotes(text: string): string {
  return text.includes('&quot;') ? text.replace(HALF_ESCAPED_ANCHOR, '$1$2"') : text;
}

const HALF_ESCAPED_ANCHOR = new RegExp(String.raw`^((?:[ \t>]|[-*+] |\d{1,9}[.)] )*(?:#{1,6}[ \t]+)?<a[ \t]+(?:name|id)=")${HALF_ESCAPED}`, 'gim');

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

/** Offset of the last of a mark in a text, looked for once: from behind it nothing has to be read to the end again and again. */
function lastIndexes(html: string): (mark: string) => number {
  const known = new Map<string, number>();
  return (mark) => {
    const last = known.get(mark) ?? html.lastIndexOf(mark);
    known.set(mark, last);
    return last;
  };
}

/** End of a comment, declaration or instruction; -1 when it has none, so that it cannot swallow what follows. */
function declarationEnd(html: string, open: number, lastOf: (mark: string) => number): number {
  if (html.startsWith('<!--', open)) {
    if (html.startsWith('>', open + 4)) return open + 5;
    return lastOf('-->') < open + 4 ? -1 : html.indexOf('-->', open + 4) + 3;
  }
  if (html.startsWith('<![CDATA[', open)) return lastOf(']]>') < open ? -1 : html.indexOf(']]>', open) + 3;
  const end = html.indexOf('>', open);
  return end === -1 ? -1 : end + 1;
}

/** Offset behind the end tag of a script or a style sheet; -1 when it has none. */
function closeOf(html: string, name: string, from: number): number {
  const pattern = name === 'script' ? /<\/script/gi : /<\/style/gi;
  pattern.lastIndex = from;
  const close = pattern.exec(html);
  return close === null ? -1 : html.indexOf('>', close.index) + 1 || -1;
}
