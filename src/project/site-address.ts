/** Where an address leads that stands in a file of a finished site. */
export type SiteTarget =
  /** `file`: what a host answers with. `redirected`: it first sends the browser to the address with a slash. */
  | { readonly kind: 'file'; readonly file: string; readonly fragment: string; readonly redirected: boolean }
  /** On this site, and there is nothing. */
  | { readonly kind: 'missing' }
  /** Another site, or another part of this host. */
  | { readonly kind: 'elsewhere'; readonly foreign: boolean }
  /** Mail, phone, data. */
  | { readonly kind: 'none' };

interface SiteAddresses {
  /** Address of a file of the site, below the origin: pageAddress('a/index.html') // => '/help/a/' */
  addressOf(file: string): string;
  /** @param from file of the site that the address stands in */
  locate(url: string, from: string): SiteTarget;
}

/** More distinct addresses than that are not worth remembering. */
const KEPT_TARGETS = 50_000;

const ANY = 'http://site.invalid';

/**
 * @param files paths of all files of the site
 * @param origin of the site, without trailing slash, where it is known
 */
export function siteAddresses(files: ReadonlySet<string>, base: string, origin: string | undefined): SiteAddresses {
  const addressOf = (file: string): string => {
    if (file !== last.file) last = { file, address: pageAddress(file) };
    return last.address;
  };
  const pageAddress = (file: string): string => base + file.replace(/(^|\/)index\.html$/, '$1').split('/').map(encodeURIComponent).join('/');
  let last = { file: '', address: base };
  /** Addresses that begin at the root lead to the same place from every page, and every page has the same many. */
  const fromRoot = new Map<string, SiteTarget>();
  return {
    addressOf,
    locate(url, from) {
      if (!url.startsWith('/')) return locate(url, from);
      const known = fromRoot.get(url) ?? locate(url, from);
      if (fromRoot.size > KEPT_TARGETS) fromRoot.clear();
      fromRoot.set(url, known);
      return known;
    },
  };

  function locate(url: string, from: string): SiteTarget {
    if (url.startsWith('#')) return { kind: 'file', file: from, fragment: decode(url.slice(1)), redirected: false };
    const at = URL.parse(url, ANY + addressOf(from));
    if (at === null) return { kind: 'missing' };
    if (at.protocol !== 'http:' && at.protocol !== 'https:') return { kind: 'none' };
    const own = at.origin === ANY || (origin !== undefined && at.origin === origin);
    if (!own) return { kind: 'elsewhere', foreign: true };
    const fragment = decode(at.hash.slice(1));
    const path = decode(at.pathname);
    if (path === base.slice(0, -1)) return found('index.html', fragment, true);
    if (!path.startsWith(decode(base))) return { kind: 'elsewhere', foreign: false };
    const within = path.slice(decode(base).length);
    if (within === '' || within.endsWith('/')) return found(`${within}index.html`, fragment, false);
    return files.has(within) ? found(within, fragment, false) : found(`${within}/index.html`, fragment, true);
  }

  function found(file: string, fragment: string, redirected: boolean): SiteTarget {
    return files.has(file) ? { kind: 'file', file, fragment, redirected } : { kind: 'missing' };
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
