import type { Element, Root as HastRoot } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize, type Schema } from 'hast-util-sanitize';
import type { Root } from 'mdast';
import { toHast, type Handlers } from 'mdast-util-to-hast';
import { publishedTags } from './html-names.ts';

/**
 * HTML tree of a rewritten Markdown tree (docs-tree.ts). Only a tree with raw HTML goes through an HTML parser and the
 * sanitiser; all other elements were made by us.
 */
export function htmlTree(tree: Root, hasRaw: boolean): HastRoot {
  const hast = toHast(tree, { allowDangerousHtml: true, handlers: HANDLERS });
  const root: HastRoot = hast.type === 'root' ? hast : { type: 'root', children: [] };
  if (!hasRaw) return root;
  const clean = sanitize(raw(root), SCHEMA);
  return clean.type === 'root' ? clean : root;
}

/** The producer's tools put `|::ref1::|` in the place of a title and do not always put it back. */
const titleOf = (title: string | null | undefined): { readonly title?: string } => (title && !/^\|::ref\d+::\|$/.test(title) ? { title } : {});

/** URLs are kept as written: to-parts.ts judges them and the site resolves them. */
const HANDLERS: Handlers = {
  // Properties that a node brings along are cloned, which takes longer than all the rest of a heading.
  heading(state, node) {
    const properties = node.data?.id === undefined ? {} : { id: node.data.id };
    return { type: 'element', tagName: `h${node.depth}`, properties, children: state.all(node) };
  },
  link(state, node) {
    const properties = { href: node.url, ...titleOf(node.title) };
    const result: Element = { type: 'element', tagName: 'a', properties, children: state.all(node) };
    return state.applyData(node, result);
  },
  image(_state, node) {
    const properties = { src: node.url, alt: node.alt ?? '', ...titleOf(node.title) };
    return { type: 'element', tagName: 'img', properties, children: [] };
  },
};

/**
 * Raw HTML comes rewritten by raw-html.ts, which has the finer rules; this schema is the second fence. It knows the few
 * elements that docs-tree.ts makes beside.
 */
const SCHEMA: Schema = {
  tagNames: [...publishedTags, 'section', 'input', 'label'],
  attributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height', 'align'],
    input: [['type', 'radio', 'checkbox'], 'name', 'checked', 'disabled'],
    label: ['htmlFor'],
    details: ['open'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    time: ['dateTime'],
    ins: ['dateTime'],
    del: ['dateTime'],
    col: ['span'],
    colgroup: ['span'],
    th: ['scope', 'abbr'],
    table: ['border', 'summary'],
    '*': ['id', 'name', 'className', 'lang', 'dir', 'title', 'align', 'vAlign', 'width', 'colSpan', 'rowSpan', 'headers', 'dataUi', 'dataTab'],
  },
  protocols: {},
  // The default would disable every input, and tabs with them.
  required: { input: { type: 'checkbox' } },
  clobber: [],
  strip: ['script', 'style'],
};
