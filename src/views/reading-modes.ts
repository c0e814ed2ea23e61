import { html, type Html } from './html.ts';
import { uiLanguage } from './ui-language.ts';
import type { Ui } from './ui.ts';

/** Id of the text that names every control which opens a passage of the source. */
export const SHOW_ORIGINAL = 'x-show';

const MODES = ['translation', 'demand', 'both', 'original'] as const;

/** It is the same on all pages of a locale. */
const made = new WeakMap<Ui, Html>();

/** The choice between the four ways to read an article. The styles follow it without a script. */
export function readingModes(ui: Ui): Html {
  const known = made.get(ui) ?? makeModes(ui);
  made.set(ui, known);
  return known;
}

function makeModes(ui: Ui): Html {
  return html`<fieldset class="modes" data-ui${uiLanguage(ui)}><legend class="visually-hidden">${ui.text('reading-mode')}</legend>${MODES.map((mode) =>
    html`<label><input type="radio" name="x-mode" id="x-${mode}" value="${mode}"${mode === 'translation' && html` checked`}><span>${ui.text(`mode-${mode}`)}</span></label>`)}<span id="${SHOW_ORIGINAL}" hidden>${ui.text('show-original')}</span></fieldset>`;
}
