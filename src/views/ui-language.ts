import { html, type Html } from './html.ts';
import type { Ui } from './ui.ts';

/** Attributes for an element with interface texts, where these are not in the language of the document. */
export function uiLanguage(ui: Ui): Html | undefined {
  return ui.foreign ? html` lang="${ui.lang}" dir="${ui.dir}"` : undefined;
}
