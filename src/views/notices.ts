import type { Notice } from './article-page.ts';
import { html, safeUrl, type Html } from './html.ts';
import { uiLanguage } from './ui-language.ts';
import type { Ui } from './ui.ts';

/** What the reader must know about the text below, in the reader's language. */
export function notices(list: readonly Notice[], ui: Ui): Html {
  if (list.length === 0) return html``;
  // One way to the original is enough.
  const linked = list.findLast((notice) => notice.kind !== 'fallback');
  return html`<div class="notices" data-ui${uiLanguage(ui)}>${list.map((notice) => html`<section class="notice notice-${notice.kind}" aria-labelledby="notice-${notice.kind}"><p class="notice-title" id="notice-${notice.kind}">${title(notice, ui)}</p><p>${text(notice, ui)}${notice === linked && original(notice, ui)}</p></section>`)}</div>`;
}

function title(notice: Notice, ui: Ui): string {
  switch (notice.kind) {
    case 'machine': return ui.text('machine-title');
    case 'fallback': return ui.text('fallback-title');
    case 'stale': return ui.text('stale-title');
  }
}

function text(notice: Notice, ui: Ui): string {
  switch (notice.kind) {
    case 'machine': return notice.date === undefined ? ui.text('machine-text') : `${ui.text('machine-text')} ${ui.text('machine-date').replace('{date}', ui.date(notice.date))}`;
    case 'fallback': return ui.text('fallback-text');
    case 'stale': return ui.plural('stale-text', notice.sentences);
  }
}

function original(notice: Notice, ui: Ui): Html | undefined {
  const url = notice.kind === 'fallback' ? undefined : notice.sourceUrl;
  return url === undefined ? undefined : html` <a href="${safeUrl(url)}">${ui.text('read-original')}</a>`;
}
