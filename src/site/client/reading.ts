import { chooseReadingMode } from './reading-choice.ts';
import { remember } from './remember.ts';

// The original of a block by keys and by search, and the sentences that answer each other. Reading needs none of it.
const article = document.querySelector<HTMLElement>('#article[data-facing]');
if (article) startReading(article);

function startReading(article: HTMLElement): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.className === 'k') setOpen(target.parentElement, target.checked);
    else if (target.name === 'x-mode') {
      remember('mode', target.value);
      setStops();
    }
  });
  // A page that comes back from the browser's cache, after another choice elsewhere.
  addEventListener('pageshow', chooseReadingMode);
  // The browser has found something in a closed original and opens it.
  article.addEventListener('beforematch', ({ target }) => {
    if (target instanceof Element) setOpen(target.parentElement, true);
  });
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === 'o') toggle();
    else if (event.key === 'Escape') close();
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') step(event);
  });
  article.addEventListener('pointerover', ({ target }) => mark(target));
  article.addEventListener('pointerleave', () => mark(document.activeElement));
  article.addEventListener('focusin', ({ target }) => mark(target));
  article.addEventListener('focusout', () => mark(null));
  // A selection holds one language: that in which it starts.
  article.addEventListener('pointerdown', ({ target }) => {
    article.toggleAttribute('data-copy-source', target instanceof Element && target.closest('.o') !== null);
  });
  addEventListener('hashchange', markTarget);
  setStops();
  markTarget();

  /** The block of the focus, or else the first one that is not scrolled away. */
  function toggle(): void {
    if (mode() === 'both' || mode() === 'original') return;
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const block = focusedBlock() ?? [...article.querySelectorAll('.b:has(> .k)')].find((candidate) => candidate.getBoundingClientRect().bottom > top);
    if (block) setOpen(block, !isOpen(block));
  }

  function close(): void {
    const block = focusedBlock() ?? [...article.querySelectorAll('.b')].findLast(isOpen);
    if (!block || !isOpen(block)) return;
    // What closes cannot keep the focus.
    if (document.activeElement?.closest('.o')) block.querySelector<HTMLElement>('.k')?.focus();
    setOpen(block, false);
  }

  /** From a sentence of the original to its neighbour. */
  function step(event: KeyboardEvent): void {
    const sentence = document.activeElement?.closest('[data-s]');
    if (!sentence) return;
    const all = [...article.querySelectorAll<HTMLElement>('[data-s]')].filter((other) => other.checkVisibility({ contentVisibilityAuto: true }));
    const onwards = (event.key === 'ArrowRight') === (article.dataset['facing'] === 'ltr');
    all[all.findIndex((other) => other === sentence) + (onwards ? 1 : -1)]?.focus();
    event.preventDefault();
  }

  /** One stop of the Tab key for every original; a click focuses any sentence. */
  function setStops(): void {
    const alone = mode() === 'original';
    for (const passage of article.querySelectorAll('.o')) {
      passage.querySelectorAll<HTMLElement>('[data-s]').forEach((sentence, index) => (sentence.tabIndex = alone || index > 0 ? -1 : 0));
    }
    for (const sentence of article.querySelectorAll<HTMLElement>('.t > span[id]')) sentence.tabIndex = -1;
  }

  /** A link to a sentence shows its partner as well; where the original stands alone, it leads there. */
  function markTarget(): void {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const partner = mark(target);
    if (partner && mode() === 'original') partner.scrollIntoView();
  }

  /** Marks the sentence that an element belongs to and the one that it answers; gives the latter. */
  function mark(from: EventTarget | null): Element | undefined {
    for (const marked of article.querySelectorAll('.mate')) marked.classList.remove('mate');
    const sentence = from instanceof Element ? from.closest('[data-s], .t span[id]') : null;
    const answer = sentence?.getAttribute('data-s');
    const partner = answer == null ? sentence && article.querySelector(`[data-s="${CSS.escape(sentence.id)}"]`) : document.getElementById(answer);
    if (!sentence || !partner) return undefined;
    sentence.classList.add('mate');
    partner.classList.add('mate');
    return partner;
  }
}

function focusedBlock(): Element | null | undefined {
  const focused = document.activeElement;
  return focused?.closest('.b') ?? focused?.closest('summary')?.querySelector('.b');
}

function isOpen(block: Element): boolean {
  return block.querySelector('.k:checked, .o:not([hidden])') !== null;
}

function setOpen(block: Element | null, open: boolean): void {
  const control = block?.querySelector<HTMLInputElement>('.k');
  if (control) control.checked = open;
  const source = block?.querySelector('.o');
  if (open) source?.removeAttribute('hidden');
  else source?.setAttribute('hidden', 'until-found');
}

function mode(): string | undefined {
  return document.querySelector<HTMLInputElement>('[name=x-mode]:checked')?.value;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'));
}
