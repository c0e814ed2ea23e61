import type { ReaderTexts } from '../model/reader-texts.ts';
import type { Ui } from './ui.ts';

/** The texts that scripts load in one language: kept apart from the pages, so that none carries them. */
export function readerTexts(ui: Ui): ReaderTexts {
  return {
    lang: ui.lang,
    dir: ui.dir,
    suggest: ui.text('suggest'),
    close: ui.text('close'),
    menu: ui.text('segment-menu'),
    copy: ui.text('segment-copy'),
    copied: ui.text('segment-copied'),
    edit: ui.text('segment-edit'),
    changed: ui.text('segment-changed'),
    failed: ui.text('compare-failed'),
    differs: ui.text('compare-differs'),
    offer: ui.text('offer-text'),
  };
}
