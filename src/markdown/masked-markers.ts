import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Point } from 'unist';

/** A text in which every plain Docs marker is one word, which means nothing to Markdown, of the marker's length. */
export interface Masked {
  text: string;
  markers: readonly Marker[];
}

interface Marker {
  offset: number;
  value: string;
}

/**
 * Masks the markers that docs-syntax.ts would read, for a parser that does not know them. Both take a marker for one
 * word in the same place as long as nothing in it ends what began before it (code, HTML, a title, a cell, a destination: PLAIN),
 * and nothing beside it joins with its brackets or asks what kind of character stands there (BEFORE, AFTER).
 * Undefined when there is a marker of another kind.
 */
export function maskMarkers(text: string): Masked | undefined {
  if (!text.includes('[!')) return { text, markers: [] };
  if (/[\uFDDE\uFDDF]|<!\[/.test(text)) return undefined;
  const markers: Marker[] = [];
  let joined = false;
  const masked = text.replace(PLAIN, (value: string, offset: number) => {
    joined ||= BEFORE.test(text[offset - 1] ?? '') || AFTER.test(text[offset + value.length] ?? '') || value.length > LONGEST;
    return wordFor(markers.push({ offset, value }) - 1, value.length);
  });
  return joined || markers.length > 999 || MARKER.test(masked) ? undefined : { text: masked, markers };
}

/** What stands in a marker without ending or beginning anything. */
const INNER = String.raw`[^\[\]()"'\`<>\\|\r\n]`;
const PLAIN = new RegExp(String.raw`\[!(?:(?:note|tip|important|warning|caution)|div class="[\w-]+"|(?:include|video|div|uicontrol|dnl|code)(?![a-z])(?:${INNER}|\(${INNER}*\)|\[(?:${INNER}|\(${INNER}*\))*\])*)\]`, 'gi');
/** The beginning of any marker, as in docs-syntax.ts. */
const MARKER = /\[!(?:(?:note|tip|important|warning|caution)\]|(?:include|video|div|uicontrol|dnl|code)(?![a-z]))/i;
const BEFORE = /[\\!\]*_~]/;
const AFTER = /[:()[\]*_~]/;
/** Less than docs-syntax.ts reads of one marker. */
const LONGEST = 900;

function wordFor(index: number, length: number): string {
  return `\uFDDE${String(index).padEnd(length - 2, '-')}\uFDDF`;
}

const WORD = /\uFDDE(\d+)-*\uFDDF/;

/** Puts the markers in the place of their words. False when one of them is not in a text, and is no marker then. */
export function unmaskMarkers(tree: Root, { markers }: Masked, source: string): boolean {
  return markers.length === 0 || unmaskBelow(tree, markers, source) === markers.length;
}

function unmaskBelow(parent: Parents, markers: readonly Marker[], source: string): number {
  let found = 0;
  const children = parent.children.flatMap((child): Nodes | readonly Nodes[] => {
    // In an autolink the word is in the address, too.
    if (child.type === 'link' && child.url.includes('\uFDDE')) return child;
    if ('children' in child) found += unmaskBelow(child, markers, source);
    if (child.type !== 'text' || !child.value.includes('\uFDDE')) return child;
    const nodes = withMarkers(child, markers, source);
    found += nodes.filter((node) => node.type === 'docsMarker').length;
    return nodes;
  });
  // Text stands among phrasing content, where a marker may stand, too.
  parent.children = children as typeof parent.children;
  return found;
}

/** A text with its markers as nodes. */
function withMarkers(text: Text, markers: readonly Marker[], source: string): readonly Nodes[] {
  const nodes: Nodes[] = [];
  // Every second piece is the index of a marker.
  const pieces = text.value.split(WORD);
  let start = text.position?.start;
  for (let at = 0; at < pieces.length; at += 2) {
    const value = pieces[at] ?? '';
    const marker = markers[Number(pieces[at + 1])];
    const from = start && (/^[\r\n]/.test(value) ? behindBlanks(source, start) : start);
    const to = marker === undefined ? text.position?.end : start && pointAt(source, start, marker.offset);
    if (from === undefined || to === undefined) return [];
    // Where the text of one line ends whose next one is indented depends on what was tried before it.
    if (marker !== undefined && to.column > 1 && /[\r\n]$/.test(value)) return [];
    if (value !== '') nodes.push({ type: 'text', value, position: { start: from, end: to } });
    if (marker === undefined) break;
    start = pointAt(source, to, marker.offset + marker.value.length);
    nodes.push({ type: 'docsMarker', value: marker.value, flow: false, position: { start: to, end: start } });
  }
  return nodes;
}

/** Blanks at the end of a line belong to no text. */
function behindBlanks(source: string, from: Point): Point {
  let end = offsetOf(from);
  while (source[end] === ' ' || source[end] === '\t') end++;
  return pointAt(source, from, end);
}

function offsetOf(point: Point): number {
  return point.offset ?? 0;
}

/** The point of an offset at or behind another. */
function pointAt(source: string, from: Point, offset: number): Point {
  const lines = source.slice(offsetOf(from), offset).split(/\r\n?|\n/);
  const rest = lines.at(-1)?.length ?? 0;
  return { line: from.line + lines.length - 1, column: lines.length === 1 ? from.column + rest : rest + 1, offset };
}
