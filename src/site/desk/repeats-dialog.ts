import { html, useEffect, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskLocale, DeskRow } from '../../model/desk.ts';
import { contentHash } from '../../text/content-hash.ts';
import { api } from './api.ts';
import { ChangesList, type ListedChange } from './changes-list.ts';
import { Modal } from './modal.ts';
import { text } from './texts.ts';

export interface RepeatsDialogProps {
  readonly locale: DeskLocale | undefined;
  readonly path: string;
  /** The row as it is now. */
  readonly row: DeskRow;
  /** Its target before the last edit: places that still have it are ticked. */
  readonly before: string;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** The same edit in the other places with the same source. */
export function RepeatsDialog({ locale, path, row, before, onSaved, onClose }: RepeatsDialogProps): VNode {
  const [changes, setChanges] = useState<readonly ListedChange[] | undefined>(undefined);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    api.context(locale?.id ?? '', path, row.ordinal, true).then(({ repeats }) => {
      setChanges(repeats.filter(({ target }) => target !== row.target.raw).map((entry) => ({ ...entry, source: contentHash(entry.source), before: entry.target, after: row.target.raw, isWanted: entry.target === before })));
    }, (error: Error) => setTrouble(error.message));
  }, []);
  return html`<${Modal} title=${text('repeats.title')} onClose=${onClose}>
    ${trouble && html`<p class="refusal">${trouble}</p>`}
    ${changes && (changes.length === 0 ? html`<p>${text('repeats.none')}</p>` : html`<${ChangesList} changes=${changes} locale=${locale} onSaved=${onSaved} onClose=${onClose} />`)}
  <//>`;
}
