import { fillPattern } from '../../text/fill-pattern.ts';
import { lineOf } from '../../text/segment-lines.ts';
import type { ReaderTexts } from '../../model/reader-texts.ts';
import { dress } from './dress.ts';

/** Characters of a sentence that fit into an address. */
const LONGEST = 300;
/** Pixels between the menu and the sentence or the edge of the screen. */
const GAP = 6;

const menu = document.createElement('div');
menu.className = 'segment-menu';
menu.popover = 'auto';
menu.role = 'toolbar';
menu.ariaOrientation = 'vertical';
menu.dataset['ui'] = '';
let shown: HTMLElement | undefined;
/** The sentence in focus whose menu was closed: it stays closed until another one has the focus. */
let dismissed: HTMLElement | undefined;

// One stop of the Tab key, for every sentence in focus has the menu; arrows go on.
menu.addEventListener('keydown', (event) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const links = [...menu.querySelectorAll('a')];
  const next = links[links.findIndex((link) => link === document.activeElement) + step];
  if (step === 0 || !next) return;
  event.preventDefault();
  next.focus();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !isOpen()) return;
  // The key has done its work: the original below stays open.
  event.preventDefault();
  dismissed = shown;
  if (menu.contains(document.activeElement)) shown?.focus();
  menu.hidePopover();
}, true);
menu.addEventListener('toggle', ({ newState }) => {
  if (newState === 'closed') menu.remove();
});
document.addEventListener('focusin', ({ target }) => {
  if (isOpen() && target instanceof Node && !menu.contains(target) && !shown?.contains(target)) menu.hidePopover();
});

/** Opens the menu of a sentence: the first one of a selection, or the one that an element belongs to. */
export async function showMenu(article: HTMLElement, place: Range | Element): Promise<void> {
  const sentence = place instanceof Range ? firstIn(place) : place.closest<HTMLElement>(SENTENCE);
  if (!sentence || (place instanceof Element && sentence === dismissed)) return;
  dismissed = undefined;
  await open(article, sentence, place.getBoundingClientRect());
}

function firstIn(range: Range): HTMLElement | undefined {
  const root = range.commonAncestorContainer;
  const element = root instanceof Element ? root : root.parentElement;
  const around = element?.closest<HTMLElement>(SENTENCE);
  if (around) return around;
  return [...element?.querySelectorAll<HTMLElement>(SENTENCE) ?? []].find((sentence) => idOf(sentence) !== undefined && sentence.checkVisibility({ visibilityProperty: true }) && range.intersectsNode(sentence));
}

const SENTENCE = '[data-s],#article span[id^=s]';

function idOf(sentence: HTMLElement): string | undefined {
  const id = sentence.dataset['s'] ?? sentence.id;
  return /^s\d+$/.test(id) ? id : undefined;
}

async function open(article: HTMLElement, sentence: HTMLElement, { left, top, bottom }: DOMRect): Promise<void> {
  const id = idOf(sentence);
  if (id === undefined || (shown === sentence && isOpen())) return;
  const { readerTexts } = await import('./reader-texts.ts');
  const [texts] = await Promise.all([readerTexts(document.documentElement.lang), dress()]);
  // What a reader has opened meanwhile stays open.
  if (document.querySelector(':popover-open:not(.segment-menu)')) return;
  shown = sentence;
  menu.ariaLabel = texts.menu;
  menu.lang = texts.lang;
  menu.dir = texts.dir;
  menu.replaceChildren(...entries(article, id, texts));
  menu.querySelectorAll('a').forEach((link, index) => (link.tabIndex = index === 0 ? 0 : -1));
  // Next in the order of the keyboard.
  sentence.after(menu);
  menu.showPopover();
  const { offsetHeight, offsetWidth } = menu;
  // Below, where there is room: a phone has its own menu above a selection.
  const isAbove = bottom + GAP + offsetHeight > innerHeight && top > offsetHeight + 2 * GAP;
  menu.style.top = `${scrollY + (isAbove ? top - offsetHeight - GAP : bottom + GAP)}px`;
  menu.style.left = `${scrollX + Math.max(GAP, Math.min(left, document.documentElement.clientWidth - offsetWidth - GAP))}px`;
}

function isOpen(): boolean {
  return menu.matches(':popover-open');
}

function entries(article: HTMLElement, id: string, texts: ReaderTexts): Node[] {
  const address = new URL(`#${id}`, document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href).href;
  const { edit, suggest, lines = '' } = article.dataset;
  const line = String(lineOf(lines, Number(id.slice(1))) ?? 1);
  const editUrl = edit && fillPattern(edit, { line });
  const suggestUrl = suggest && fillPattern(suggest, { line, url: address, segment: id.slice(1), source: sourceOf(article, id), target: shorten(document.getElementById(id)?.textContent ?? '') });
  return [
    copyLink(id, texts),
    ...(suggestUrl ?? editUrl ? [link(suggestUrl ?? editUrl ?? '', texts.suggest)] : []),
    ...(suggestUrl !== undefined && editUrl !== undefined ? [link(editUrl, texts.edit)] : []),
    ...changeOf(id, texts),
  ];
}

/** A link to the sentence that copies itself; where that is not allowed, it leads to the sentence and shows its address. */
function copyLink(id: string, texts: ReaderTexts): HTMLAnchorElement {
  const copy = link(`#${id}`, texts.copy);
  copy.addEventListener('click', (event) => {
    event.preventDefault();
    const { href } = copy;
    const say = (): void => {
      copy.textContent = texts.copied;
      const status = document.querySelector('#status');
      if (status) status.textContent = texts.copied;
    };
    const go = (): void => location.assign(href);
    if (isSecureContext) navigator.clipboard.writeText(href).then(say, go);
    else go();
  });
  return copy;
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  if (!href.startsWith('#')) made.rel = 'nofollow';
  return made;
}

/** What changed in the original of the sentence, as the notice above the text tells it. */
function changeOf(id: string, texts: ReaderTexts): Node[] {
  const words = document.querySelector(`.change a[href="#${id}"] ~ [data-side=source]`)?.cloneNode(true);
  if (!words) return [];
  const heading = document.createElement('p');
  heading.className = 'segment-changed';
  heading.textContent = texts.changed;
  return [heading, words];
}

/** The source of a sentence, also while another language stands in its place. */
function sourceOf(article: HTMLElement, id: string): string {
  const source = article.querySelector<HTMLElement>(`[data-s="${id}"]`);
  return shorten(source?.dataset['source'] ?? source?.textContent ?? '');
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
