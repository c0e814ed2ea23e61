import { parseFragment, serialize } from 'parse5';
import { compileRendered } from '../markdown/compile-rendered.ts';
import { fill } from '../markdown/fill.ts';
import { allowsAttribute, tagFate } from '../markdown/html-names.ts';
import { TagEnds, rewriteRawHtml } from '../markdown/raw-html.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { safeUrl } from '../views/html.ts';

/** HTML of a site's owner, as it is published, and what is not. */
interface PartialHtml {
  readonly html: string;
  /** What was left out, e.g. `<script>`, without repeats. */
  readonly dropped: readonly string[];
}

/**
 * A piece of HTML for the body of a page, under the rules of an article's HTML: no script, no style, no handler.
 * @param link attributes of an `<a>` for a URL as written, with a blank before; empty when it leads nowhere
 */
export function bodyPartial(text: string, link: (url: string) => string, image: (url: string) => string): PartialHtml {
  const compiled = compileRendered(serialize(parseFragment(rewriteRawHtml(text).html)));
  const { html } = fill(compiled, {
    side: 'target', segments: [], covers: () => [], inline: () => ({ parts: [], plain: '', unknownTags: [] }),
    link, image, include: () => '', xref: () => '', ui: () => '', uiLanguage: '', code: () => '', idPrefix: '', usedIds: new Set(),
  });
  return { html: html.trim(), dropped: droppedFrom(text, (name) => tagFate(name) === 'published', allowsAttribute) };
}

/** A piece of HTML for `<head>`: `<meta>` with a name or property, and links that tell something and load nothing. */
export function headPartial(text: string): PartialHtml {
  const html: string[] = [];
  const dropped = new Set<string>();
  const open = [...parseFragment(text).childNodes];
  for (let node = open.shift(); node; node = open.shift()) {
    if ('childNodes' in node) open.unshift(...node.childNodes);
    if (!('tagName' in node)) continue;
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const allowed = node.tagName === 'meta' ? isSafeMeta(attributes) : node.tagName === 'link' && isSafeLink(attributes);
    if (allowed) html.push(`<${node.tagName}${[...attributes].filter(([name]) => HEAD_ATTRIBUTES.has(name)).map(([name, value]) => ` ${name}="${escapeHtml(name === 'href' ? safeUrl(value) : value)}"`).join('')}>`);
    else dropped.add(`<${node.tagName}${['rel', 'http-equiv', 'name'].flatMap((name) => (attributes.has(name) ? [` ${name}="${attributes.get(name)}"`] : [])).join('')}>`);
  }
  return { html: html.join('\n'), dropped: [...dropped] };
}

const HEAD_ATTRIBUTES = new Set(['name', 'property', 'content', 'rel', 'href', 'type', 'title', 'hreflang', 'lang', 'media', 'sizes']);

/** Links that a browser does not follow by itself. */
const SAFE_LINKS = new Set(['me', 'author', 'license', 'help', 'search', 'alternate', 'terms-of-service', 'privacy-policy', 'webmention', 'pingback', 'publisher']);

function isSafeMeta(attributes: ReadonlyMap<string, string>): boolean {
  return !attributes.has('http-equiv') && !attributes.has('charset') && (attributes.has('name') || attributes.has('property')) && !/^(?:viewport|robots|description|referrer|color-scheme)$/i.test(attributes.get('name') ?? '');
}

function isSafeLink(attributes: ReadonlyMap<string, string>): boolean {
  const kinds = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/).filter((kind) => kind !== '');
  // Languages of a page are the site's own business.
  return kinds.length > 0 && kinds.every((kind) => SAFE_LINKS.has(kind)) && attributes.has('href') && !attributes.has('hreflang');
}

function droppedFrom(text: string, isPublished: (name: string) => boolean, allows: (tag: string, attribute: string) => boolean): string[] {
  const dropped = new Set<string>();
  for (const { name, closing, attributes } of tagsOf(text)) {
    if (!isPublished(name)) dropped.add(`<${name}>`);
    else if (!closing) for (const [attribute] of attributes) if (!allows(name, attribute)) dropped.add(`${attribute} of <${name}>`);
  }
  return [...dropped];
}

function* tagsOf(text: string): Iterable<NonNullable<ReturnType<TagEnds['readAt']>>> {
  const visible = text.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const last = visible.lastIndexOf('>');
  const ends = new TagEnds(visible);
  for (let at = visible.indexOf('<'); at !== -1 && at < last; ) {
    const tag = ends.readAt(at);
    if (tag) yield tag;
    at = visible.indexOf('<', tag?.end ?? at + 1);
  }
}
