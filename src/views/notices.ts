import type { MachineNotice, Notice } from './article-page.ts';
import { html, safeUrl, type Html } from './html.ts';
import { sourceChanges } from './source-changes.ts';
import { uiLanguage } from './ui-language.ts';
import type { Ui } from './ui.ts';

/** What the reader must know about the text below, in the reader's language. */
export function notices(list: readonly Notice[], ui: Ui): Html {
  const shown = list.filter((notice) => notice.kind !== 'machine' || !isReviewed(notice));
  if (shown.length === 0) return html``;
  // One way to the original is enough.
  const linked = shown.findLast((notice) => notice.kind !== 'fallback');
  return html`<div class="notices" data-ui${uiLanguage(ui)}>${shown.map((notice) => html`<section class="notice notice-${notice.kind}" aria-labelledby="notice-${notice.kind}"><p class="notice-title" id="notice-${notice.kind}">${title(notice, ui)}</p><p>${text(notice, ui)}${notice === linked && original(notice, ui)}</p>${more(notice, ui)}</section>`)}</div>`;
}

/** People have read all of it: it is no machine's translation any more. */
function isReviewed({ reviewed }: MachineNotice): boolean {
  return reviewed !== undefined && reviewed.of > 0 && reviewed.reviewed >= reviewed.of;
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
    case 'machine': return machineText(notice, ui);
    case 'fallback': return ui.text('fallback-text');
    case 'stale': return ui.plural('stale-text', notice.sentences);
  }
}

function machineText({ date, reviewed }: MachineNotice, ui: Ui): string {
  const sentences = [ui.text('machine-text')];
  if (date !== undefined) sentences.push(ui.text('machine-date').replace('{date}', ui.date(date)));
  if (reviewed !== undefined && reviewed.reviewed > 0) sentences.push(ui.plural('machine-reviewed', reviewed.of).replace('{done}', ui.number(reviewed.reviewed)));
  return sentences.join(' ');
}

function original(notice: Notice, ui: Ui): Html | undefined {
  // Beside a text with its original, the reading modes are the way.
  const url = notice.kind === 'fallback' || (notice.kind === 'machine' && notice.facing === true) ? undefined : notice.sourceUrl;
  return url === undefined ? undefined : html` <a href="${safeUrl(url)}">${ui.text('read-original')}</a>`;
}

/** What can be done about it. */
function more(notice: Notice, ui: Ui): Html | undefined {
  if (notice.kind === 'stale') return notice.changes && sourceChanges(notice.changes, ui);
  if (notice.kind === 'fallback' || (notice.facing !== true && notice.suggestUrl === undefined)) return undefined;
  // The label is that of a radio button among the reading modes: it switches without a script.
  return html`<p class="notice-actions">${notice.facing === true && html`<label for="x-both" class="to-facing">${ui.text('machine-facing')}</label>`}${
    notice.suggestUrl !== undefined && html` <a rel="nofollow" href="${safeUrl(notice.suggestUrl)}">${ui.text('suggest')}</a>`}</p>`;
}
