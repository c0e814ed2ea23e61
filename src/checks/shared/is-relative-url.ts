/**
 * True for addresses that lead to a file of the same content: not absolute, not site-root (`/…`), not a docset
 * root (`~/…`), not a fragment, not with a scheme (`https:`, `xref:`, `data:`, `mailto:`).
 */
export function isRelativeUrl(url: string): boolean {
  return url !== '' && !/^(?:[#/\\?]|~\/|[a-z][a-z\d+.-]*:|@)/i.test(url);
}
