/** What a URL written in an article is, seen without knowing the site. */
export type UrlKind =
  /** Complete in itself: http, https, mail, phone. */
  | 'absolute'
  /** `xref:uid`. */
  | 'xref'
  /** An image in the URL itself. */
  | 'image-data'
  /** To be resolved by the site: a path, a query, a fragment. */
  | 'relative'
  /** Never published: scripts and every scheme not named here. */
  | 'refused';

const ABSOLUTE = new Set(['http', 'https', 'mailto', 'tel']);
const IMAGE_DATA = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;

/** Says what a URL is, the way a browser reads it: `java\tscript:` is `javascript:`. */
export function urlKind(url: string): UrlKind {
  const trimmed = asBrowserReads(url);
  const colon = trimmed.indexOf(':');
  const pathStart = trimmed.search(/[/?#\\]/);
  if (colon === -1 || (pathStart !== -1 && pathStart < colon)) return /^[/\\]{2}/.test(trimmed) ? 'absolute' : 'relative';
  const scheme = trimmed.slice(0, colon).toLowerCase();
  if (ABSOLUTE.has(scheme)) return 'absolute';
  if (scheme === 'xref') return 'xref';
  return scheme === 'data' && IMAGE_DATA.test(trimmed) ? 'image-data' : 'refused';
}

/** Percent-encodes what may not stand in a URL; what is already encoded stays as it is. */
export function encodeUrl(url: string): string {
  const trimmed = asBrowserReads(url);
  return ILLEGAL.test(trimmed) ? trimmed.replace(ILLEGAL_ALL, encodeCharacter) : trimmed;
}

const ILLEGAL = /[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]/;
const ILLEGAL_ALL = /[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]/gu;

function encodeCharacter(character: string): string {
  return character.isWellFormed() ? encodeURIComponent(character) : '%EF%BF%BD';
}

/** WHATWG URL, basic parser steps 1 and 3: controls and blanks at the ends and all tabs and line ends go. */
function asBrowserReads(url: string): string {
  // eslint-disable-next-line no-control-regex
  if (!/[\u0000-\u0020]/.test(url)) return url;
  let start = 0;
  let end = url.length;
  while (start < end && url.charCodeAt(start) <= 0x20) start++;
  while (end > start && url.charCodeAt(end - 1) <= 0x20) end--;
  return url.slice(start, end).replace(/[\t\n\r]/g, '');
}
