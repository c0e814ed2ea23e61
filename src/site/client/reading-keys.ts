import { HOLDER, holderOf, setOpen, sourcesOf } from './reading-block.ts';
import { readingMode } from './reading-choice.ts';

/** `o` opens and closes the original of a block, `Escape` closes it, arrows go from sentence to sentence of an original. */
export function pressed(article: HTMLElement, key: string): void {
  if (key === 'o') toggle(article);
  else if (key === 'Escape') close(article);
  else step(article, key);
}

/** The block of the focus, or else the first one that is not scrolled away. */
function toggle(article: HTMLElement): void {
  const mode = readingMode();
  if (mode === 'both' || mode === 'original') return;
  const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const block = holderOf(document.activeElement) ?? [...article.querySelectorAll(HOLDER)].find((candidate) => candidate.getBoundingClientRect().bottom > top);
  if (block) setOpen(block, !isOpen(block));
}

function close(article: HTMLElement): void {
  const block = holderOf(document.activeElement) ?? [...article.querySelectorAll(HOLDER)].findLast(isOpen);
  if (!block || !isOpen(block)) return;
  // What closes cannot keep the focus.
  if (document.activeElement?.closest('.o')) block.querySelector<HTMLElement>(':scope > .k')?.focus();
  setOpen(block, false);
}

/** From a sentence of the original to its neighbour. */
function step(article: HTMLElement, key: string): void {
  const sentence = document.activeElement?.closest('[data-s]');
  if (!sentence) return;
  const all = [...article.querySelectorAll<HTMLElement>('[data-s]')].filter((other) => other.checkVisibility({ contentVisibilityAuto: true }));
  const onwards = (key === 'ArrowRight') === (article.dataset['facing'] === 'ltr');
  all[all.findIndex((other) => other === sentence) + (onwards ? 1 : -1)]?.focus();
}

function isOpen(holder: Element): boolean {
  return holder.querySelector(':scope > .k:checked') !== null || sourcesOf(holder).some((source) => !source.hasAttribute('hidden'));
}
