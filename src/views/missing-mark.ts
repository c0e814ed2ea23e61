import { html, type Html } from './html.ts';
import { uiLanguage } from './ui-language.ts';
import type { Ui } from './ui.ts';

/** Beside an entry that leads to an article in the source language, for want of a translation. */
export function missingMark(ui: Ui): Html {
  return html` <small class="mark mark-missing"${uiLanguage(ui)}>${ui.text('mark-missing')}</small>`;
}
