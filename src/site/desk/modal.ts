import { html, useLayoutEffect, useRef } from 'htm/preact/standalone';
import type { ComponentChildren, VNode } from 'preact';
import { text } from './texts.ts';

export interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

/** A dialog over the desk. The browser keeps the focus in it, and gives it back. */
export function Modal({ title, onClose, children }: ModalProps): VNode {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      element.current?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  // The event of its closing comes when it is gone already, and another dialog may be there.
  return html`<dialog class="modal" ref=${element} aria-labelledby="modal-title" onClose=${() => element.current && onClose()} onCancel=${(event: Event) => { event.preventDefault(); onClose(); }}>
    <div class="modal-head"><h2 id="modal-title">${title}</h2><button type="button" class="plain" onClick=${onClose} aria-label=${text('close')}>✕</button></div>
    ${children}
  </dialog>`;
}
