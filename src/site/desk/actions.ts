import { useLayoutEffect, useState } from 'htm/preact/standalone';
import { actionOf, keyName, type ActionId, type KeyChoice, type KeyPlace } from './keys.ts';

/** Does what a key means; false leaves the key to the browser. */
export type Action = () => boolean | void;
export type Actions = Partial<Readonly<Record<ActionId, Action>>>;

/** What is on the screen says what its keys do; the last to come is asked first. */
const shown: { readonly actions: { current: Actions } }[] = [];

/** While a component is on the screen, these are its actions. */
export function useActions(actions: Actions): void {
  const entry = useEntry();
  entry.actions.current = actions;
}

export function runAction(id: ActionId): boolean {
  for (const { actions } of [...shown].reverse()) {
    const action = actions.current[id];
    if (action && action() !== false) return true;
  }
  return false;
}

/** Listens to the keys of the whole page. @returns a function that ends it */
export function listenToKeys(choice: () => KeyChoice): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const id = actionOf(keyName(event), placesOf(target), isWriting(target), choice());
    if (id !== undefined && !event.getModifierState('AltGraph') && runAction(id)) event.preventDefault();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

function placesOf(target: HTMLElement): KeyPlace[] {
  const places: KeyPlace[] = [];
  if (target.closest('.field')) places.push('editor');
  else if (target.matches('.row')) places.push('row');
  if (document.querySelector('.article-view')) places.push('article');
  if (document.querySelector('.queue-view')) places.push('queue');
  return [...places, 'desk'];
}

function isWriting(target: HTMLElement): boolean {
  return target.isContentEditable || (target.matches('input, textarea, select') && !target.matches('[type=checkbox], [type=radio]'));
}

function useEntry(): (typeof shown)[number] {
  const [entry] = useState(() => ({ actions: { current: {} as Actions } }));
  useLayoutEffect(() => {
    shown.push(entry);
    return () => {
      shown.splice(shown.indexOf(entry), 1);
    };
  }, []);
  return entry;
}
