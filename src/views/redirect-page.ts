import { html, render } from './html.ts';
import type { Ui } from './ui.ts';

/** The page that stands at an old address, for hosts that know of no redirects. */
export interface RedirectPage {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Where it leads: site-root relative or http(s). */
  readonly url: string;
  /** The same with the origin of the site, where that is known. */
  readonly canonical: string;
  /** Title of the page it leads to. */
  readonly title: string | undefined;
}

/** A whole document without script: the browser goes on by itself, and a reader has a link. */
export function redirectPage({ lang, dir, url, canonical, title }: RedirectPage, ui: Ui): string {
  return render(html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title ?? ui.text('page-moved')}</title>
<link rel="canonical" href="${canonical}">
<meta http-equiv="refresh" content="0; url=${url}">
</head>
<body>
<p>${ui.text('page-moved')} <a href="${url}">${title ?? canonical}</a></p>
</body>
</html>
`);
}
