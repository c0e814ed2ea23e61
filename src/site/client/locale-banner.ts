import { dress } from './dress.ts';
import { placeInView } from './language-place.ts';
import { remember } from './remember.ts';

/** Lets the links of the language menu lead to what is being read, and remembers which one is followed. */
export function keepPlace(menu: Element): void {
  const { segment, heading } = placeInView();
  for (const link of linksOf(menu)) {
    const { keeps } = link.dataset;
    const place = keeps === 'segment' ? segment || heading : keeps === 'heading' ? heading : '';
    link.setAttribute('href', `${link.getAttribute('href')?.split('#', 1)[0]}${place && `#${place}`}`);
    link.onclick = () => remember('language', link.hreflang);
  }
}

/**
 * Offers the page in the first of the reader's languages in which it really exists, in that language, unless it is the
 * language that is shown. The offer lies over the page, so that nothing moves.
 */
export async function offerLanguage(menu: Element): Promise<void> {
  const shown = languageAndScript(document.querySelector<HTMLElement>('#article')?.lang ?? document.documentElement.lang);
  const pages = linksOf(menu).filter((link) => !link.querySelector('.mark-missing'));
  for (const wanted of navigator.languages.map(languageAndScript)) {
    if (wanted === shown) return;
    const link = pages.find(({ hreflang }) => languageAndScript(hreflang) === wanted);
    if (link) return show(link);
  }
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const { readerTexts } = await import('./reader-texts.ts');
  const [texts] = await Promise.all([readerTexts(link.hreflang), dress()]);
  const accept = make('a', 'button', link.querySelector('[lang]')?.textContent ?? link.hreflang);
  accept.href = link.href;
  accept.hreflang = accept.lang = link.hreflang;
  accept.onclick = () => remember('language', link.hreflang);
  const dismiss = make('button', 'header-button', '×');
  dismiss.ariaLabel = texts.close;
  dismiss.onclick = () => {
    remember('language', document.documentElement.lang);
    offer.remove();
  };
  const text = document.createElement('p');
  text.append(texts.offer, ' ', accept);
  const offer = make('aside', 'offer-banner', '');
  offer.lang = texts.lang;
  offer.dir = texts.dir;
  offer.ariaLabel = texts.offer.replace(/\s*[:：]$/, '');
  offer.append(text, dismiss);
  // Early in the order of the keyboard, though it is seen at the end of the screen.
  document.querySelector('.skip')?.after(offer);
}

function linksOf(menu: Element): HTMLAnchorElement[] {
  return [...menu.querySelectorAll<HTMLAnchorElement>('a[hreflang]')];
}

/** languageAndScript('zh-TW') // => 'zh-Hant' */
function languageAndScript(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return tag;
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
