import { hashTarget, leadTo } from './hash-target.ts';
import { isPlainKey } from './plain-key.ts';
import { chooseReadingMode, readingMode } from './reading-choice.ts';
import { holderOf, setOpen } from './reading-block.ts';
import { remember } from './remember.ts';

// The original of a block by keys and by search, and the sentences that answer each other. Reading needs none of it.
const article = document.querySelector<HTMLElement>('#article[data-facing]');
if (article) startReading(article);

function startReading(article: HTMLElement): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.className === 'k' && target.parentElement) setOpen(target.parentElement, target.checked);
    else if (target.name === 'x-mode') {
      remember('mode', target.value);
      setStops();
    }
  });
  // A page that comes back from the browser's cache, after another choice elsewhere.
  addEventListener('pageshow', chooseReadingMode);
  // The browser has found something in a closed original and opens it.
  article.addEventListener('beforematch', ({ target }) => {
    const holder = target instanceof Element && holderOf(target);
    if (holder) setOpen(holder, true);
  });
  document.addEventListener('keydown', (event) => {
    if (!isPlainKey(event) || !/^(?:o|Escape|ArrowLeft|ArrowRight)$/.test(event.key) || document.querySelector('dialog[open]')) return;
    // A menu that lies over the text closes first.
    if (event.key === 'Escape' && document.querySelector(':popover-open')) return;
    // The page does not scroll where an arrow leads to the next sentence.
    if (event.key.startsWith('Arrow') && document.activeElement?.closest('[data-s]')) event.preventDefault();
    void import('./reading-keys.ts').then((keys) => keys.pressed(article, event.key));
  });
  for (const type of ['pointerover', 'focusin']) article.addEventListener(type, ({ target }) => mark(target));
  for (const type of ['pointerleave', 'focusout']) article.addEventListener(type, () => mark(document.activeElement));
  // A selection holds one language: that in which it starts.
  article.addEventListener('pointerdown', ({ target }) => {
    article.toggleAttribute('data-copy-source', target instanceof Element && target.closest('.o') !== null);
  });
  addEventListener('hashchange', markTarget);
  setStops();
  markTarget();

  /** One stop of the Tab key for every original; a click focuses any sentence. */
  function setStops(): void {
    const alone = readingMode() === 'original';
    for (const passage of article.querySelectorAll('.o')) {
      passage.querySelectorAll<HTMLElement>('[data-s]').forEach((sentence, index) => (sentence.tabIndex = alone || index > 0 ? -1 : 0));
    }
    for (const sentence of article.querySelectorAll<HTMLElement>('.t > span[id]')) sentence.tabIndex = -1;
  }

  /** A link to a sentence shows its partner as well; where the original stands alone, it leads there. */
  function markTarget(changed?: Event): void {
    const partner = mark(hashTarget());
    if (partner && readingMode() === 'original') leadTo(partner, changed);
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
