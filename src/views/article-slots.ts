import type { Locale } from '../model/locale.ts';
import type { ArticlePage, PageHeading } from './article-page.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { head } from './head.ts';
import { html, render, safeUrl, trusted, type Html } from './html.ts';
import { languageMenu } from './language-menu.ts';
import type { NavigationLink } from './navigation.ts';
import { notices } from './notices.ts';
import type { ArticleSlot } from './page-slots.ts';
import { readingModes } from './reading-modes.ts';
import { sidebar } from './sidebar.ts';
import { sentenceAttributes } from './suggest.ts';
import { uiLanguage } from './ui-language.ts';
import type { Ui } from './ui.ts';

/** HTML of every slot of the article layout. */
export function articleSlots(page: ArticlePage, ui: Ui): Record<ArticleSlot, string> {
  return {
    head: render(head(page, 'article', page.updated)),
    languages: render(languageMenu(page.languages, ui)),
    breadcrumbs: render(breadcrumbs(page.breadcrumbs, page.shell, ui)),
    sidebar: render(sidebar(page.sidebar, ui)),
    modes: page.facing ? render(readingModes(ui)) : '',
    notices: render(notices(page.notices, ui)),
    article: render(article(page)),
    contents: render(contents(page, ui)),
    pager: render(pager(page.previous, page.next, ui)),
    meta: render(meta(page, ui)),
  };
}

/** The article's own content, in its own language, which need not be the reader's. */
function article({ title, headings, content: { locale, side }, facing, sentences, articleHtml }: ArticlePage): Html {
  // An article without a first-level heading is titled by its metadata, which is no word of its text.
  const heading = !headings.some(({ depth }) => depth === 1) && html`<h1 data-ui>${title}</h1>`;
  return html`<article id="article" lang="${locale.tag}" dir="${locale.dir}" data-script="${locale.script}" data-side="${side}"${facing && html` data-facing="${facing.dir}"`}${sentenceAttributes(sentences)}>${heading}${trusted(articleHtml)}</article>`;
}

function contents({ headings, content: { locale }, facing }: ArticlePage, ui: Ui): Html {
  // The h1 is the page; below h3 the list would be as long as the article.
  const listed = headings.filter(({ depth, id }) => depth > 1 && depth < 4 && id !== '');
  if (listed.length < 2) return html``;
  return html`<details class="contents"><summary${uiLanguage(ui)}>${ui.text('on-this-page')}</summary><nav aria-label="${ui.text('on-this-page')}"><ul lang="${locale.tag}" dir="${locale.dir}" data-script="${locale.script}">${listed.map((heading) => contentsItem(heading, facing))}</ul></nav></details>`;
}

function contentsItem({ depth, id, html: inner, source }: PageHeading, facing: Locale | undefined): Html {
  const text = facing === undefined || source === undefined || source === inner ? trusted(inner)
    : html`<span class="t">${trusted(inner)}</span><span class="o" data-side="source" lang="${facing.tag}" dir="${facing.dir}" data-script="${facing.script}" hidden>${trusted(source)}</span>`;
  return html`<li${depth > 2 && html` class="deeper"`}><a href="#${id}">${text}</a></li>`;
}

function pager(previous: NavigationLink | undefined, next: NavigationLink | undefined, ui: Ui): Html {
  if (previous === undefined && next === undefined) return html``;
  return html`<nav class="pager" aria-label="${ui.text('neighbours')}">${pagerLink(previous, 'prev', ui)}${pagerLink(next, 'next', ui)}</nav>`;
}

function pagerLink(link: NavigationLink | undefined, rel: 'prev' | 'next', ui: Ui): Html | undefined {
  return link?.url === undefined ? undefined : html`<a class="pager-${rel}" rel="${rel}" href="${safeUrl(link.url)}"><span class="pager-label"${uiLanguage(ui)}>${ui.text(rel === 'prev' ? 'previous' : 'next')}</span> <span class="pager-title">${link.title}</span></a>`;
}

function meta({ updated, editUrl, feedbackUrl }: ArticlePage, ui: Ui): Html {
  if (updated === undefined && editUrl === undefined && feedbackUrl === undefined) return html``;
  const [before, after] = ui.text('last-updated').split('{date}');
  return html`<p class="page-meta"${uiLanguage(ui)}>${updated !== undefined && html`<span>${before}<time datetime="${updated}">${ui.date(updated)}</time>${after}</span>`}${
    editUrl !== undefined && html` <a href="${safeUrl(editUrl)}">${ui.text('edit-page')}</a>`}${
    feedbackUrl !== undefined && html` <a href="${safeUrl(feedbackUrl)}">${ui.text('feedback')}</a>`}</p>`;
}
