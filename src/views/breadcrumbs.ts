import { html, safeUrl, type Html } from './html.ts';
import type { NavigationLink } from './navigation.ts';
import type { Shell } from './shell.ts';
import type { Ui } from './ui.ts';

/** The way from the locale's home page down to the page, which is not repeated itself. */
export function breadcrumbs(links: readonly NavigationLink[], shell: Shell, ui: Ui): Html {
  const steps: readonly NavigationLink[] = [{ title: ui.text('home'), url: shell.homeUrl }, ...links];
  return html`<nav class="breadcrumbs" aria-label="${ui.text('you-are-here')}"><ol>${steps.map(({ title, url }) =>
    html`<li>${url === undefined ? title : html`<a href="${safeUrl(url)}">${title}</a>`}</li>`)}</ol></nav>`;
}
