import type { Range, Segment } from '../model/article.ts';
import { codeRanges } from '../text/code-ranges.ts';
import { isHtmlElement } from '../text/html-elements.ts';
import { defineCheck } from './define-check.ts';
import { outsideText } from './shared/article-text.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly markup: Markup; readonly near: string };

type Markup = 'image' | 'link' | 'tag';

export default defineCheck<Args>({
  id: 'segment-crosses-markup',
  category: 'structure',
  scope: 'article',
  severity: 'warning',
  summary: 'An image, a link or a tag stands inside a segment or around it, never half in it.',
  why: 'A segment is read apart from what is around it. The halves of an image, a link or a tag do not find each other, and the reader sees brackets and quotation marks instead.',
  whatToDo: 'Move the tags of the pair: put all of the markup into both halves, or the pair into the text of the image, the link or the attribute.',
  message: ({ markup, near }) => `The segment holds only a part of ${NAMES[markup]}, “${near}”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.`,
  examples: [
    { name: 'all of it in both halves', content: '⟦Siehe ![Bild](a.png) und [mehr](b.md).⟧⟪See ![image](a.png) and [more](b.md).⟫ ⟦<b title="x">Fett</b>⟧⟪<b title="x">Bold</b>⟫', expected: [] },
    { name: 'the pair in the text', content: '![⟦Das Bild⟧⟪The image⟫](a.png "⟦Titel (neu)⟧⟪Title (new)⟫") [⟦Mehr [1⟧⟪More [1⟫](b.md)\n\n<img alt="⟦Das "Bild"⟧⟪The "image"⟫" src="a.png">', expected: [] },
    { name: 'in code, and signs that are no markup', content: '`<b ⟦x⟧⟪x⟫>` ⟦a[0](1), b]⟧⟪a[0](1), b]⟫ [x] ⟦1) [c⟧⟪1) [c⟫ a <b ⟦c⟧⟪c⟫', expected: [] },
    { name: 'an image that ends in the segment', content: '![Das ⟦Bild](a.png) und mehr⟧⟪Image](a.png) and more⟫', expected: [{ markup: 'image', near: 'Bild](a.png) und mehr' }] },
    { name: 'a link that begins in one segment and ends in the next', content: '⟦Siehe [die⟧⟪See [the⟫ ⟦Hilfe](a.md).⟧⟪help](a.md).⟫', expected: [{ markup: 'link', near: 'Hilfe](a.md).' }] },
    { name: 'a link that ends behind the segment', content: '⟦Siehe [die⟧⟪See [the⟫ Hilfe](a.md).', expected: [{ markup: 'link', near: 'Siehe [die' }] },
    { name: 'an address and a title', content: '![Bild](a⟦.png) und mehr⟧⟪.png) and more⟫\n\n[Text](a.md "Der ⟦Titel") und mehr⟧⟪title") and more⟫', expected: [{ markup: 'image', near: '.png) und mehr' }, { markup: 'link', near: 'Titel") und mehr' }] },
    { name: 'an attribute', content: '<img src="a.png" alt="Das ⟦Bild"> und mehr⟧⟪image"> and more⟫\n\nText <b title=\'⟦x\'>fett</b>⟧⟪x\'>bold</b>⟫ "hier" und \'dort\'', expected: [{ markup: 'tag', near: 'Bild"> und mehr' }, { markup: 'tag', near: 'x\'>fett</b>' }] },
    { name: 'between attributes, and in the name', content: 'Text <b ⟦fett⟧⟪bold⟫>x</b> <⟦i>kursiv⟧⟪i>italic⟫', expected: [{ markup: 'tag', near: 'fett' }, { markup: 'tag', near: 'i>kursiv' }] },
    { name: 'an image of Docs', content: ':::image source="a.png" alt-text="Das ⟦Bild":::⟧⟪image":::⟫', expected: [{ markup: 'image', near: 'Bild":::' }] },
  ],
  *run({ article }) {
    const { segments, skeleton } = article;
    if (segments.length === 0) return;
    if (!MAY_CROSS.test(skeleton) && !segments.some(({ target }) => unmatched(target).length > 0)) return;
    const text = readable(outsideText(article));
    const found = new Map<Segment, Crossing>();
    let next = 0;
    for (const { start, end } of blocksOf(text)) {
      const inside: Segment[] = [];
      for (let segment = segments[next]; segment !== undefined && segment.start < end; segment = segments[++next]) inside.push(segment);
      if (inside.length === 0) continue;
      const block: Block = { text: text.slice(start, end), start, segments: inside };
      for (const crossing of [...crossedTags(block), ...crossedDocsImages(block), ...crossedAddresses(block), ...crossedBrackets(block)]) {
        if (!found.has(crossing.segment)) found.set(crossing.segment, crossing);
      }
    }
    for (const { segment, markup, at } of [...found.values()].sort((a, b) => a.segment.start - b.segment.start)) {
      yield { args: { markup, near: near(segment, at) }, at: { start: segment.targetRange.start + at, end: segment.targetRange.end }, segment: segment.ordinal };
    }
  },
});

const NAMES: Readonly<Record<Markup, string>> = { image: 'an image', link: 'a link', tag: 'a tag' };

/** A tag, an address or an image of Docs in which a segment begins. */
const MAY_CROSS = /<\/?(?:[a-z][^<>]*)?\uFDD0|\]\([^()\n]*\uFDD0|:::[ \t]{0,4}image\b/i;

/** A stretch without a blank line: no inline markup reaches over one. Its segments are blanked (U+0000). */
interface Block {
  readonly text: string;
  /** Offset of its first character in the article's text. */
  readonly start: number;
  readonly segments: readonly Segment[];
}

interface Crossing {
  readonly segment: Segment;
  readonly markup: Markup;
  /** Offset in the target of the part that the segment holds. */
  readonly at: number;
}

function* blocksOf(text: string): Iterable<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (const { 0: blank, index } of text.matchAll(/\n(?:[ \t\r>]*\n)+/g)) {
    yield { start, end: index };
    start = index + blank.length;
  }
  yield { start, end: text.length };
}

/** Without code and comments, in which nothing is markup. */
function readable(text: string): string {
  const comments: Range[] = [];
  for (let start = text.indexOf('<!--'); start !== -1; ) {
    const close = text.indexOf('-->', start);
    if (close === -1) break;
    comments.push({ start, end: close + 3 });
    start = text.indexOf('<!--', close);
  }
  const shown = withBlanks(text, comments);
  return withBlanks(shown, codeRanges(shown));
}

/** A text of the same length and the same lines. */
function withBlanks(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let at = 0;
  const pieces = ranges.map(({ start, end }) => {
    const piece = text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
    return piece;
  });
  return pieces.join('') + text.slice(at);
}

/** Tags with a segment between their attributes, with one that begins in a value and ends the tag, or with one for a name. */
function* crossedTags(block: Block): Iterable<Crossing> {
  const { text } = block;
  if (!/<\/?[a-z\0]/i.test(text)) return;
  for (const { 0: tag, 1: name, index } of text.matchAll(OPEN_TAG)) {
    const end = index + tag.length;
    const next = text[end] ?? '';
    const [first] = next === '\0' ? segmentsIn(block, end, end + 1) : [];
    if (name === undefined) {
      const [, named = ''] = /^([a-z][a-z\d]*)(?=[\s/>])[^<>]*>/i.exec(first?.target ?? '') ?? [];
      if (first && isHtmlElement(named)) yield { segment: first, markup: 'tag', at: 0 };
    } else if (isHtmlElement(name)) {
      for (const { 0: value, index: at } of tag.includes('\0') ? tag.matchAll(/"[^"]*"|'[^']*'/g) : []) {
        yield* ending(segmentsIn(block, index + at, index + at + value.length), 'tag', value.startsWith('"') ? /"\s*\/?>/ : /'\s*\/?>/);
      }
      if (next === '"' || next === '\'') yield* ending(segmentsIn(block, end), 'tag', next === '"' ? /"\s*\/?>/ : /'\s*\/?>/);
      if (first && (first.target.includes('>') || /^[^<>]*>/.test(text.slice(end, end + LONGEST_TAG)))) yield { segment: first, markup: 'tag', at: 0 };
    }
  }
}

/** A tag as far as it can be read without its segments; group 1: its name. */
const OPEN_TAG = /(?<!\\)<\/?(?:([a-z][a-z\d]*)(?=[\s/>"'\0])(?:[^<>"'\0]+|"[^"]*"|'[^']*')*|(?=\0))/gi;
const LONGEST_TAG = 2_000;

/** `:::image … alt-text="Das ` with a segment that ends both. */
function* crossedDocsImages(block: Block): Iterable<Crossing> {
  for (const { 0: line, index } of block.text.matchAll(/:::[ \t]{0,4}image\b[^\n]*/gi)) {
    yield* ending(segmentsIn(block, index, index + line.length), 'image', /"[ \t]*:::/);
  }
}

/** `![Bild](a` or `[Text](a "Der ` with a segment that ends the address. */
function* crossedAddresses(block: Block): Iterable<Crossing> {
  const { text } = block;
  const open = text.indexOf('](', text.lastIndexOf(')') + 1);
  if (open === -1) return;
  const label = text.slice(0, open).lastIndexOf('[');
  yield* ending(segmentsIn(block, open), label > 0 && text[label - 1] === '!' ? 'image' : 'link', /\)/);
}

/** The first of some segments that holds the end of something, if any does. */
function* ending(segments: Iterable<Segment>, markup: Markup, end: RegExp): Iterable<Crossing> {
  for (const segment of segments) {
    const at = segment.target.search(end);
    if (at === -1) continue;
    yield { segment, markup, at };
    return;
  }
}

/** Segments that begin in a part of the block. */
function* segmentsIn({ start, segments }: Block, from: number, to = Infinity): Iterable<Segment> {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.start ?? Infinity) < start + from) low = middle + 1;
    else high = middle;
  }
  for (let segment = segments[low]; segment !== undefined && segment.start < start + to; segment = segments[++low]) yield segment;
}

interface Bracket {
  readonly opens: boolean;
  /** `![`. */
  readonly isImage: boolean;
  readonly at: number;
}

/** Images and links whose brackets stand in different segments, or the one in a segment and the other outside. */
function* crossedBrackets({ text, start, segments }: Block): Iterable<Crossing> {
  const held = segments.flatMap((segment) => unmatched(segment.target).map((bracket) => ({ ...bracket, segment, place: segment.targetRange.start + bracket.at })));
  if (held.length === 0) return;
  const outside = unmatched(text).map((bracket) => ({ ...bracket, segment: undefined, place: start + bracket.at }));
  const open: (typeof held | typeof outside)[number][] = [];
  for (const bracket of [...held, ...outside].sort((a, b) => a.place - b.place)) {
    const partner = bracket.opens ? undefined : open.pop();
    if (bracket.opens) open.push(bracket);
    if (partner === undefined) continue;
    const { segment, at } = bracket.segment ? bracket : partner;
    if (segment) yield { segment, markup: partner.isImage ? 'image' : 'link', at };
  }
}

/** Brackets of links that have no partner in a text: `[`, and the `]` of `](` and `][`. */
function unmatched(text: string): readonly Bracket[] {
  if (PAIRED.test(text)) return [];
  const read = text.includes('`') ? withBlanks(text, codeRanges(text)) : text;
  const open: Bracket[] = [];
  const closing: Bracket[] = [];
  for (const { 0: sign, index: at } of read.matchAll(/\\[^]|[[\]]/g)) {
    if (sign === '[') open.push({ opens: true, isImage: read[at - 1] === '!', at });
    else if (sign === ']' && open.pop() === undefined && /[[(]/.test(read[at + 1] ?? '')) closing.push({ opens: false, isImage: false, at });
  }
  return [...closing, ...open];
}

/** Of most texts; the brackets of the others are counted. */
const PAIRED = /^[^[\]\\`]*(?:\[[^[\]\\`]*\][^[\]\\`]*)*$/;

function near({ target }: Segment, at: number): string {
  return excerpt(target.slice(Math.max(0, at - 20), at + 40));
}
