/** Opens the search by its button or by `/`. What searches is loaded then. */
class SiteSearch extends HTMLElement {
  #started: Promise<unknown> | undefined;

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.#open());
    this.querySelector('.search-close')?.addEventListener('click', () => this.querySelector('dialog')?.close());
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      event.preventDefault();
      this.#open();
    });
  }

  #open(): void {
    const dialog = this.querySelector('dialog');
    if (!dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector('input')?.select();
    this.#started ??= import('./search-dialog.ts').then(({ startSearch }) => startSearch(this)).catch(() => {
      // The next opening tries again.
      this.#started = undefined;
      const status = this.querySelector('.search-status');
      if (status) status.textContent = this.dataset['failed'] ?? '';
    });
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName));
}

customElements.define('site-search', SiteSearch);
