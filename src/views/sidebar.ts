import { html, safeUrl, type Html } from './html.ts';
import type { SidebarNode } from './navigation.ts';
import type { Ui } from './ui.ts';

/** The navigation beside the text: nested lists, the way to the current page open. */
export function sidebar(nodes: readonly SidebarNode[], ui: Ui): Html {
  return html`<ul>${nodes.map((node) => item(node, ui))}</ul>`;
}

function item(node: SidebarNode, ui: Ui): Html {
  if (node.kind === 'more') {
    return html`<li class="more"><a href="${safeUrl(node.url)}">${ui.plural('all-articles', node.count)}</a></li>`;
  }
  const classes = [node.branch && 'branch', node.open && 'open'].filter((name) => name !== false).join(' ');
  const title = node.url === undefined
    ? html`<span>${node.title}</span>`
    : html`<a href="${safeUrl(node.url)}"${node.current && html` aria-current="page"`}>${node.title}</a>`;
  return html`<li${classes !== '' && html` class="${classes}"`}>${title}${node.items.length > 0 && sidebar(node.items, ui)}</li>`;
}
