import { html, type Html } from './html.ts';
import type { Ui } from './ui.ts';

/** Attributes for an element with interface texts, where these are not in the language of the document. */
export function languageOf(ui: Ui): { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' } {
  return ui.foreign ? { lang: ui.lang, dir: ui.dir } : {};
}

/** The same as HTML. */
export function uiLanguage(ui: Ui): Html | undefined {
  return ui.foreign ? html` lang="${ui.lang}" dir="${ui.dir}"` : undefined;
}
