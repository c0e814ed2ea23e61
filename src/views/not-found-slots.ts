import { head } from './head.ts';
import { html, render } from './html.ts';
import { languageMenu } from './language-menu.ts';
import type { NotFoundPage } from './not-found-page.ts';
import type { NotFoundSlot } from './page-slots.ts';
import type { Ui } from './ui.ts';

/** HTML of every slot of the layout for unknown addresses. Never indexed. */
export function notFoundSlots(page: NotFoundPage, ui: Ui): Record<NotFoundSlot, string> {
  const title = ui.text('not-found-title');
  return {
    head: render(head({ ...page, title, robots: 'noindex', canonical: undefined, alternates: [] }, 'website')),
    languages: render(languageMenu(page.languages, ui)),
    body: render(html`<h1>${title}</h1><p>${ui.text('not-found-text')}</p>`),
  };
}
