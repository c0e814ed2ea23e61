import { head } from './head.ts';
import { html, render, safeUrl, type Html } from './html.ts';
import type { RootSlot } from './page-slots.ts';
import type { RootLanguage, RootPage } from './root-page.ts';
import { uiFor, type Ui } from './ui.ts';

/** HTML of every slot of the root layout. */
export function rootSlots(page: RootPage, ui: Ui): Record<RootSlot, string> {
  return {
    head: render(head(page, 'website')),
    body: render(html`<div class="offer"><header class="offer-head"><h1>${page.title}</h1><p>${ui.text('choose-language')}</p></header><nav aria-label="${ui.text('languages')}"><ul class="offer-list">${page.languages.map(offer)}</ul></nav></div>`),
  };
}

function offer({ locale, url, siteTitle }: RootLanguage): Html {
  const own = uiFor(locale);
  return html`<li lang="${locale.tag}" dir="${locale.dir}" data-script="${locale.script}"><a href="${safeUrl(url)}" hreflang="${locale.tag}"><span class="offer-name">${locale.label}</span> <span class="offer-title">${siteTitle}</span></a>${!own.foreign && html`<p aria-hidden="true">${own.text('choose-language')}</p>`}</li>`;
}
