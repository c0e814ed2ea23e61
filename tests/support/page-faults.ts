import type { DefaultTreeAdapterTypes } from 'parse5';
import { parsePage } from './parse-page.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;

/**
 * What no article's HTML may have, whatever its words: one line per fault, empty when it is sound.
 * `showsPairs`: the article explains the format and shows pairs in its code.
 */
export function pageFaults(html: string, showsPairs = false): string[] {
  const faults: string[] = [];
  if (/[\uFDD0-\uFDD5]/.test(html)) faults.push('a placeholder is left');
  const { tree, errors } = parsePage(html);
  for (const { code, startOffset } of errors) faults.push(`${code} at …${html.slice(Math.max(0, startOffset - 60), startOffset + 30)}…`);
  const ids = new Set<string>();
  let elements = 0;
  const visit = (node: Node): void => {
    if (!showsPairs && node.nodeName === '#text' && 'value' in node && MARKUP.test(node.value)) faults.push(`markup of a pair as text: ${node.value.slice(0, 80)}`);
    if (!('childNodes' in node)) return;
    if ('tagName' in node) {
      elements++;
      const written = node.sourceCodeLocation?.startTag;
      if (written === undefined) faults.push(`<${node.tagName}> is not written`);
      else if (!VOID.has(node.tagName) && node.sourceCodeLocation?.endTag === undefined) faults.push(`<${node.tagName}> is not closed: ${html.slice(written.startOffset, written.endOffset + 40)}`);
      if (FORBIDDEN.has(node.tagName)) faults.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        if (/^on|^srcdoc$|^style$/.test(name)) faults.push(`attribute ${name}`);
        if (MARKUP.test(name) || MARKUP.test(value)) faults.push(`markup of a pair in ${name}="${value.slice(0, 80)}"`);
        // eslint-disable-next-line no-control-regex
        if (/^(?:javascript|vbscript):|^data:(?!image\/)/i.test(value.replace(/[\u0000-\u0020]/g, ''))) faults.push(`${name}="${value.slice(0, 40)}"`);
        if (name !== 'id') continue;
        if (ids.has(value)) faults.push(`id ${value} twice`);
        if (value === '') faults.push('an empty id');
        ids.add(value);
      }
    }
    node.childNodes.forEach(visit);
  };
  visit(tree);
  // In a serialised page every `<` that is text is escaped: an HTML parser adds and drops no element of a sound one.
  const written = html.match(/<[a-z]/gi)?.length ?? 0;
  if (written !== elements) faults.push(`${written} elements are written, ${elements} read`);
  return faults;
}

/** Of these ids, those that an article's HTML does not have. */
export function missingIds(html: string, wanted: readonly string[]): string[] {
  const present = new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id));
  return wanted.filter((id) => !present.has(id));
}

const MARKUP = /data-[ts]tu-id|sxs-lookup/;
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const FORBIDDEN = new Set(['script', 'style', 'iframe', 'object', 'embed', 'svg', 'math', 'template', 'form', 'base', 'link', 'meta']);
