import { html, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskLocale, SaveResult } from '../../model/desk.ts';
import { Difference } from './difference.ts';
import { saveAll, type Place } from './saver.ts';
import { textOf } from './side-text.ts';
import { text } from './texts.ts';

export interface ListedChange extends Place {
  /** Hash of the source. */
  readonly source: string;
  readonly before: string;
  readonly after: string;
  /** Ticked from the start. */
  readonly isWanted: boolean;
}

export interface ChangesListProps {
  readonly changes: readonly ListedChange[];
  readonly locale: DeskLocale | undefined;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Changes of many places to look at, to tick, and to save. */
export function ChangesList({ changes, locale, onSaved, onClose }: ChangesListProps): VNode {
  const [ticked, setTicked] = useState<ReadonlySet<ListedChange>>(() => new Set(changes.filter(({ isWanted }) => isWanted)));
  const [progress, setProgress] = useState<number | undefined>(undefined);
  const [results, setResults] = useState<ReadonlyMap<ListedChange, SaveResult> | undefined>(undefined);
  const wanted = changes.filter((change) => ticked.has(change));
  const apply = async (): Promise<void> => {
    setProgress(0);
    const answers = await saveAll(wanted, setProgress);
    setResults(new Map(wanted.flatMap((change, at) => (answers[at] ? [[change, answers[at]] as const] : []))));
    setProgress(undefined);
    onSaved();
  };
  const tick = (change: ListedChange): void => setTicked((old) => new Set(old.has(change) ? [...old].filter((each) => each !== change) : [...old, change]));
  const saved = results ? [...results.values()].filter(({ kind }) => kind === 'saved').length : 0;
  return html`<div class="changes">
    <label class="tick"><input type="checkbox" checked=${wanted.length === changes.length} onChange=${() => setTicked(wanted.length === changes.length ? new Set() : new Set(changes))} /> ${text('changes.all', { count: changes.length })}</label>
    <ul class="entries" tabindex="0" aria-label=${text('changes.name')}>${changes.map((change) => {
      const result = results?.get(change);
      return html`<li class=${result && result.kind !== 'saved' ? 'error' : ''}>
        <label class="tick"><input type="checkbox" checked=${ticked.has(change)} disabled=${results !== undefined} onChange=${() => tick(change)} /> <bdi dir="ltr">${change.path} ${change.ordinal}</bdi></label>
        <p ...${textOf(locale)}><${Difference} before=${change.after} after=${change.before} kind="del" /></p>
        <p ...${textOf(locale)}><${Difference} before=${change.before} after=${change.after} /></p>
        ${result && html`<p class=${result.kind === 'saved' ? 'saved-mark' : 'trouble'}>${resultText(result)}</p>`}
      </li>`;
    })}</ul>
    <p role="status">${progress !== undefined ? text('changes.progress', { done: progress, count: wanted.length }) : results ? text('changes.done', { saved, count: results.size }) : ''}</p>
    <div class="modal-actions"><button type="button" onClick=${onClose}>${text(results ? 'close' : 'cancel')}</button>${!results && html`<button type="button" class="primary" disabled=${wanted.length === 0 || progress !== undefined} onClick=${apply}>${text('changes.save', { count: wanted.length })}</button>`}</div>
  </div>`;
}

function resultText(result: SaveResult): string {
  switch (result.kind) {
    case 'saved': return text('row.saved');
    case 'conflict': return text('row.conflict');
    case 'refused': return `${text('row.refused')} ${result.refusal.message}`;
    default: return `${text('row.failed')} ${result.message}`;
  }
}
