import { markContents } from './contents-mark.ts';
import { copyButtons } from './copy-code.ts';
import { watchOverflow } from './overflow.ts';
import { switchTheme } from './theme-switch.ts';
import { watchTabs } from './watch-tabs.ts';

export function startWidgets(): void {
  // What the widgets are made of, in the reader's language; see components/Widgets.astro.
  const template = document.querySelector<HTMLTemplateElement>('#widgets');
  switchTheme();
  watchTabs();
  if (template) {
    copyButtons(template);
    watchOverflow(template);
    // An image that has not come yet may be large.
    const images = [...document.querySelectorAll<HTMLImageElement>('#article img')];
    if (images.some((image) => !image.complete || image.naturalWidth > image.clientWidth)) void import('./zoom.ts').then((module) => module.zoomImages(template));
  }
  markContents();
}
