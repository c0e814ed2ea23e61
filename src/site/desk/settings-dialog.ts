import { html, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import { keep, kept } from './keep.ts';
import { ACTION_IDS, ACTIONS, isSingle, keyName, rivals, type ActionId, type KeyChoice } from './keys.ts';
import { Modal } from './modal.ts';
import { text } from './texts.ts';

/** All keys: to look at, to change, and to switch the single ones off; and the name that stands at what one says. */
export function SettingsDialog({ choice, onChoice, onClose }: { readonly choice: KeyChoice; readonly onChoice: (choice: KeyChoice) => void; readonly onClose: () => void }): VNode {
  const [waiting, setWaiting] = useState<ActionId | undefined>(undefined);
  const [said, setSaid] = useState('');
  const take = (event: KeyboardEvent): void => {
    if (waiting === undefined) return;
    const key = keyName(event);
    if (key === 'Tab' || key === 'Shift+Tab') return setWaiting(undefined);
    event.preventDefault();
    event.stopPropagation();
    if (key === '') return;
    setWaiting(undefined);
    if (key === 'Escape' && waiting !== 'restore') return;
    const [rival] = rivals(waiting, key, choice);
    if (rival) return setSaid(text('keys.taken', { key, action: text(`action.${rival}`) }));
    onChoice({ ...choice, keys: { ...choice.keys, [waiting]: [key, ...(choice.keys[waiting] ?? ACTIONS[waiting].keys).filter((other) => isSingle(other) !== isSingle(key))] } });
    setSaid(text('keys.changed', { key, action: text(`action.${waiting}`) }));
  };
  return html`<${Modal} title=${text('keys.title')} onClose=${onClose}>
    <div class="settings" onKeyDown=${take}>
      <label class="inline">${text('keys.name')} <input type="text" value=${kept<string>('name') ?? ''} autocomplete="name" onInput=${(event: Event) => event.target instanceof HTMLInputElement && keep('name', event.target.value.slice(0, 200))} /></label>
      <label class="tick"><input type="checkbox" checked=${choice.singleKeys} onChange=${() => onChoice({ ...choice, singleKeys: !choice.singleKeys })} /> ${text('keys.single')}</label>
      <p role="status" class="soft">${said}</p>
      <div class="keys-scroll" tabindex="0" role="group" aria-label=${text('keys.title')}><table><thead><tr><th scope="col">${text('keys.action')}</th><th scope="col">${text('keys.place')}</th><th scope="col">${text('keys.keys')}</th><th scope="col"><span class="visually-hidden">${text('keys.change')}</span></th></tr></thead><tbody>
        ${ACTION_IDS.map((id) => html`<tr>
          <th scope="row">${text(`action.${id}`)}</th>
          <td class="soft">${text(`place.${ACTIONS[id].place}`)}</td>
          <td>${(choice.keys[id] ?? ACTIONS[id].keys).map((key) => html`<kbd class=${!choice.singleKeys && isSingle(key) ? 'off' : ''}>${key}</kbd> `)}</td>
          <td><button type="button" class="small" onClick=${() => setWaiting(id)}>${waiting === id ? text('keys.press') : text('keys.change')}<span class="visually-hidden"> ${text(`action.${id}`)}</span></button></td>
        </tr>`)}
      </tbody></table></div>
      <div class="modal-actions"><button type="button" onClick=${() => onChoice({ singleKeys: true, keys: {} })}>${text('keys.reset')}</button><button type="button" class="primary" onClick=${onClose}>${text('close')}</button></div>
    </div>
  <//>`;
}
