import { head } from './head.ts';
import { html, render, safeUrl } from './html.ts';
import { languageMenu } from './language-menu.ts';
import type { SearchSlot } from './page-slots.ts';
import type { SearchPage } from './search-page.ts';
import type { Ui } from './ui.ts';

/** HTML of every slot of the search page. What is asked is no part of its canonical address. */
export function searchSlots(page: SearchPage, ui: Ui): Record<SearchSlot, string> {
  return {
    head: render(html`${head(page, 'website')}
${page.preloads.data.map((url) => html`<link rel="preload" as="fetch" crossorigin href="${safeUrl(url)}">
`)}${page.preloads.modules.map((url) => html`<link rel="modulepreload" href="${safeUrl(url)}">
`)}`),
    languages: render(languageMenu(page.languages, ui)),
  };
}
