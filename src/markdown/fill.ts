import type { BlockText, CompiledInline, CompiledSkeleton, Part, SegmentContext, Slot, UiKey } from '../model/markup.ts';
import { anchorSlug } from '../text/anchor-slug.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { isCjk } from '../text/scripts.ts';
import { isBlank } from './blanks.ts';
import { claimId } from './ids.ts';
import { plainText } from './plain-text.ts';

/** What only the page knows. All strings are HTML unless it says otherwise. */
export interface FillOptions {
  readonly side: 'target' | 'source';
  /** The bitext, by the index in the placeholders. */
  readonly segments: readonly { readonly target: string; readonly source: string; readonly ordinal: string }[];
  /** Numeric ordinals that a segment answers for; empty for a merged one that could not be joined. */
  covers(index: number): readonly number[];
  /** Compiles one side of a segment, with the definitions of this article's skeleton. */
  inline(text: string, context: SegmentContext): CompiledInline;
  /** Attributes of an `<a>` for a URL as written, with a blank before: ` href="/x/"`; empty when it leads nowhere. */
  link(url: string): string;
  /** Attributes of an `<img>` for a URL as written, with a blank before: ` src="/x.png"`. */
  image(url: string): string;
  /** `label`: stands for an article that is not there. */
  include(path: string, inline: boolean, label: string): string;
  xref(uid: string): string;
  /** Words of the interface, as text. */
  ui(key: UiKey): string;
  /** Attributes of an element with words of the interface, with a blank before; empty where they are in the page's language. */
  readonly uiLanguage: string;
  code(slot: Extract<Slot, { kind: 'code' }>): string;
  /** Put before every id of this article; empty but for included articles. */
  readonly idPrefix: string;
  /** Ids of the page; filling adds its own. */
  readonly usedIds: Set<string>;
  /** Where the source stands beside the target, block by block; undefined: one side alone. */
  readonly facing?: FacingOptions | undefined;
}

/** What the source side of a page needs beside {@link FillOptions}. */
export interface FacingOptions {
  /** Attributes of the element around each passage of the source, with a blank before. */
  readonly attributes: string;
  /** Id of the element that names the control which opens a passage. */
  readonly controlLabel: string;
  /** As {@link FillOptions.image}, for the source. */
  image(url: string): string;
  /** An article that is included in a sentence, in the source. */
  include(path: string, label: string): string;
  /** What became of a sentence of the source since it was translated; undefined when it is as it was. */
  change(index: number): { readonly label: string; readonly html: string } | undefined;
}

interface FilledHeading {
  readonly depth: number;
  readonly id: string;
  readonly html: string;
  /** {@link html} of the source; only where source and target stand beside each other. */
  readonly source?: string;
  readonly text: string;
}

export interface Filled {
  readonly html: string;
  readonly headings: readonly FilledHeading[];
  /** Plain text of the first paragraph, at most 300 characters; empty when there is none. */
  readonly summary: string;
}

/** Fills a compiled skeleton with one side of its bitext: concatenation only, nothing is parsed. */
export function fill(compiled: CompiledSkeleton, options: FillOptions): Filled {
  const headings = compiled.headings.map((heading): FilledHeading => {
    const html = fillAside(heading.content, options, options.side).trim();
    const source = options.facing || heading.id === undefined ? fillAside(heading.content, options, 'source') : '';
    const wanted = heading.id ?? (anchorSlug(plainText(source)) || 'section');
    const id = claimId(options.idPrefix + wanted, options.usedIds);
    return { depth: heading.depth, id, html, text: plainText(html), ...(options.facing ? { source: source.trim() } : {}) };
  });
  return {
    html: new Filler(options, headings).fill(compiled.parts),
    headings,
    summary: shortened(plainText(fillAside(compiled.summary, options, options.side)).replace(/\s+/g, ' ').trim()),
  };
}

const SUMMARY_LENGTH = 300;

function shortened(text: string): string {
  if (text.length <= SUMMARY_LENGTH) return text;
  const cut = text.slice(0, SUMMARY_LENGTH - 1).toWellFormed().replace(/\uFFFD$/, '');
  const blank = cut.lastIndexOf(' ');
  return `${blank > SUMMARY_LENGTH / 2 ? cut.slice(0, blank) : cut}…`;
}

class Filler {
  readonly #options: FillOptions;
  readonly #headings: readonly FilledHeading[];
  /** Set while the source of a block is written. */
  #facing: FacingOptions | undefined;

  constructor(options: FillOptions, headings: readonly FilledHeading[]) {
    this.#options = options;
    this.#headings = headings;
  }

  fill(parts: readonly Part[]): string {
    let html = '';
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at];
      if (part === undefined) continue;
      if (typeof part === 'string') html += part;
      else if (part.kind === 'segment') html += part.side === undefined ? this.#segment(part.index, part.context) : this.#oneSide(part.index, part.context, part.side);
      else if (part.kind === 'gap') html += gapBetween(parts[at - 1], parts[at + 1], this.#options, this.#facing ? 'source' : (sideBefore(parts[at - 1]) ?? this.#options.side));
      else html += this.#slot(part);
    }
    return html;
  }

  #segment(index: number, context: SegmentContext): string {
    const options = this.#options;
    const segment = options.segments[index];
    if (segment === undefined) return '';
    const text = segment[this.#facing ? 'source' : options.side];
    const inline = options.inline(text, context);
    if (context.syntax === 'text') return this.#inline(inline);
    const covers = options.covers(index);
    const first = covers[0];
    const [before, after] = blanksAround(text, inline.plain);
    const id = first === undefined ? segment.ordinal.replace(/^(?=\d)/, 's') : `s${first}`;
    if (this.#facing) return `${before}<span data-s="${escapeHtml(options.idPrefix + id)}">${this.#inline(inline)}</span>${this.#facing.change(index)?.html ?? ''}${after}`;
    const change = options.facing?.change(index);
    let html = `${before}<span${this.#id(id)}${change === undefined ? '' : ` data-stale="${escapeHtml(change.label)}"`}>`;
    for (let at = 1; at < covers.length; at++) html += `<span${this.#id(`s${covers[at]}`)}></span>`;
    return `${html}${this.#inline(inline)}</span>${after}`;
  }

  /** A side in a place of its own: the sentence stands on the page already, so it has no id here. */
  #oneSide(index: number, context: SegmentContext, side: 'source' | 'target'): string {
    const segment = this.#options.segments[index];
    return segment === undefined ? '' : this.#inline(this.#options.inline(segment[side], context));
  }

  /** Whether a block has a source to show: words that are not empty, or an image that is another one or is described in another language. */
  #hasSource({ segments, source }: BlockText, facing: FacingOptions): boolean {
    if (segments.some((index) => this.#options.segments[index]?.source.trim() !== '')) return true;
    return source.some((part) => {
      if (typeof part === 'string') return false;
      if (part.kind === 'image') return facing.image(part.url) !== this.#options.image(part.url);
      const segment = part.kind === 'segment' ? this.#options.segments[part.index] : undefined;
      return segment !== undefined && segment.source !== segment.target && segment.source.trim() !== '';
    });
  }

  #blockStart(block: BlockText): string {
    const { facing } = this.#options;
    return facing && this.#hasSource(block, facing) ? '<span class="b"><span class="t">' : '';
  }

  #blockEnd(block: BlockText): string {
    const { facing } = this.#options;
    if (!facing || !this.#hasSource(block, facing)) return '';
    this.#facing = facing;
    const source = this.fill(block.source);
    this.#facing = undefined;
    return `</span>${block.inControl || block.segments.length === 0 ? '' : control(facing)}<span class="o" data-side="source"${facing.attributes} hidden="until-found">${source}</span></span>`;
  }

  /** The first segment that asks for an id gets it: a link finds one place, and the page stays valid. */
  #id(wanted: string): string {
    const id = this.#options.idPrefix + wanted;
    if (this.#options.usedIds.has(id)) return '';
    this.#options.usedIds.add(id);
    return ` id="${escapeHtml(id)}"`;
  }

  #inline(inline: CompiledInline): string {
    const only = inline.parts.length === 1 ? inline.parts[0] : undefined;
    if (typeof only === 'string') return only;
    let html = '';
    for (const part of inline.parts) html += typeof part === 'string' ? part : this.#slot(part);
    return html;
  }

  #slot(slot: Slot): string {
    const options = this.#options;
    switch (slot.kind) {
      case 'link':
        return options.link(slot.url);
      case 'image':
        return (this.#facing ?? options).image(slot.url);
      case 'include':
        return this.#facing ? this.#facing.include(slot.path, slot.label ?? '') : options.include(slot.path, slot.inline, slot.label ?? '');
      case 'code':
        return options.code(slot);
      case 'xref':
        return options.xref(slot.uid);
      case 'ui':
        return escapeHtml(options.ui(slot.key));
      case 'ui-language':
        return options.uiLanguage;
      case 'block-start':
        return this.#blockStart(slot.block);
      case 'block-end':
        return this.#blockEnd(slot.block);
      case 'control':
        if (!options.facing) return '';
        return slot.place === 'around' ? '<div class="h">' : `${control(options.facing)}${slot.place === 'after' ? '</div>' : ''}`;
      case 'id':
        // An inline text of the source may hold an anchor; the page has it already.
        return this.#facing ? '' : ` id="${escapeHtml(claimId(options.idPrefix + slot.id, options.usedIds))}"`;
      case 'heading-id': {
        const heading = this.#headings[slot.heading];
        return heading === undefined ? '' : ` id="${escapeHtml(heading.id)}"`;
      }
      case 'id-prefix':
        return options.idPrefix;
      case 'segment':
      case 'gap':
        return '';
    }
  }
}

function control({ controlLabel }: FacingOptions): string {
  return `<input class="k" type="checkbox" aria-labelledby="${controlLabel}" data-ui>`;
}

/** The blanks at a segment's ends: some have the one inside that parts them from what they touch. */
function blanksAround(text: string, plain: string): readonly [string, string] {
  const [starts, ends] = [isBlank(text.charCodeAt(0)), isBlank(text.charCodeAt(text.length - 1))];
  return starts || ends ? [starts && !isCjk(plain.slice(0, 1)) ? ' ' : '', ends && !isCjk(plain.slice(-1)) ? ' ' : ''] : NO_BLANKS;
}

const NO_BLANKS = ['', ''] as const;

/** Content for use outside the article: no ids, no links. */
function fillAside(parts: readonly Part[], options: FillOptions, side: 'target' | 'source'): string {
  let html = '';
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (typeof part === 'string') html += part;
    else if (part?.kind === 'segment') {
      const inline = sideOf(part, options, side);
      if (inline === undefined) continue;
      html += inline.parts.every((piece) => typeof piece === 'string') ? inline.parts.join('') : escapeHtml(inline.plain);
    } else if (part?.kind === 'gap') html += gapBetween(parts[at - 1], parts[at + 1], options, side);
    else if (part?.kind === 'xref') html += options.xref(part.uid);
  }
  return html;
}

/** Between two sentences stands one blank, and none where both sides are Chinese or Japanese. */
function gapBetween(before: Part | undefined, after: Part | undefined, options: FillOptions, side: 'target' | 'source'): string {
  const left = sideOf(before, options, side)?.plain.trimEnd() ?? '';
  if (!isCjk(left.slice(-1))) return ' ';
  const right = sideOf(after, options, side)?.plain.trimStart() ?? '';
  return isCjk(right.slice(0, 1)) ? '' : ' ';
}

function sideBefore(part: Part | undefined): 'source' | 'target' | undefined {
  return typeof part === 'object' && part.kind === 'segment' ? part.side : undefined;
}

function sideOf(part: Part | undefined, options: FillOptions, side: 'target' | 'source'): CompiledInline | undefined {
  if (typeof part !== 'object' || part.kind !== 'segment') return undefined;
  const segment = options.segments[part.index];
  return segment === undefined ? undefined : options.inline(segment[side], part.context);
}
