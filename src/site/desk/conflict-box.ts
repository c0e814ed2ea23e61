import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskLocale, DeskRow } from '../../model/desk.ts';
import { Difference } from './difference.ts';
import { draftText, type Draft } from './pieces.ts';
import { textOf } from './side-text.ts';
import { text } from './texts.ts';

export type ConflictChoice = 'theirs' | 'mine' | 'merge';

export interface ConflictBoxProps {
  readonly theirs: DeskRow;
  readonly mine: Draft | undefined;
  readonly locale: DeskLocale | undefined;
  readonly onChoice: (choice: ConflictChoice) => void;
}

/** A text that was changed elsewhere while someone wrote: both are shown, a person decides. */
export function ConflictBox({ theirs, mine, locale, onChoice }: ConflictBoxProps): VNode {
  return html`<div class="conflict" role="group" aria-label=${text('conflict.name')}>
    <p>${text('conflict.why')}</p>
    <dl>
      <dt>${text('conflict.theirs')}</dt><dd ...${textOf(locale)}>${mine ? html`<${Difference} before=${draftText(mine)} after=${theirs.target.raw} />` : theirs.target.raw}</dd>
      ${mine && html`<dt>${text('conflict.mine')}</dt><dd ...${textOf(locale)}><${Difference} before=${theirs.target.raw} after=${draftText(mine)} /></dd>`}
    </dl>
    <div class="row-actions">
      <button type="button" class="small" onClick=${() => onChoice('theirs')}>${text('conflict.keepTheirs')}</button>
      ${mine && html`<button type="button" class="small" onClick=${() => onChoice('mine')}>${text('conflict.keepMine')}</button>
      <button type="button" class="small" onClick=${() => onChoice('merge')}>${text('conflict.merge')}</button>`}
    </div>
  </div>`;
}
