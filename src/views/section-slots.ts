import { breadcrumbs } from './breadcrumbs.ts';
import { head } from './head.ts';
import { html, render, safeUrl, type Html } from './html.ts';
import { languageMenu } from './language-menu.ts';
import { missingMark } from './missing-mark.ts';
import type { SectionSlot } from './page-slots.ts';
import type { SectionItem, SectionPage } from './section-page.ts';
import { sidebar } from './sidebar.ts';
import type { Ui } from './ui.ts';

/** HTML of every slot of the section layout. */
export function sectionSlots(page: SectionPage, ui: Ui): Record<SectionSlot, string> {
  return {
    head: render(head(page, 'website')),
    languages: render(languageMenu(page.languages, ui)),
    breadcrumbs: render(breadcrumbs(page.breadcrumbs, page.shell, ui)),
    sidebar: render(sidebar(page.sidebar, ui)),
    listing: render(listing(page, ui)),
  };
}

function listing({ title, items }: SectionPage, ui: Ui): Html {
  return html`<header class="listing-head"><h1>${title}</h1><p>${items.length === 0 ? ui.text('no-articles') : ui.plural('article-count', count(items))}</p></header>
<ul class="listing">${items.map((item) => listingItem(item, ui))}</ul>`;
}

function listingItem({ title, url, description, articles, missing }: SectionItem, ui: Ui): Html {
  const name = url === undefined ? html`<span class="listing-title">${title}</span>` : html`<a class="listing-title" href="${safeUrl(url)}">${title}</a>`;
  return html`<li>${name}${articles > 0 && html` <small>${ui.plural('article-count', articles)}</small>`}${missing && missingMark(ui)}${description !== undefined && html`<p>${description}</p>`}</li>`;
}

function count(items: readonly SectionItem[]): number {
  return items.reduce((sum, { articles }) => sum + Math.max(1, articles), 0);
}
