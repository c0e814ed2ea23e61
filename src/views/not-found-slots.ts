import { head } from './head.ts';
import { html, render, safeUrl } from './html.ts';
import { languageMenu } from './language-menu.ts';
import type { NotFoundPage } from './not-found-page.ts';
import type { NotFoundSlot } from './page-slots.ts';
import { uiLanguage } from './ui-language.ts';
import type { Ui } from './ui.ts';

/** HTML of every slot of the layout for unknown addresses. Never indexed. */
export function notFoundSlots(page: NotFoundPage, ui: Ui): Record<NotFoundSlot, string> {
  const title = ui.text('not-found-title');
  return {
    head: render(head({ ...page, title, robots: 'noindex', canonical: undefined, alternates: [] }, 'website')),
    languages: render(languageMenu(page.languages, ui)),
    body: render(html`<div class="lost"${uiLanguage(ui)}><p class="lost-code" aria-hidden="true">404</p><div><h1>${title}</h1><p>${ui.text('not-found-text')}</p><p><a class="button" href="${safeUrl(page.shell.homeUrl)}">${ui.text('go-home')}</a></p></div></div>`),
  };
}
