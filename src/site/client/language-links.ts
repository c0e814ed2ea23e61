import { recall } from './remember.ts';

// Links of the language menu keep the place that is being read, and the reader is told of a language that suits better.
const menu = document.querySelector('#site-languages');
const later = (): Promise<typeof import('./locale-banner.ts')> => import('./locale-banner.ts');

if (menu) {
  menu.addEventListener('beforetoggle', () => void later().then((module) => module.keepPlace(menu)));
  // Whoever has chosen once is not asked again. What is loaded for it waits until the page is painted.
  if (recall('language') === '' && mayOffer(menu)) {
    const offer = (): void => void later().then((module) => module.offerLanguage(menu));
    addEventListener('load', () => requestAnimationFrame(() => setTimeout(offer)));
  }
}

/** Whether another page is in the first of the reader's languages that the article is translated into, scripts not looked at. */
function mayOffer(list: Element): boolean {
  const pages = [...list.querySelectorAll<HTMLAnchorElement>('a:not(:has(.mark-missing))')];
  const matches = navigator.languages.map((tag) => pages.filter(({ hreflang }) => hreflang.split('-', 1)[0] === tag.split('-', 1)[0]));
  return matches.find((found) => found.length > 0)?.some((page) => !page.ariaCurrent) === true;
}
