import type { DefaultTreeAdapterTypes } from 'parse5';
import { parsePage } from './parse-page.ts';
import { wordsOf } from './words.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;

/** Elements that end one word and start another. */
const SEPARATING = new Set(
  'blockquote body br caption center col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol p pre section summary table tbody td tfoot th thead tr ul'.split(' '),
);

/** Their tags in a text. */
export const SEPARATING_TAGS = new RegExp(`</?(?:${[...SEPARATING].filter((name) => name !== 'img').join('|')})(?=[\\s/>])[^>]*>`, 'gi');

/** The words that the readers of a page see: interface left out, and the source's passages on a page of the target. */
export function pageWords(html: string, side: 'target' | 'source'): string[] {
  return wordsOf(htmlText(parsePage(html).tree, (attributes) => attributes.has('data-ui') || (side === 'target' && attributes.get('data-side') === 'source')));
}

/** Text, alt texts and titles in document order. */
export function htmlText(root: Node, isHidden: (attributes: ReadonlyMap<string, string>) => boolean = () => false): string {
  const out: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) out.push(node.value);
    if (!('childNodes' in node)) return;
    if (!('tagName' in node)) {
      node.childNodes.forEach(visit);
      return;
    }
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    if (node.tagName === 'script' || node.tagName === 'style' || isHidden(attributes)) return;
    // A call of a footnote is a number that the page has made.
    if (attributes.get('href')?.includes('#x-fn-') === true) return;
    const apart = SEPARATING.has(node.tagName) && node.tagName !== 'img' ? '\n' : '';
    out.push(apart);
    if (node.tagName === 'img') out.push(attributes.get('alt') ?? '');
    node.childNodes.forEach(visit);
    const title = attributes.get('title');
    if (title !== undefined) out.push(` ${title} `);
    out.push(apart);
  };
  visit(root);
  return out.join('');
}
