/** A redirect as it is written somewhere in the content or in `site.yml`. Plain. */
export interface DeclaredRedirect {
  /** Path of an article that was there once, or an address that begins with `/`. */
  readonly from: string;
  /** Path of an article, an address of the site that begins with `/`, or an address on another one. */
  readonly to: string;
  /** {@link Locale.id}; undefined: all locales, unless `from` names one. */
  readonly locale: string | undefined;
  readonly place: RedirectPlace;
}

/** Where a redirect is written. Lines 1-based. */
export interface RedirectPlace {
  readonly locale: string;
  /** POSIX path relative to the locale's folder. */
  readonly path: string;
  /** POSIX path relative to the content root. */
  readonly file: string;
  readonly line: number;
}

/** Why a redirect is not published. */
export type RedirectFault =
  /** The file is no JSON, cannot be read, or has no list of redirects. */
  | 'unreadable'
  /** An entry without an old or a new address. */
  | 'incomplete'
  /** The old address leads out of the site, is one of the site's own, or depends on a query. */
  | 'bad-address'
  /** The new address is neither one of this site nor http(s). */
  | 'unsafe-target'
  /** There is a page at the old address. */
  | 'page-exists'
  /** Another redirect has the same old address and another end. */
  | 'repeated';

/** What became of a redirect. Addresses are those of the site, below its base. */
export type RedirectEnd =
  /** `via`: the redirects on the way, each by its old address; empty when it leads straight to its end. */
  | { readonly kind: 'target'; readonly via: readonly string[]; readonly target: string }
  | { readonly kind: 'loop'; readonly chain: readonly string[] }
  | { readonly kind: 'missing'; readonly target: string }
  | { readonly kind: 'faulty'; readonly fault: RedirectFault; readonly about: string };

export interface RedirectFact {
  /** As it is written. */
  readonly from: string;
  readonly to: string;
  readonly place: RedirectPlace;
  readonly end: RedirectEnd;
}
