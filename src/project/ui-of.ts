import type { Locale } from '../model/locale.ts';
import { uiFor, type Ui } from '../views/ui.ts';

const known = new Map<string, Ui>();

/** The interface of a locale; made once, because number and date formats are slow to make. */
export function uiOf(locale: Locale): Ui {
  const ui = known.get(locale.tag) ?? uiFor(locale);
  known.set(locale.tag, ui);
  return ui;
}
