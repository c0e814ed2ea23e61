import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskInfo, DeskLocale, DeskRow } from '../../model/desk.ts';
import { Difference } from './difference.ts';
import { Modal } from './modal.ts';
import type { Proposal } from './proposal.ts';
import { textOf } from './side-text.ts';
import { stateLabel } from './state-label.ts';
import { text } from './texts.ts';

export interface ProposalDialogProps {
  readonly proposal: Proposal;
  readonly row: DeskRow;
  readonly info: DeskInfo;
  readonly locale: DeskLocale | undefined;
  readonly onTake: () => void;
  readonly onWrite: () => void;
  readonly onClose: () => void;
}

/** A change that came with a link: nobody's until someone takes it. */
export function ProposalDialog({ proposal, row, info, locale, onTake, onWrite, onClose }: ProposalDialogProps): VNode {
  const { text: words, state, rejection, comment, by } = proposal;
  const isOther = proposal.source !== row.source.hash || proposal.target !== row.target.hash;
  return html`<${Modal} title=${text('proposal.title', { ordinal: row.ordinal })} onClose=${onClose}><div class="proposal">
    ${by && html`<p class="soft"><bdi>${text('proposal.by', { name: by })}</bdi></p>`}
    ${isOther && html`<p class="refusal" role="alert">${text('proposal.other')}</p>`}
    <dl>
      <dt>${text('proposal.source')}</dt><dd ...${textOf(info.sourceLocale)}>${row.source.raw}</dd>
      <dt>${text('proposal.now')}</dt><dd ...${textOf(locale)}>${words === undefined ? row.target.raw : html`<${Difference} before=${words} after=${row.target.raw} kind="del" />`}</dd>
      <dt>${text('proposal.text')}</dt><dd ...${words === undefined ? {} : textOf(locale)}>${words === undefined ? text('proposal.same') : html`<${Difference} before=${row.target.raw} after=${words} />`}</dd>
      ${(state ?? rejection) && html`<dt>${text('proposal.state')}</dt><dd>${stateLabel({ state: state ?? row.state, rejection })}</dd>`}
    </dl>
    ${rejection && html`<p class="rejection">${text(`category.${rejection.category}`)} · ${text(`severity.${rejection.severity}`)}${rejection.note && html`: <bdi>${rejection.note}</bdi>`}</p>`}
    ${comment && html`<p class="comment"><bdi>${comment}</bdi></p>`}
    <div class="modal-actions">
      <button type="button" onClick=${onClose}>${text('proposal.drop')}</button>
      ${words !== undefined && html`<button type="button" onClick=${onWrite}>${text('proposal.write')}</button>`}
      ${!isOther && html`<button type="button" class="primary" autofocus onClick=${onTake}>${text('proposal.take')}</button>`}
    </div>
  </div><//>`;
}
