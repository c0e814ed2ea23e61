import type { BlockText, CompiledHeading, CompiledSkeleton, Part, SegmentContext } from '../model/markup.ts';
import { CONTENT_URL } from '../model/content-url.ts';
import { PLACEHOLDER_CLOSE, PLACEHOLDER_OPEN } from '../model/skeleton.ts';
import { isVoid } from './html-names.ts';

/**
 * Takes a skeleton that another renderer (MDX) has made HTML of, placeholders still in it, and gives it the
 * slots that {@link compileSkeleton} gives. The HTML must be well-formed output of a serialiser.
 */
export function compileRendered(html: string): CompiledSkeleton {
  const anchors: string[] = [];
  const headings: CompiledHeading[] = [];
  const named = nameHeadings(html);
  for (const [, depth = '1', id = '', inner = ''] of named.matchAll(/<h([1-6])(?: id="([^"]*)")?>([\s\S]*?)<\/h\1>/g)) {
    if (id !== '') anchors.push(id);
    const level = Number(depth);
    if (isDepth(level)) headings.push({ depth: level, id: id === '' ? undefined : id, content: slots(inner.replace(/<\/?a\b[^>]*>/g, ''), true) });
  }
  const summary = /<p>([\s\S]*?)<\/p>/.exec(named)?.[1] ?? '';
  return { parts: blockTexts(named), headings, anchors, languages: [], definitions: '', unknownTags: [], summary: slots(summary.replace(/<\/?a\b[^>]*>/g, ''), true) };
}

/** An anchor at the start of a heading is the heading's id, as in Markdown articles. */
function nameHeadings(html: string): string {
  return html.replace(/<h([1-6])(?: id="[^"]*")?>\s*<a (?:name|id)="([^"]*)"><\/a>/g, '<h$1 id="$2">');
}

/** The slots of the whole, with the texts of its blocks; what stands in a component that shows both sides itself is left as it is. */
function blockTexts(html: string): Part[] {
  const parts: Part[] = [];
  let shown = 0;
  let at = 0;
  /** Where the headings and `<details>` that are open begin, and whether a text in them asks for a control beside them. */
  const open: { readonly at: number; asked: boolean }[] = [];
  /** A heading or a summary, which hold no control, is open. */
  let aside = false;
  const text = (end: number): void => {
    const written = html.slice(at, end);
    const inner = slots(written, false);
    const segments = inner.flatMap((part) => (typeof part !== 'string' && part.kind === 'segment' ? [part.index] : []));
    const whole = shown === 0 && segments.length > 0 && isBalanced(written) && !inner.some((part) => typeof part !== 'string' && part.kind === 'segment' && part.side !== undefined);
    const block: BlockText = { segments, source: inner.map((part) => (typeof part === 'string' ? part.replace(/ id="[^"]*"/g, '') : part)), inControl: aside };
    const holder = open.at(-1);
    if (whole && aside && holder) holder.asked = true;
    if (whole) parts.push({ kind: 'block-start', block }, ...inner, { kind: 'block-end', block });
    else parts.push(...inner);
  };
  for (const match of html.matchAll(BLOCK_TAG)) {
    text(match.index);
    const [tag, slash, name = '', attributes = ''] = match;
    if (name === 'div' && (shown > 0 || attributes.includes('facing-text'))) shown += slash === '' ? 1 : -1;
    const named = HEADING.test(name) || name === 'summary';
    const holds = HEADING.test(name) || name === 'details';
    if (named) aside = slash === '';
    if (holds && slash === '') open.push({ at: parts.length, asked: false });
    parts.push(...slots(tag, false));
    const closed = holds && slash !== '' ? open.pop() : undefined;
    if (closed?.asked) {
      parts.splice(closed.at, 0, { kind: 'control', place: 'around' });
      parts.push({ kind: 'control', place: 'after' });
    }
    at = match.index + tag.length;
  }
  text(html.length);
  return parts;
}

const BLOCK_TAG = /<(\/?)(blockquote|center|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b([^>]*)>/g;

const HEADING = /^h[1-6]$/;

/** Whether every element of a serialised text ends in it. */
function isBalanced(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (isVoid(name)) continue;
    depth += slash === '' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function slots(html: string, aside: boolean): Part[] {
  const parts: Part[] = [];
  const pattern = new RegExp(`${PLACEHOLDER_OPEN}([st]?)(\\d+)${PLACEHOLDER_CLOSE}(?:(\\s+)(?=${PLACEHOLDER_OPEN}))?| (href|src)="([^"]*)"`, 'g');
  let at = 0;
  let depth = 0;
  for (const match of html.matchAll(pattern)) {
    const [whole, side, index, gap, attribute, url = ''] = match;
    const before = html.slice(at, match.index);
    depth += (before.match(/<a\b/g)?.length ?? 0) - (before.match(/<\/a>/g)?.length ?? 0);
    if (before !== '') parts.push(before);
    at = match.index + whole.length;
    if (index !== undefined) {
      parts.push({ kind: 'segment', index: Number(index), context: contextOf(depth > 0), ...(side === '' ? {} : { side: side === 's' ? 'source' as const : 'target' as const }) });
      if (gap !== undefined) parts.push({ kind: 'gap', text: gap });
    } else if (!aside) {
      parts.push(attribute === 'href' ? { kind: 'link', url: decode(url) } : { kind: 'image', url: decode(url) });
    }
  }
  if (at < html.length) parts.push(html.slice(at));
  return parts;
}

function contextOf(inLink: boolean): SegmentContext {
  return { syntax: 'markdown', inLink, flow: false };
}

function decode(value: string): string {
  const url = value.startsWith(CONTENT_URL) ? value.slice(CONTENT_URL.length) : value;
  return url.replace(/&(amp|#38|#x26|quot|#34|#x22|lt|gt);/gi, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', '#38': '&', '#x26': '&', quot: '"', '#34': '"', '#x22': '"', lt: '<', gt: '>' };

function isDepth(level: number): level is CompiledHeading['depth'] {
  return level >= 1 && level <= 6;
}
