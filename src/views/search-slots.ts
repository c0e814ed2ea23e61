import { head } from './head.ts';
import { render } from './html.ts';
import { languageMenu } from './language-menu.ts';
import type { SearchSlot } from './page-slots.ts';
import type { SearchPage } from './search-page.ts';
import type { Ui } from './ui.ts';

/** HTML of every slot of the search page. What is asked is no part of its canonical address. */
export function searchSlots(page: SearchPage, ui: Ui): Record<SearchSlot, string> {
  return {
    head: render(head(page, 'website')),
    languages: render(languageMenu(page.languages, ui)),
  };
}
