import { head } from './head.ts';
import type { HomePage, HomeSection } from './home-page.ts';
import { html, render, safeUrl, trusted, type Html } from './html.ts';
import { languageMenu } from './language-menu.ts';
import { missingMark } from './missing-mark.ts';
import type { HomeSlot } from './page-slots.ts';
import type { Ui } from './ui.ts';

/** HTML of every slot of the home layout. */
export function homeSlots(page: HomePage, ui: Ui): Record<HomeSlot, string> {
  return {
    head: render(head(page, 'website')),
    languages: render(languageMenu(page.languages, ui)),
    body: render(body(page)),
    sections: render(page.sections.map((section, index) => sectionBlock(section, index, ui))),
  };
}

function body({ body, title, description }: HomePage): Html {
  if (body === undefined) return html`<header class="hero"><h1>${title}</h1>${description !== undefined && html`<p>${description}</p>`}</header>`;
  const { locale, side } = body.content;
  return html`<article id="article" class="hero" lang="${locale.tag}" dir="${locale.dir}" data-script="${locale.script}" data-side="${side}">${trusted(body.html)}</article>`;
}

function sectionBlock({ title, url, items, count, more }: HomeSection, index: number, ui: Ui): Html {
  const id = `section-${index + 1}`;
  const heading = title ?? ui.text('articles');
  return html`<section class="facing" aria-labelledby="${id}"><div class="facing-head"><h2 id="${id}">${url === undefined ? heading : html`<a href="${safeUrl(url)}">${heading}</a>`}</h2><p>${ui.plural('article-count', count)}</p></div><ul class="facing-list">${
    items.map((item) => html`<li>${item.url === undefined ? item.title : html`<a href="${safeUrl(item.url)}">${item.title}</a>`}${item.missing && missingMark(ui)}</li>`)}${
    url !== undefined && more && html`<li class="more"><a href="${safeUrl(url)}">${ui.plural('all-articles', count)}</a></li>`}</ul></section>`;
}
