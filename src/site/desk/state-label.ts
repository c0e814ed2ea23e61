import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskRow } from '../../model/desk.ts';
import { text } from './texts.ts';

const ICONS = { initial: '○', translated: '◔', reviewed: '✓', final: '★', rejected: '✗' } as const;

/** A state by icon, word and colour. */
export function stateLabel({ state, rejection }: Pick<DeskRow, 'state'> & { readonly rejection?: DeskRow['rejection'] }): VNode {
  const shown = rejection ? 'rejected' : state;
  return html`<span class=${`state ${shown}`}><span aria-hidden="true">${ICONS[shown]}</span> ${text(`state.${shown}`)}</span>`;
}
