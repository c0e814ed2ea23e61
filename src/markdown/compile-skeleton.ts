import type { Definition, Nodes, Root } from 'mdast';
import type { CompiledSkeleton, Part } from '../model/markup.ts';
import { withoutNoLoc } from '../text/no-loc.ts';
import { withDocsContainers } from './docs-containers.ts';
import { rewriteTree, treeNotes } from './docs-tree.ts';
import { withoutPrivate } from './markers.ts';
import { parseBlocks } from './parse-markdown.ts';
import { withAnchorQuotes } from './raw-html.ts';
import { htmlTree } from './to-hast.ts';
import { writeParts, type Written } from './to-parts.ts';
import { isTooDeep, opensTooDeep, withoutEmphasisFloods, withoutUnclosedFloods } from './tree-depth.ts';

/** Longest skeleton that is read as Markdown, in UTF-16 code units; a longer one is published as text. */
const MAX_LENGTH = 8_000_000;

/**
 * Compiles a skeleton (placeholders as in model/skeleton.ts) into finished HTML with slots. Never throws on content;
 * what is too long or nested too deep to be read as Markdown is published as paragraphs of text. Every placeholder
 * outside comments has its slot: those in places that hold no text (URLs, labels) follow at the end.
 */
export function compileSkeleton(skeleton: string): CompiledSkeleton {
  const text = withoutUnclosedFloods(withoutEmphasisFloods(withoutPrivate(withDocsContainers(withAnchorQuotes(withoutNoLoc(skeleton))), true))).replace(/<br *\\>/gi, (tag) => `${tag.slice(0, -2)}/>`);
  const tree = text.length > MAX_LENGTH || opensTooDeep(text) ? undefined : parseBlocks(text);
  if (tree === undefined || isTooDeep(tree)) return asPlainText(text);
  const definitions = definitionsOf(tree);
  const notes = treeNotes(true);
  rewriteTree(tree, text, notes);
  const written = writeParts(htmlTree(tree, notes.raw), { slots: notes.slots, inLink: false, blocks: true });
  const footnotes = [...notes.footnotes.keys()].map((identifier) => `[^${identifier}]: x`);
  return {
    ...written,
    parts: withMissing(written, text),
    definitions: [...definitions, ...footnotes].join('\n\n'),
    unknownTags: [...notes.unknownTags],
  };
}

function definitionsOf(tree: Root): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') found.push(definitionText(node));
    else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') node.children.forEach(visit);
  };
  visit(tree);
  return found;
}

function definitionText(node: Definition): string {
  const url = node.url.replace(/[<>\\\n]/g, (character) => encodeURIComponent(character));
  const title = node.title ? ` "${node.title.replace(/["\\]/g, '\\$&').replace(/\n\s*/g, ' ')}"` : '';
  return `[${node.label ?? node.identifier}]: <${url}>${title}`;
}

function withMissing(written: Written, text: string): readonly Part[] {
  const placeholders = [...text.matchAll(/\uFDD0(\d+)\uFDD1/g)];
  if (placeholders.length === 0) return written.parts;
  let slots = 0;
  for (const part of written.parts) if (typeof part !== 'string' && part.kind === 'segment') slots++;
  if (slots >= placeholders.length) return written.parts;
  const shown = new Set(written.parts.map((part) => (typeof part !== 'string' && part.kind === 'segment' ? part.index : -1)));
  const hidden = new Set([...text.matchAll(/<!--[^]*?-->/g)].flatMap((comment) => [...comment[0].matchAll(/\uFDD0(\d+)\uFDD1/g)].map((match) => match[1])));
  const missing = placeholders.filter((match) => !shown.has(Number(match[1])) && !hidden.has(match[1]));
  if (missing.length === 0) return written.parts;
  return [...written.parts, '<p>', ...segmentsOf(missing.map((match) => match[0]).join(' ')), '</p>'];
}

const CONTEXT = { syntax: 'markdown', inLink: false, flow: false } as const;

function asPlainText(text: string): CompiledSkeleton {
  const parts: Part[] = [];
  for (const block of text.split(/\n[ \t]*\n\s*/)) {
    if (block.trim() !== '') parts.push('<p>', ...segmentsOf(block), '</p>\n');
  }
  return { parts, headings: [], anchors: [], summary: [], languages: [], definitions: '', unknownTags: [] };
}

function segmentsOf(text: string): readonly Part[] {
  const { parts } = writeParts({ type: 'root', children: [{ type: 'text', value: text }] }, { slots: [], inLink: false, blocks: false });
  return parts.map((part) => (typeof part !== 'string' && part.kind === 'segment' ? { ...part, context: CONTEXT } : part));
}
