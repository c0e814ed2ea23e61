import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';
import type { BlockText, CompiledHeading, Part, SegmentContext, Slot } from '../model/markup.ts';
import { anchorSlug } from '../text/anchor-slug.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { isBlock, isVoid } from './html-names.ts';
import { claimId, OWN_ID_PREFIX } from './ids.ts';
import { hasMarker, markerPattern, ONE_SLOT } from './markers.ts';
import { encodeUrl, urlKind } from './urls.ts';

/** Finished HTML with slots, and what a skeleton tells about itself on the way. */
export interface Written {
  readonly parts: readonly Part[];
  readonly headings: readonly CompiledHeading[];
  readonly anchors: readonly string[];
  readonly languages: readonly string[];
  /** Content of the first paragraph of its own; empty when there is none. */
  readonly summary: readonly Part[];
}

export interface WriteOptions {
  /** Slots by the number in their markers. */
  readonly slots: readonly Slot[];
  /** The whole text stands inside a link: its own links are flattened. */
  readonly inLink: boolean;
  /** Headings get ids, the texts of blocks their slots: a skeleton and not a segment. */
  readonly blocks: boolean;
}

/** Serialises an HTML tree. The depth of the tree is bounded by its makers. */
export function writeParts(tree: Root, options: WriteOptions): Written {
  const writer = new Writer(options.slots, options.blocks);
  for (const child of tree.children) writer.write(child, { inLink: options.inLink, inPre: false, parent: 'root', cell: false, bare: false });
  if (options.blocks) writer.endText();
  return {
    parts: writer.finish(), headings: writer.headings, anchors: [...writer.ids], languages: [...writer.languages].sort(), summary: writer.summary ?? [],
  };
}

interface Place {
  readonly inLink: boolean;
  readonly inPre: boolean;
  /** Tag of the element around. */
  readonly parent: string;
  /** Inside a cell of a table. */
  readonly cell: boolean;
  /** For a table of contents or a summary: text and its emphasis, no ids and no links. */
  readonly bare: boolean;
}

interface OpenText {
  /** Index of its first part. */
  readonly at: number;
  readonly depth: number;
  readonly segments: number[];
  images: boolean;
}

interface OpenBlock {
  readonly tag: string;
  /** See {@link BlockText.inControl}. */
  readonly inControl: boolean;
  /** It gets its control from the element around it. */
  readonly asks: boolean;
}

const HEADING = /^h[1-6]$/;
/** Elements whose own content may be blocks. */
const FLOW = new Set(['blockquote', 'body', 'dd', 'details', 'div', 'figcaption', 'figure', 'li', 'root', 'section', 'td', 'th']);
/** Elements whose own content is no text of theirs, or text without a language. */
const NO_TEXT = new Set(['ul', 'ol', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'pre', 'colgroup']);
/** Where the same content is written for another use, which has no source beside it. */
const ASIDE: OpenBlock = { tag: 'pre', inControl: false, asks: false };
const BARE = new Set(['b', 'bdi', 'bdo', 'code', 'del', 'em', 'i', 'ins', 'kbd', 'mark', 's', 'samp', 'small', 'strong', 'sub', 'sup', 'u', 'var']);

class Writer {
  readonly headings: CompiledHeading[] = [];
  readonly ids = new Set<string>();
  readonly languages = new Set<string>();
  summary: readonly Part[] | undefined;
  readonly #slots: readonly Slot[];
  readonly #blocks: boolean;
  #ownSummary = false;
  #parts: Part[] = [];
  #buffer = '';
  /** The text that is being written in the innermost open block. */
  #text: OpenText | undefined;
  /** Elements that are open inside the innermost open block. */
  #depth = 0;
  #block: OpenBlock = { tag: 'root', inControl: false, asks: false };
  /** Whether a text since the start of the innermost element that may have a control asks for one. */
  #asked = false;

  constructor(slots: readonly Slot[], blocks: boolean) {
    this.#slots = slots;
    this.#blocks = blocks;
  }

  finish(): Part[] {
    this.#flush();
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  write(node: ElementContent | Nodes, place: Place): void {
    if (node.type === 'text') this.#characters(node.value, place, false);
    else if (node.type === 'element') this.#element(node, place);
    else if ('children' in node) for (const child of node.children) this.write(child, place);
  }

  /** Ends the text before a block, at the end of one, and before the end of the element that it started in. */
  endText(): void {
    const text = this.#text;
    this.#text = undefined;
    if (text === undefined || text.depth !== this.#depth || (text.segments.length === 0 && !text.images)) return;
    this.#flush();
    const block: BlockText = { segments: text.segments, source: this.#parts.slice(text.at).filter((part) => typeof part === 'string' || part.kind !== 'id'), inControl: this.#block.inControl };
    this.#parts.splice(text.at, 0, { kind: 'block-start', block });
    this.#slot({ kind: 'block-end', block });
    if (this.#block.asks && text.segments.length > 0) this.#asked = true;
  }

  /** Starts a text where the first of its content comes. */
  #startText(): void {
    if (this.#text !== undefined || !this.#blocks || NO_TEXT.has(this.#block.tag)) return;
    this.#flush();
    this.#text = { at: this.#parts.length, depth: this.#depth, segments: [], images: false };
  }

  #element(node: Element, place: Place): void {
    const tag = node.tagName;
    if (place.bare) {
      if (BARE.has(tag)) {
        this.#buffer += `<${tag}>`;
        this.#children(node, place);
        this.#buffer += `</${tag}>`;
      } else if (tag === 'br') this.#buffer += ' ';
      else if (tag === 'img') this.#characters(stringOf(node.properties.alt), place, false);
      else this.#children(node, place);
      return;
    }
    if (tag === 'pre' && this.#codeSlot(node)) return;
    // A paragraph of nothing but anchors has no place on the page, its ids have.
    if (tag === 'p' && this.#blocks && holdsOnlyAnchors(node)) {
      this.#children(node, place);
      return;
    }
    // `| | |`: a table whose author wanted no header.
    if (tag === 'thead' && isEmpty(node)) return;
    if (tag === 'img') {
      this.#image(node, place);
      return;
    }
    if (tag === 'a') {
      this.#anchor(node, place);
      return;
    }
    const block = this.#blocks && (isBlock(tag) || tag === 'label' || tag === 'section');
    if (!block) {
      this.#startText();
      this.#open(node, place);
      return;
    }
    this.endText();
    const [outer, depth] = [this.#block, this.#depth];
    const asks = !place.inLink && (outer.asks || tag === 'label' || tag === 'summary' || HEADING.test(tag));
    this.#block = { tag, inControl: outer.inControl || place.inLink || asks, asks };
    this.#depth = 0;
    if (!outer.inControl && !place.inLink && (tag === 'details' || HEADING.test(tag))) this.#withControl('around', () => this.#open(node, place));
    else this.#open(node, place);
    [this.#block, this.#depth] = [outer, depth];
  }

  #open(node: Element, place: Place): void {
    const tag = node.tagName;
    if (HEADING.test(tag) && this.#blocks) {
      this.#heading(node, place);
      return;
    }
    if (tag === 'table') this.#buffer += '<div class="table-scroll">';
    this.#buffer += `<${tag}`;
    this.#attributes(node.properties, tag);
    if (this.#onlySlot(node)?.kind === 'ui') this.#slot({ kind: 'ui-language' });
    this.#buffer += '>';
    if (!isVoid(tag)) {
      if (tag === 'p' && this.#blocks) this.#summarise(node, place);
      const inside = { ...place, parent: tag, inPre: place.inPre || tag === 'pre', cell: place.cell || tag === 'td' || tag === 'th' };
      if (this.#blocks && isTabs(node) && !this.#block.inControl) this.#withControl('within', () => this.#inside(node, inside));
      else this.#inside(node, inside);
      this.#buffer += `</${tag}>`;
    }
    if (tag === 'table') this.#buffer += '</div>';
  }

  /** Writes an element or its content, and a control for the texts in it that ask for one. */
  #withControl(place: 'around' | 'within', write: () => void): void {
    this.#flush();
    const at = this.#parts.length;
    const outer = this.#asked;
    this.#asked = false;
    write();
    if (this.#asked) {
      this.#parts.splice(at, 0, { kind: 'control', place });
      if (place === 'around') this.#slot({ kind: 'control', place: 'after' });
    }
    this.#asked = outer;
  }

  /** The content of an element, with the end of a text that started in it. */
  #inside(node: Element, place: Place): void {
    this.#depth += 1;
    this.#children(node, place);
    if (this.#text?.depth === this.#depth) this.endText();
    this.#depth -= 1;
  }

  #children(node: Element, place: Place): void {
    for (const child of node.children) this.write(child, place);
  }

  #heading(node: Element, place: Place): void {
    const content = this.#aside(node);
    const wanted = stringOf(node.properties.id);
    const pairs = content.some((part) => typeof part !== 'string' && part.kind === 'segment');
    const id = wanted !== '' ? claimId(wanted, this.ids) : pairs ? undefined : claimId(anchorSlug(textOf(node)) || 'section', this.ids);
    this.headings.push({ depth: depthOf(node.tagName), id, content });
    this.#buffer += `<${node.tagName}`;
    this.#slot({ kind: 'heading-id', heading: this.headings.length - 1 });
    const { id: _id, ...others } = node.properties;
    this.#attributes(others, node.tagName);
    this.#buffer += '>';
    this.#inside(node, { ...place, parent: node.tagName });
    this.#buffer += `</${node.tagName}>`;
  }

  /** The first paragraph with text; one in a list, table or alert only until one of the article itself comes. */
  #summarise(node: Element, place: Place): void {
    const own = place.parent === 'root';
    if (this.#ownSummary || (!own && this.summary !== undefined) || node.properties.className !== undefined) return;
    const content = this.#aside(node);
    if (!content.some((part) => typeof part !== 'string' || /[^<>\s]\s*(?:<|$)/.test(part))) return;
    this.summary = content;
    this.#ownSummary = own;
  }

  /** The same content once more, for use outside the article. */
  #aside(node: Element): Part[] {
    const [parts, buffer, text, block] = [this.#parts, this.#buffer, this.#text, this.#block];
    [this.#parts, this.#buffer, this.#text, this.#block] = [[], '', undefined, ASIDE];
    this.#children(node, { inLink: true, inPre: false, parent: 'p', cell: false, bare: true });
    const content = this.finish();
    [this.#parts, this.#buffer, this.#text, this.#block] = [parts, buffer, text, block];
    return content;
  }

  #codeSlot(node: Element): boolean {
    const slot = this.#onlySlot(node);
    if (slot?.kind !== 'code') return false;
    if (slot.language !== '') this.languages.add(slot.language);
    this.endText();
    this.#slot(slot);
    return true;
  }

  /** The slot that is all the content of an element. */
  #onlySlot(node: Element): Slot | undefined {
    const only = node.children.length === 1 ? node.children[0] : undefined;
    const match = only?.type === 'text' ? ONE_SLOT.exec(only.value) : null;
    return match === null ? undefined : this.#slots[Number(match[1])];
  }

  #anchor(node: Element, place: Place): void {
    const { href, name, ...others } = node.properties;
    const id = stringOf(others.id) || stringOf(name);
    if (place.inLink) {
      this.#children(node, place);
      return;
    }
    this.#startText();
    this.#buffer += '<a';
    this.#attributes(id === '' ? others : { ...others, id }, 'a');
    if (typeof href === 'string') this.#href(href);
    this.#buffer += '>';
    this.#inside(node, { ...place, parent: 'a', inLink: true });
    this.#buffer += '</a>';
  }

  #href(href: string): void {
    if (hasMarker(href)) return;
    if (href.startsWith(`#${OWN_ID_PREFIX}`)) {
      this.#buffer += ' href="#';
      this.#slot({ kind: 'id-prefix' });
      this.#buffer += `${escapeHtml(href.slice(1))}"`;
      return;
    }
    const kind = urlKind(href);
    if (kind === 'absolute') this.#buffer += ` href="${escapeHtml(encodeUrl(href))}"`;
    else if (kind === 'relative' || kind === 'xref') this.#slot({ kind: 'link', url: href });
  }

  #image(node: Element, place: Place): void {
    const { src, ...others } = node.properties;
    const url = stringOf(src);
    const kind = hasMarker(url) || url === '' ? 'refused' : urlKind(url);
    if (kind === 'refused' || kind === 'xref') {
      this.#characters(stringOf(others.alt), place, false);
      return;
    }
    this.#startText();
    if (this.#text !== undefined) this.#text.images = true;
    this.#buffer += '<img';
    if (kind === 'relative') this.#slot({ kind: 'image', url });
    else this.#buffer += ` src="${escapeHtml(encodeUrl(url))}"`;
    this.#attributes({ ...others, alt: stringOf(others.alt), loading: 'lazy' }, 'img');
    this.#buffer += '>';
  }

  #attributes(written: Properties, tag: string): void {
    const properties = written.align === undefined ? written : alignedByClass(written);
    for (const name in properties) {
      const value = properties[name];
      if (value === null || value === undefined || value === false) continue;
      const attribute = ATTRIBUTE_NAMES[name] ?? name.toLowerCase();
      const text = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value);
      if (attribute === 'id' || attribute === 'for' || (attribute === 'name' && tag === 'input')) this.#idAttribute(attribute, text);
      else if (hasMarker(text)) {
        this.#buffer += ` ${attribute}="`;
        this.#characters(text, { inLink: true, inPre: true, parent: tag, cell: false, bare: false }, true);
        this.#buffer += '"';
      } else this.#buffer += text === '' && value === true ? ` ${attribute}` : ` ${attribute}="${escapeHtml(text)}"`;
    }
  }

  #idAttribute(attribute: string, id: string): void {
    if (id === '' || hasMarker(id)) return;
    if (id.startsWith(OWN_ID_PREFIX)) {
      this.#buffer += ` ${attribute}="`;
      this.#slot({ kind: 'id-prefix' });
      this.#buffer += `${escapeHtml(id)}"`;
    } else if (attribute === 'id') this.#slot({ kind: 'id', id: claimId(id, this.ids) });
  }

  #characters(value: string, place: Place, attribute: boolean): void {
    if (!attribute && !place.bare && /[^ \t\n]/.test(value)) this.#startText();
    if (!hasMarker(value)) {
      this.#buffer += escapeHtml(value);
      return;
    }
    const pattern = markerPattern();
    let at = 0;
    let afterSegment = false;
    for (let match = pattern.exec(value); match !== null; match = pattern.exec(value)) {
      const between = value.slice(at, match.index);
      const segment = match[1] ?? match[2];
      if (between !== '') {
        if (afterSegment && segment !== undefined && !place.inPre && /^[ \t\n]+$/.test(between)) this.#slot({ kind: 'gap', text: between });
        else this.#buffer += escapeHtml(between);
      } else if (afterSegment && segment !== undefined && attribute) this.#buffer += ' ';
      at = pattern.lastIndex;
      afterSegment = segment !== undefined;
      if (segment !== undefined) this.#segment(Number(segment), match[2] !== undefined, place, attribute);
      else {
        const slot = this.#slots[Number(match[3])];
        if (slot !== undefined && !(place.bare && slot.kind === 'include')) this.#slot(slot);
      }
    }
    this.#buffer += escapeHtml(value.slice(at));
  }

  #segment(index: number, html: boolean, place: Place, attribute: boolean): void {
    const context: SegmentContext = attribute
      ? CONTEXT_TEXT
      : contextOf(html ? 'html' : 'markdown', place.inLink, !place.inLink && FLOW.has(place.parent), place.cell && !html);
    this.#slot({ kind: 'segment', index, context });
    if (!attribute) this.#text?.segments.push(index);
  }

  #slot(slot: Slot): void {
    this.#flush();
    this.#parts.push(slot);
  }

  #flush(): void {
    if (this.#buffer !== '') this.#parts.push(this.#buffer);
    this.#buffer = '';
  }
}

/** HTML has no `align` any more; the start of a line is where its language begins. */
const ALIGNMENTS: Readonly<Record<string, string>> = { left: 'align-start', right: 'align-end', center: 'align-center', middle: 'align-center' };

function alignedByClass({ align, ...others }: Properties): Properties {
  const name = ALIGNMENTS[stringOf(align).toLowerCase()];
  return name === undefined ? others : { ...others, className: [...(Array.isArray(others.className) ? others.className : []), name] };
}

const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for', dataUi: 'data-ui', dataTab: 'data-tab' };

/** One object per context, so that a cache can tell them apart by identity and articles share them. */
const CONTEXTS: SegmentContext[] = [];
const CONTEXT_TEXT: SegmentContext = { syntax: 'text', inLink: true, flow: false };

function contextOf(syntax: 'html' | 'markdown', inLink: boolean, flow: boolean, cell: boolean): SegmentContext {
  const number = (syntax === 'html' ? 8 : 0) + (inLink ? 4 : 0) + (flow ? 2 : 0) + (cell ? 1 : 0);
  return (CONTEXTS[number] ??= { syntax, inLink, flow, ...(cell ? { cell } : {}) });
}

function depthOf(tag: string): CompiledHeading['depth'] {
  const depth = Number(tag.slice(1));
  return depth === 1 || depth === 2 || depth === 3 || depth === 4 || depth === 5 ? depth : 6;
}

const isTabs = ({ properties: { className } }: Element): boolean => Array.isArray(className) && className.includes('tabs');

/** Without text, images and other things to see. */
const isEmpty = (node: Element): boolean => node.children.every((child) => (child.type === 'element' ? ['tr', 'th', 'td', 'br'].includes(child.tagName) && isEmpty(child) : child.type !== 'text' || child.value.trim() === ''));

const ANCHORS = new Set(['a', 'span']);
const holdsOnlyAnchors = (node: Element): boolean => node.children.every((child) => (child.type === 'element' ? ANCHORS.has(child.tagName) && child.properties.href === undefined && holdsOnlyAnchors(child) : child.type !== 'text' || child.value.trim() === ''));

const stringOf = (value: Properties[string]): string => (typeof value === 'string' ? value : '');

/** Text of a tree without its slots. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return hasMarker(node.value) ? node.value.replace(markerPattern(), '') : node.value;
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
