import type { Blockquote, Heading, Html, Link, List, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { ElementContent, Properties } from 'hast';
import type { Slot, UiKey } from '../model/markup.ts';
import type { DocsMarker } from './docs-syntax.ts';
import { emoji } from './emoji.ts';
import { safeClasses } from './html-names.ts';
import { contentId } from './ids.ts';
import { asHtmlPlaceholders, hasMarker, slotMarker } from './markers.ts';
import { readTag, rewriteRawHtml } from './raw-html.ts';
import { urlKind } from './urls.ts';

declare module 'mdast' {
  interface Data {
    hName?: string;
    hProperties?: Properties;
    hChildren?: ElementContent[];
  }
  interface HeadingData {
    /** Of the anchor at its start. */
    id?: string;
  }
}

/** What one rewriting of a tree gathers. */
export interface TreeNotes {
  readonly slots: Slot[];
  readonly unknownTags: Set<string>;
  /** The tree holds raw HTML that an HTML parser must see. */
  raw: boolean;
  /** Number of each footnote by its identifier. */
  readonly footnotes: Map<string, number>;
  tabGroups: number;
  /** How many `:::` ranges are open around what is being rewritten. */
  ranges: number;
  /** Alert markers count; in a segment they are words. */
  readonly blocks: boolean;
}

export const treeNotes = (blocks: boolean): TreeNotes => ({
  slots: [], unknownTags: new Set(), raw: false, footnotes: new Map(), tabGroups: 0, ranges: 0, blocks,
});

const ALERTS: Readonly<Record<string, UiKey>> = {
  note: 'alert-note', tip: 'alert-tip', important: 'alert-important', warning: 'alert-warning', caution: 'alert-caution',
};

/**
 * Rewrites a Markdown tree in place into one that plain mdast-to-hast understands: Docs constructs become elements and
 * slot markers, anchors and line breaks written as HTML become nodes, unknown tags become text (FORMAT.md §2, §6).
 */
export function rewriteTree(tree: Root, source: string, notes: TreeNotes): void {
  if (notes.footnotes.size === 0) numberFootnotes(tree, notes);
  rewriteChildren(tree, source, notes);
}

function rewriteChildren(parent: Parents, source: string, notes: TreeNotes): void {
  if (parent.type === 'table' || parent.type === 'tableRow' || parent.type === 'list') {
    for (const child of parent.children) rewriteChildren(child, source, notes);
    return;
  }
  if (isFlow(parent)) {
    parent.children = flow(parent.children, source, notes) as typeof parent.children;
  } else {
    parent.children = phrasing(parent.children as PhrasingContent[], source, notes) as typeof parent.children;
  }
}

type FlowParent = Extract<Parents, { type: 'root' | 'blockquote' | 'listItem' | 'footnoteDefinition' }>;

const isFlow = (node: Parents): node is FlowParent =>
  node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem' || node.type === 'footnoteDefinition';

function flow(nodes: readonly RootContent[], source: string, notes: TreeNotes): RootContent[] {
  const out: RootContent[] = [];
  const ends = rangeEnds(nodes);
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (node === undefined) continue;
    if (node.type === 'docsMarker') {
      const end = notes.ranges < DEEPEST_RANGE ? ends.get(index) : undefined;
      if (end === undefined) out.push(...fence(node, notes));
      else {
        out.push(range(node, nodes.slice(index + 1, end), source, notes));
        index = end;
      }
    } else if (node.type === 'html') {
      const kept = flowHtml(node, notes);
      if (kept !== undefined) out.push(kept);
    } else if (node.type === 'blockquote') {
      const special = quote(node, source, notes);
      if (special.absorbs) {
        const next = nodes[index + 1];
        if (next?.type === 'list' || (next?.type === 'blockquote' && markerOf(next) === undefined)) {
          index++;
          absorb(special.node, next, source, notes);
        }
      }
      out.push(special.node);
    } else if (node.type === 'heading' && tabOf(node) !== undefined) {
      const group = tabGroup(nodes, index, source, notes);
      out.push(group.node);
      index = group.last;
    } else if (node.type === 'heading') {
      rewriteChildren(node, source, notes);
      takeAnchor(node);
      out.push(node);
    } else if (node.type === 'code') {
      out.push(codeBlock(node.lang ?? '', node.meta ?? '', node.value, notes));
    } else if (node.type === 'paragraph') {
      for (const part of notes.blocks ? apartFromCode(node) : [node]) {
        const made = notes.blocks ? markerBlocks(part, notes) : undefined;
        if (made === undefined) rewriteChildren(part, source, notes);
        out.push(...(made ?? [part]));
      }
    } else {
      if ('children' in node) rewriteChildren(node, source, notes);
      out.push(node);
    }
  }
  return out;
}

/** Blockquotes: alerts, videos, divs, and quotes that are just quotes. */
function quote(node: Blockquote, source: string, notes: TreeNotes): { node: RootContent; absorbs: boolean } {
  const marker = markerOf(node);
  const name = marker === undefined ? '' : nameOf(marker.value);
  const first = node.children[0];
  if (marker === undefined || first?.type !== 'paragraph') {
    rewriteChildren(node, source, notes);
    return { node, absorbs: false };
  }
  const key = ALERTS[name];
  if (key !== undefined && bodyOf(marker.value) === '') {
    dropMarker(node, first);
    rewriteChildren(node, source, notes);
    const absorbs = node.children.length === 0;
    node.children.unshift(uiLine('p', 'alert-title', key, notes));
    node.data = { hName: 'div', hProperties: { className: ['alert', key] } };
    return { node, absorbs };
  }
  if (name === 'video') {
    const made = video(bodyOf(marker.value), notes);
    dropMarker(node, first);
    if (node.children.length === 0) return { node: made, absorbs: false };
    rewriteChildren(node, source, notes);
    node.children.unshift(made);
    return { node, absorbs: false };
  }
  if (name === 'div') {
    dropMarker(node, first);
    rewriteChildren(node, source, notes);
    const classes = safeClasses(attributeOf(bodyOf(marker.value), 'class'));
    node.data = { hName: 'div', ...(classes === '' ? {} : { hProperties: { className: classes.split(' ') } }) };
    return { node, absorbs: false };
  }
  rewriteChildren(node, source, notes);
  return { node, absorbs: false };
}

/** An alert that is empty takes the list behind it: the authors forgot the `>` (FORMAT.md §2). */
function absorb(alert: RootContent, next: List | Blockquote, source: string, notes: TreeNotes): void {
  if (alert.type !== 'blockquote') return;
  rewriteChildren(next, source, notes);
  if (next.type === 'blockquote') {
    alert.children.push(...next.children);
    return;
  }
  for (const item of next.children) {
    const only = item.children.length === 1 ? item.children[0] : undefined;
    if (only?.type === 'blockquote' && only.data === undefined) item.children = only.children;
  }
  alert.children.push(next);
}

function markerOf(node: Blockquote): DocsMarker | undefined {
  const first = node.children[0];
  const inner = first?.type === 'paragraph' ? first.children[0] : undefined;
  return inner?.type === 'docsMarker' ? inner : undefined;
}

function dropMarker(node: Blockquote, paragraph: Paragraph): void {
  paragraph.children.shift();
  const text = paragraph.children[0];
  if (text?.type === 'break') paragraph.children.shift();
  else if (text?.type === 'text') {
    text.value = text.value.trimStart();
    if (text.value === '') paragraph.children.shift();
  }
  if (paragraph.children.length === 0) node.children.shift();
}

/** Code from a file that has a line of its own in a paragraph ends it: nobody writes a blank line there. */
function apartFromCode(node: Paragraph): Paragraph[] {
  if (!node.children.some(isCodeMarker)) return [node];
  const parts: Paragraph[] = [];
  let open: PhrasingContent[] = [];
  const close = (): void => {
    if (open.some((child) => child.type !== 'text' || child.value.trim() !== '')) parts.push({ ...node, children: open });
    open = [];
  };
  node.children.forEach((child, at) => {
    if (!isCodeMarker(child) || !isLineEdge(node.children[at - 1], /\n[ \t]*$/) || !isLineEdge(node.children[at + 1], /^[ \t]*(?:\n|$)/)) {
      open.push(child);
      return;
    }
    close();
    parts.push({ ...node, children: [child] });
  });
  close();
  return parts;
}

/** Whether a line begins or ends at a node: nothing stands there, or a break, or text with a line end where `edge` looks for it. */
function isLineEdge(node: PhrasingContent | undefined, edge: RegExp): boolean {
  return node === undefined || node.type === 'break' || (node.type === 'text' && edge.test(node.value));
}

function isCodeMarker(node: PhrasingContent): node is DocsMarker {
  return node.type === 'docsMarker' && nameOf(node.value) === 'code' && linkOf(node.value) !== undefined;
}

/** What a paragraph of nothing but markers shows, one on each line; undefined when it is a paragraph like others. */
function markerBlocks(node: Paragraph, notes: TreeNotes): RootContent[] | undefined {
  const markers: DocsMarker[] = [];
  for (const child of node.children) {
    if (child.type === 'docsMarker') markers.push(child);
    else if (child.type !== 'break' && (child.type !== 'text' || child.value.trim() !== '')) return undefined;
  }
  const blocks = markers.map((marker) => markerBlock(marker, notes));
  return blocks.length === 0 || blocks.includes(undefined) ? undefined : blocks.filter((block) => block !== undefined);
}

/** A marker that is a paragraph of its own; undefined when it is read as part of a sentence. */
function markerBlock(marker: DocsMarker, notes: TreeNotes): RootContent | undefined {
  const name = nameOf(marker.value);
  if (name === 'video') return video(bodyOf(marker.value), notes);
  const target = linkOf(marker.value);
  if (name === 'include' && target !== undefined) {
    return slotBlock('div', { className: ['include'] }, { kind: 'include', path: target.url, inline: false }, notes);
  }
  if (name === 'code' && target !== undefined) return codeFile(languageOf(marker.value), target.url, notes);
  return undefined;
}

function codeFile(language: string, target: string, notes: TreeNotes): RootContent {
  const cut = target.search(/[#?]/);
  const region = cut === -1 ? undefined : target.slice(target[cut] === '#' ? cut + 1 : cut);
  const slot: Slot = {
    kind: 'code', language, code: '', file: cut === -1 ? target : target.slice(0, cut),
    ...(region === undefined || region === '' ? {} : { region }),
  };
  return slotBlock('pre', {}, slot, notes);
}

function codeBlock(language: string, meta: string, code: string, notes: TreeNotes): RootContent {
  const info = /^[\w+#.-]*$/.test(language) ? language : `${language} ${meta}`.trim();
  if (!hasMarker(code)) return slotBlock('pre', {}, { kind: 'code', language: info, code }, notes);
  // A pair inside code: it is shown where it stands, and so the block is not highlighted.
  const text: Text = { type: 'text', value: `${code}\n` };
  return element('pre', {}, [{ type: 'emphasis', data: { hName: 'code' }, children: [text] }]);
}

const DEEPEST_RANGE = 8;

/** Index of the line that ends each `:::` range, by the index of the line that starts it; both are children of one node. */
function rangeEnds(nodes: readonly RootContent[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: { readonly kind: string; readonly at: number }[] = [];
  nodes.forEach((node, at) => {
    const [, kind = '', ending] = (node.type === 'docsMarker' && RANGE.exec(node.value)) || [];
    if (kind === '') return;
    if (ending === undefined) open.push({ kind, at });
    else if (open.at(-1)?.kind === kind) ends.set(open.pop()?.at ?? 0, at);
  });
  return ends;
}

const RANGE = /^:{3,}\s*(row|column|moniker|zone)(-end)?(?![\w-])/;

/** Columns side by side, and text for some versions or readers under the name of what it is for. */
function range(marker: DocsMarker, content: readonly RootContent[], source: string, notes: TreeNotes): RootContent {
  notes.ranges++;
  const children = [...fence(marker, notes), ...flow(content, source, notes)];
  notes.ranges--;
  const kind = RANGE.exec(marker.value)?.[1];
  return block('div', { className: [kind === 'row' ? 'columns' : kind === 'column' ? 'column' : 'range'] }, children);
}

/** rangeName(':::moniker range=">= app-2.0 || = lib"') // => '≥ app-2.0, lib' */
function rangeName(value: string): string {
  const [parts, separator] = /^:{3,}\s*zone/.test(value) ? [attributeOf(value, 'pivot'), ','] : [attributeOf(value, 'range'), '||'];
  return parts.split(separator).map((part) => part.replace('>=', '≥ ').replace('<=', '≤ ').replace(/^\s*=/, '').replace(/\s+/g, ' ').trim()).filter((part) => part !== '').join(', ');
}

/** `:::` lines: images and code are shown, versions and readers are named, all other markers go and leave what stands between them. */
function fence(marker: DocsMarker, notes: TreeNotes): RootContent[] {
  const value = marker.value;
  if (/^:{3,}\s*image(?!-end)/.test(value)) {
    const image = fenceImage(value);
    return image === undefined ? [] : [{ type: 'paragraph', children: [image] }];
  }
  if (/^:{3,}\s*code(?!-end)/.test(value)) {
    const file = attributeOf(value, 'source');
    if (file === '') return [];
    const region = attributeOf(value, 'id') || (attributeOf(value, 'range') && `?range=${attributeOf(value, 'range')}`);
    return [codeFile(attributeOf(value, 'language'), region === '' ? file : region.startsWith('?') ? file + region : `${file}#${region}`, notes)];
  }
  if (/^:{3,}\s*(?:moniker|zone)(?![\w-])/.test(value)) {
    const name = rangeName(value);
    return name === '' ? [] : [element('p', { className: ['range-name'], dataUi: '' }, [{ type: 'text', value: name }])];
  }
  const text = attributeOf(value, 'text');
  return /^:{3,}\s*no-loc/.test(value) && text !== '' ? [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] : [];
}

function fenceImage(value: string): PhrasingContent | undefined {
  const url = attributeOf(value, 'source');
  return url === '' ? undefined : { type: 'image', url, alt: attributeOf(value, 'alt-text') };
}

/** A link out and no player: a page makes no request to others before the reader asks for it. */
function video(url: string, notes: TreeNotes): Paragraph {
  const label: Text = { type: 'text', value: addSlot({ kind: 'ui', key: 'video' }, notes) };
  const text: PhrasingContent = { type: 'emphasis', data: { hName: 'span', hProperties: { dataUi: '' } }, children: [label] };
  const safe = urlKind(url) === 'absolute' && /^https?:/i.test(url.trim());
  return {
    type: 'paragraph',
    data: { hName: 'figure', hProperties: { className: ['video'] } },
    children: safe ? [{ type: 'link', url: url.trim(), children: [text] }] : [text],
  };
}

interface Tab {
  readonly id: string;
  readonly link: Link;
}

function tabOf(heading: Heading): Tab | undefined {
  let link: Link | undefined;
  for (const child of heading.children) {
    if (child.type === 'link' && link === undefined) link = child;
    else if (child.type !== 'html' && (child.type !== 'text' || child.value.trim() !== '')) return undefined;
  }
  const match = link === undefined ? null : /^#tab\/([^/]+)/.exec(link.url);
  return link === undefined || match === null ? undefined : { id: match[1] ?? '', link };
}

/** Tabs as radio buttons with labels and panels: style alone switches them, and without style all are read in order. */
function tabGroup(nodes: readonly RootContent[], first: number, source: string, notes: TreeNotes): { node: RootContent; last: number } {
  const group = ++notes.tabGroups;
  const start = nodes[first];
  const depth = start?.type === 'heading' ? start.depth : 1;
  const children: RootContent[] = [];
  let index = first;
  let tabs = 0;
  while (index < nodes.length) {
    const heading = nodes[index];
    const tab = heading?.type === 'heading' && heading.depth === depth ? tabOf(heading) : undefined;
    if (heading?.type !== 'heading' || tab === undefined) break;
    const panel: RootContent[] = [];
    for (index++; index < nodes.length; index++) {
      const node = nodes[index];
      if (node === undefined || node.type === 'thematicBreak' || (node.type === 'heading' && node.depth <= depth)) break;
      panel.push(node);
    }
    tabs++;
    const id = `x-tab-${group}-${tabs}`;
    const titles = heading.children.flatMap((child): PhrasingContent[] => (child === tab.link ? tab.link.children : [child]));
    children.push(
      element('input', { type: 'radio', name: `x-tabs-${group}`, id, checked: tabs === 1 }, []),
      element('label', { htmlFor: [id] }, phrasing(titles, source, notes)),
      block('div', { className: ['tab-panel'], dataTab: tab.id }, flow(panel, source, notes)),
    );
  }
  const ended = nodes[index]?.type === 'thematicBreak';
  return { node: block('div', { className: ['tabs'] }, children), last: ended ? index : index - 1 };
}

/** `# <a name="x"></a>Title`: the anchor becomes the heading's id (FORMAT.md §1.3). */
function takeAnchor(heading: Heading): void {
  const first = heading.children[0];
  const id = first?.data?.hName === 'a' ? first.data.hProperties?.id : undefined;
  if (typeof id !== 'string') return;
  heading.children.shift();
  heading.data = { id };
}

function flowHtml(node: Html, notes: TreeNotes): RootContent | undefined {
  const only = /^<iframe\b[^<>]*>\s*<\/iframe>$/i.test(node.value.trim()) ? frameUrl(node.value.trim()) : undefined;
  if (only !== undefined) return video(only, notes);
  const rewritten = rewriteRawHtml(withFrameLinks(node.value, notes));
  for (const tag of rewritten.unknownTags) notes.unknownTags.add(tag);
  if (rewritten.html.trim() === '') return undefined;
  notes.raw = true;
  return { type: 'html', value: asHtmlPlaceholders(withUiSlots(rewritten.html)) };
}

/** A frame or video of another site is shown as a link there, as `[!VIDEO]` is; the tag itself is not published. */
function withFrameLinks(html: string, notes: TreeNotes): string {
  return html.replace(/<(?:iframe|embed|video|source)(?=[\s/])[^<>]*>/gi, (tag) => {
    const url = frameUrl(tag);
    return url === undefined ? tag : `${tag}<a href="${url.replaceAll('"', '%22')}">${addSlot({ kind: 'ui', key: 'video' }, notes)}</a>`;
  });
}

function frameUrl(html: string): string | undefined {
  const url = readTag(html, 0)?.attributes.find(([name]) => name === 'src')?.[1].replaceAll('&amp;', '&').trim() ?? '';
  return urlKind(url) === 'absolute' && /^https?:/i.test(url) ? url : undefined;
}

const withUiSlots = (html: string): string => html.replace(/\uFDD4\d+\uFDD5/g, '<span data-ui="">$&</span>');

function phrasing(nodes: readonly PhrasingContent[], source: string, notes: TreeNotes): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (node === undefined) continue;
    if (node.type === 'html') {
      const next = nodes[index + 1];
      const anchor = anchorOf(node, next);
      if (anchor !== undefined) {
        index++;
        if (anchor !== '') out.push({ type: 'emphasis', data: { hName: 'a', hProperties: { id: anchor } }, children: [] });
      } else out.push(...inlineHtml(node, notes));
    } else if (node.type === 'text') {
      node.value = emoji(node.value);
      out.push(node);
    } else if (node.type === 'docsMarker') out.push(...inlineMarker(node, startsLine(out), notes));
    else if (node.type === 'link') out.push(...link(node, source, notes));
    else if (node.type === 'footnoteReference') out.push(footnoteCall(node.identifier, notes));
    else {
      if ('children' in node) rewriteChildren(node, source, notes);
      out.push(node);
    }
  }
  return out;
}

/** `<a name="x"></a>`: the id, empty when it has none; undefined when the node is something else. */
function anchorOf(node: Html, next: PhrasingContent | undefined): string | undefined {
  if (next?.type !== 'html' || !/^<\/a\s*>$/i.test(next.value) || !/^<a\s/i.test(node.value)) return undefined;
  const attributes = readTag(node.value, 0)?.attributes ?? [];
  if (attributes.some(([name]) => name === 'href')) return undefined;
  const wanted = attributes.find(([name]) => name === 'id') ?? attributes.find(([name]) => name === 'name');
  return contentId(wanted?.[1] ?? '');
}

function inlineHtml(node: Html, notes: TreeNotes): PhrasingContent[] {
  if (/^<\/?br[\s/]*>$/i.test(node.value)) return [{ type: 'break' }];
  const rewritten = rewriteRawHtml(withFrameLinks(node.value, notes), { phrasingOnly: false });
  for (const tag of rewritten.unknownTags) notes.unknownTags.add(tag);
  if (rewritten.tags) {
    notes.raw = true;
    return [{ type: 'html', value: withUiSlots(rewritten.html) }];
  }
  return rewritten.unknownTags.length > 0 ? [{ type: 'text', value: node.value }] : [];
}

function startsLine(before: readonly PhrasingContent[]): boolean {
  const last = before.at(-1);
  return last === undefined || last.type === 'break' || (last.type === 'text' && last.value.trim() === '' && before.at(-2)?.type === 'break');
}

function inlineMarker(marker: DocsMarker, atLineStart: boolean, notes: TreeNotes): PhrasingContent[] {
  const text: PhrasingContent = { type: 'text', value: marker.value };
  if (marker.value.startsWith(':')) {
    if (marker.value.startsWith(':::no-loc')) return [{ type: 'text', value: attributeOf(marker.value, 'text') || marker.value }];
    return [fenceImage(marker.value) ?? text];
  }
  const name = nameOf(marker.value);
  const body = bodyOf(marker.value);
  const target = linkOf(marker.value);
  if (name === 'uicontrol' && body !== '') return [{ type: 'strong', children: [{ type: 'text', value: body }] }];
  if (name === 'dnl' && body !== '') return [{ type: 'text', value: body }];
  if (name === 'include' && target !== undefined) {
    return [{ type: 'text', value: addSlot({ kind: 'include', path: target.url, inline: true, ...(target.label === '' ? {} : { label: target.label }) }, notes) }];
  }
  if (name === 'video' && urlKind(body) === 'absolute') {
    return [{ type: 'link', url: body, children: [{ type: 'emphasis', data: { hName: 'span', hProperties: { dataUi: '' } }, children: [{ type: 'text', value: addSlot({ kind: 'ui', key: 'video' }, notes) }] }] }];
  }
  const key = ALERTS[name];
  if (notes.blocks && key !== undefined && body === '' && atLineStart) {
    const label: Text = { type: 'text', value: addSlot({ kind: 'ui', key }, notes) };
    return [{ type: 'strong', data: { hProperties: { className: ['alert-title'], dataUi: '' } }, children: [label] }];
  }
  return [text];
}

/** Links: `<xref:uid>`, literal autolinks cut at the first character that no URL has, all others as they are. */
function link(node: Link, source: string, notes: TreeNotes): PhrasingContent[] {
  const start = node.position?.start.offset;
  const opening = start === undefined ? '' : source[start];
  if (opening === '[') {
    rewriteChildren(node, source, notes);
    return [node];
  }
  const only = node.children[0];
  const label = only?.type === 'text' ? only.value : '';
  if (opening === '<') {
    if (!node.url.toLowerCase().startsWith('xref:')) return [node];
    const uid = node.url.slice(5).replace(/\?.*$/, '');
    return [{ type: 'text', value: addSlot({ kind: 'xref', uid: decode(uid) }, notes) }];
  }
  const foreign = label.search(/[^!-~]/);
  if (foreign === -1) return [node];
  // GFM goes on to the next blank and so takes Chinese or Japanese text behind an address into it.
  const kept = label.slice(0, foreign).replace(/[?!.,:*_~'")\]]+$/, '');
  const rest: Text = { type: 'text', value: label.slice(kept.length) };
  const prefix = node.url.slice(0, Math.max(0, node.url.indexOf(kept)));
  return kept.length < 5 ? [{ type: 'text', value: label }] : [{ type: 'link', url: prefix + kept, children: [{ type: 'text', value: kept }] }, rest];
}

function footnoteCall(identifier: string, notes: TreeNotes): PhrasingContent {
  const number = notes.footnotes.get(identifier);
  if (number === undefined) return { type: 'text', value: `[^${identifier}]` };
  const call: PhrasingContent = {
    type: 'emphasis', data: { hName: 'a', hProperties: { href: `#x-fn-${number}` } }, children: [{ type: 'text', value: String(number) }],
  };
  return { type: 'emphasis', data: { hName: 'sup' }, children: [call] };
}

/** Numbers the footnotes and moves them to the end, called or not: those of segments are not known here. */
function numberFootnotes(tree: Root, notes: TreeNotes): void {
  const items: RootContent[] = [];
  const visit = (parent: Nodes): void => {
    if (!('children' in parent) || !isFlowOrList(parent)) return;
    for (let index = 0; index < parent.children.length; index++) {
      const child = parent.children[index];
      if (child?.type === 'footnoteDefinition') {
        parent.children.splice(index--, 1);
        if (!notes.footnotes.has(child.identifier)) notes.footnotes.set(child.identifier, notes.footnotes.size + 1);
        visit(child);
        items.push({ type: 'blockquote', data: { hName: 'li', hProperties: { id: `x-fn-${items.length + 1}` } }, children: child.children });
      } else if (child !== undefined) visit(child);
    }
  };
  visit(tree);
  if (items.length > 0) tree.children.push(block('section', { className: ['footnotes'] }, [block('ol', {}, items)]));
}

const isFlowOrList = (node: Parents): node is FlowParent | List => node.type === 'list' || isFlow(node);

function uiLine(tag: string, className: string, key: UiKey, notes: TreeNotes): Paragraph {
  return element(tag, { className: [className], dataUi: '' }, [{ type: 'text', value: addSlot({ kind: 'ui', key }, notes) }]);
}

const slotBlock = (tag: string, properties: Properties, slot: Slot, notes: TreeNotes): Paragraph =>
  element(tag, properties, [{ type: 'text', value: addSlot(slot, notes) }]);

const element = (tag: string, properties: Properties, children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph', data: { hName: tag, hProperties: properties }, children,
});

function block(tag: string, properties: Properties, children: readonly RootContent[]): Blockquote {
  return { type: 'blockquote', data: { hName: tag, hProperties: properties }, children: children as Blockquote['children'] };
}

function addSlot(slot: Slot, notes: TreeNotes): string {
  notes.slots.push(slot);
  return slotMarker(notes.slots.length - 1);
}

/** nameOf('[!code-csharp[Main](a.cs)]') // => 'code' */
const nameOf = (value: string): string => /^\[!([A-Za-z]+)/.exec(value)?.[1]?.toLowerCase() ?? '';

const languageOf = (value: string): string => /^\[!code-([\w+#.-]+)/i.exec(value)?.[1] ?? '';

/** bodyOf('[!VIDEO https://example.com/v]') // => 'https://example.com/v' */
const bodyOf = (value: string): string => /^\[![A-Za-z]+([^]*)\]$/.exec(value)?.[1]?.trim() ?? '';

/** The link inside a marker: `[!INCLUDE [title](path "words")]`. */
function linkOf(value: string): { readonly url: string; readonly label: string } | undefined {
  const open = value.lastIndexOf('](');
  const close = value.lastIndexOf(')');
  if (open === -1 || close < open) return undefined;
  const url = value.slice(open + 2, close).trim().replace(/\s+(?:"[^"]*"|'[^']*')$/, '').replace(/^<(.*)>$/, '$1');
  return { url, label: value.slice(value.indexOf('[', 1) + 1, open).trim() };
}

/** attributeOf('div class="a b"', 'class') // => 'a b' */
function attributeOf(value: string, name: string): string {
  const at = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"':>]+))`, 'i').exec(value);
  return at?.[1] ?? at?.[2] ?? at?.[3] ?? '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
