import { absoluteUrl } from '../views/alternates.ts';
import { redirectPage } from '../views/redirect-page.ts';
import type { SiteConfig } from '../model/site.ts';
import { localeOf } from './article-page.ts';
import type { SiteRedirect } from './redirects.ts';
import type { TextFile } from './text-file.ts';
import { uiOf } from './ui-of.ts';

/** Bytes that Azure Static Web Apps takes of its configuration (learn.microsoft.com, "Configure Azure Static Web Apps"). */
const AZURE_LIMIT = 20 * 1024;

/**
 * All redirects in the forms that hosts read, and a page at every old address for hosts that read none of them:
 * `_redirects` (Netlify, Cloudflare Pages, GitLab Pages), `staticwebapp.config.json` (Azure), `redirects.map` (nginx).
 */
export function redirectFiles(config: SiteConfig, redirects: readonly SiteRedirect[]): TextFile[] {
  if (redirects.length === 0) return [];
  const rows = redirects.map(({ address, url }) => ({ from: decodeURI(config.base) + address, url }));
  const azure = `${JSON.stringify({ routes: rows.map(({ from, url }) => ({ route: encodeURI(from), redirect: url, statusCode: 301 })) }, null, 2)}\n`;
  return [
    { path: '_redirects', text: rows.map(({ from, url }) => `${pathWord(from)} ${url} 301\n`).join('') },
    // Longer, it would not be read at all.
    ...(Buffer.byteLength(azure) <= AZURE_LIMIT ? [{ path: 'staticwebapp.config.json', text: azure }] : []),
    { path: 'redirects.map', text: rows.map(({ from, url }) => `${nginxWord(from)} ${nginxWord(url.replaceAll('$', '%24'))};\n`).join('') },
    ...redirects.map((redirect) => ({ path: /\.html?$/i.test(redirect.address) ? redirect.address : `${redirect.address}index.html`, text: pageText(config, redirect) })),
  ];
}

function pageText(config: SiteConfig, { locale: id, url, title }: SiteRedirect): string {
  const locale = localeOf(config, id);
  const canonical = url.startsWith('/') ? absoluteUrl(url, config.origin) : url;
  return redirectPage({ lang: locale.tag, dir: locale.dir, url, canonical, title }, uiOf(locale));
}

/** A path of `_redirects`: blanks end it, `*` and `:` would be patterns. */
function pathWord(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/').replaceAll('*', '%2A');
}

/** A word of nginx's configuration. nginx compares the decoded path of a request. */
function nginxWord(word: string): string {
  return `"${word.replace(/["\\]/g, '\\$&')}"`;
}
