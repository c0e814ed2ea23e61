import { withoutUrlLocale } from './without-url-locale.ts';

/**
 * An address in the form in which those of both sides are compared: without the locale in its path and the slash at its
 * end, percent-encoding resolved.
 * comparableUrl('https://Learn.microsoft.com/de-de/x/') // => '//learn.microsoft.com/x'
 */
export function comparableUrl(url: string): string {
  return withoutUrlLocale(url.includes('%') ? decoded(url) : url)
    .replace(/^(?:https?:)?\/\/([^/?#]*)/i, (_, host: string) => `//${host.toLowerCase()}`)
    .replace(/\/(?=[?#]|$)/, '');
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
