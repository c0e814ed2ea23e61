/**
 * Takes the locales out of addresses in a text: translation changes them on purpose (FORMAT.md §4).
 * withoutUrlLocale('https://learn.microsoft.com/de-de/x') // => 'https://learn.microsoft.com/x'
 */
export function withoutUrlLocale(text: string): string {
  return text.replace(LOCALE, '$1/');
}

/** `/de-de/`, `/sr-latn-rs/`; a language alone (`/de/`) may be a folder of any kind. */
const LOCALE = /(^|[^/:])\/[a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2}(?=[/?#]|$)\/?/gi;
