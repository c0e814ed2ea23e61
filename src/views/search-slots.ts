import { head } from './head.ts';
import { render } from './html.ts';
import { languageMenu } from './language-menu.ts';
import type { SearchSlot } from './page-slots.ts';
import type { SearchPage } from './search-page.ts';
import type { Ui } from './ui.ts';

/** HTML of every slot of the search page. Never indexed: it holds nothing of its own. */
export function searchSlots(page: SearchPage, ui: Ui): Record<SearchSlot, string> {
  return {
    head: render(head({ ...page, robots: 'noindex', canonical: undefined, alternates: [] }, 'website')),
    languages: render(languageMenu(page.languages, ui)),
  };
}
