import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { ReturnedUnit } from '../model/exchange.ts';
import { ExchangeError } from './exchange-error.ts';
import { readState } from './unit-state.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** The units of a page that write-html.ts wrote. Markup that an editor put into a cell is dropped, its text kept. @throws {ExchangeError} for a page without our tables */
export function* readHtml(text: string): Generator<ReturnedUnit> {
  let any = false;
  for (const table of elements(parse(text).childNodes, 'table')) {
    const path = attribute(table, 'data-path');
    if (path === undefined) continue;
    any = true;
    for (const row of elements(table.childNodes, 'tr')) {
      const id = attribute(row, 'data-unit');
      const [source, target] = row.childNodes.filter((node): node is Element => tree.isElementNode(node) && node.tagName === 'td');
      if (id === undefined || !source || !target) continue;
      const words = textOf(target);
      yield {
        path,
        locale: attribute(table, 'data-locale'),
        id,
        source: { kind: 'raw', text: textOf(source) },
        target: words.trim() === '' ? undefined : { kind: 'raw', text: words },
        sourceHash: attribute(row, 'data-source-hash'),
        targetHash: attribute(row, 'data-target-hash'),
        state: readState(attribute(row, 'data-state')),
      };
    }
  }
  if (!any) throw new ExchangeError('It holds no table of an exported article (table data-path="…").');
}

/** Elements of a name in document order, without recursion: a hostile page may be deep. */
function* elements(roots: readonly Node[], name: string): Generator<Element> {
  const open = [...roots].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!tree.isElementNode(node)) continue;
    if (node.tagName === name) yield node;
    else open.push(...[...node.childNodes].reverse());
  }
}

function textOf(element: Element): string {
  let text = '';
  const open: Node[] = [...element.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (tree.isTextNode(node)) text += node.value;
    else if (tree.isElementNode(node)) open.push(...[...node.childNodes].reverse());
  }
  return text;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}
