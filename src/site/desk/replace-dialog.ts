import { html, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskLocale } from '../../model/desk.ts';
import { api } from './api.ts';
import { ChangesList, type ListedChange } from './changes-list.ts';
import { Modal } from './modal.ts';
import { textOf } from './side-text.ts';
import { text } from './texts.ts';

/** Finds a text in all targets of a locale and replaces it where a person wants it. */
export function ReplaceDialog({ locale, onSaved, onClose }: { readonly locale: DeskLocale | undefined; readonly onSaved: () => void; readonly onClose: () => void }): VNode {
  const [find, setFind] = useState('');
  const [replacement, setReplacement] = useState('');
  const [matchCase, setMatchCase] = useState(true);
  const [found, setFound] = useState<{ readonly total: number; readonly changes: readonly ListedChange[]; readonly number: number } | undefined>(undefined);
  const [trouble, setTrouble] = useState('');
  const look = (): void => {
    if (find === '' || !locale) return;
    api.replace({ locale: locale.id, find, replacement, matchCase }).then(({ total, changes }) => {
      setTrouble('');
      setFound((old) => ({ total, number: (old?.number ?? 0) + 1, changes: changes.map(({ path, ordinal, source, before, after }) => ({ locale: locale.id, path, ordinal, source, before: before.raw, after, isWanted: true })) }));
    }, (error: Error) => setTrouble(error.message));
  };
  const field = (label: string, value: string, set: (value: string) => void): VNode => html`<label class="grow">${label} <input type="text" value=${value} ...${textOf(locale)} dir="auto" onInput=${(event: Event) => event.target instanceof HTMLInputElement && set(event.target.value)} onKeyDown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && look()} /></label>`;
  return html`<${Modal} title=${text('replace.title', { locale: locale?.label ?? '' })} onClose=${onClose}>
    <div class="search">${field(text('replace.find'), find, setFind)}${field(text('replace.with'), replacement, setReplacement)}<label class="tick"><input type="checkbox" checked=${matchCase} onChange=${() => setMatchCase(!matchCase)} /> ${text('replace.case')}</label><button type="button" class="primary" onClick=${look}>${text('replace.look')}</button></div>
    ${trouble && html`<p class="refusal">${trouble}</p>`}
    ${found && html`<p role="status">${text('replace.found', { count: found.total, shown: found.changes.length })}</p>`}
    ${found && found.changes.length > 0 && html`<${ChangesList} key=${found.number} changes=${found.changes} locale=${locale} onSaved=${onSaved} onClose=${onClose} />`}
  <//>`;
}
