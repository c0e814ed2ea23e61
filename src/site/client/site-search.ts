import { dress } from './dress.ts';
import { isPlainKey } from './plain-key.ts';

/** Opens the search by its button, by `/`, or by a box in the page. What searches is loaded then. */
class SiteSearch extends HTMLElement {
  #started: Promise<unknown> | undefined;

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.#open());
    this.querySelector('.search-close')?.addEventListener('click', () => this.querySelector('dialog')?.close());
    document.querySelectorAll<HTMLFormElement>('.search-field form').forEach((form) => this.#follow(form));
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || !isPlainKey(event)) return;
      event.preventDefault();
      this.#open();
    });
  }

  /** A box in the page hands what is typed on to the dialog, also at the end of a composition. */
  #follow(form: HTMLFormElement): void {
    const box = form.querySelector('input');
    const hand = (event: Event): void => {
      if (!box || (event instanceof InputEvent && event.isComposing)) return;
      event.preventDefault();
      this.#open(box.value);
      box.value = '';
    };
    for (const type of ['submit', 'click', 'input', 'compositionend']) form.addEventListener(type, hand);
  }

  #open(words = ''): void {
    const dialog = this.querySelector('dialog');
    const input = dialog?.querySelector('input');
    if (!dialog || !input || dialog.open) return;
    dialog.showModal();
    input.select();
    if (words !== '') {
      input.value = words;
      input.dispatchEvent(new Event('input'));
    }
    // Until then it takes keys unseen; without them it is shown as it is.
    void dress(this.dataset['styles']).then(() => (dialog.style.opacity = '1'));
    this.#started ??= import('./search-dialog.ts').then((module) => module.startSearch(this)).catch(() => {
      // The next opening tries again.
      this.#started = undefined;
      const status = this.querySelector('.search-status');
      if (status) status.textContent = this.dataset['failed'] ?? '';
    });
  }
}

customElements.define('site-search', SiteSearch);
