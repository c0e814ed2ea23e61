import type { DeclaredRedirect, RedirectPlace } from '../model/redirect.ts';
import type { ContentMap } from './content-map.ts';
import type { PageFacts } from './page-facts.ts';
import { pageSlug } from './page-slug.ts';
import { articlePlace } from './redirects-declared.ts';

/** One redirect of one locale. */
export interface RedirectRule {
  /** Decoded address below the base; ends with a slash, or names an HTML file: `vi-vn/guides/old/`. Undefined: no page can be there. */
  readonly address: string | undefined;
  /** {@link Locale.id} of readers who ask for it. */
  readonly locale: string;
  readonly to: string;
  /** Article that `to` is relative to; empty: the locale's folder. */
  readonly base: string;
  /** The old address as it is written. */
  readonly from: string;
  readonly place: RedirectPlace;
  /** Stands in for a locale without the article: a finding would only repeat another. */
  readonly silent: boolean;
}

/** All redirects locale by locale, in the order in which they win. @param facts sorted */
export function redirectRules(map: ContentMap, facts: readonly PageFacts[]): RedirectRule[] {
  return [...map.redirects.redirects.flatMap((redirect) => declaredRules(map, redirect)), ...facts.flatMap((page) => articleRules(map, page))];
}

function declaredRules(map: ContentMap, { from, to, locale, place }: DeclaredRedirect): RedirectRule[] {
  const { locales, defaultLocale } = map.config;
  const read = readAddress(map, from);
  const rule = { to, base: '', from, place, silent: false };
  if (!read) return [{ ...rule, locale: place.locale, address: undefined }];
  const named = read.locale ?? locale;
  // Outside of all locales: an address of an older site.
  if (read.isAbsolute && named === undefined) return [{ ...rule, locale: defaultLocale, address: unreserved(read.below) }];
  return locales.filter(({ id }) => named === undefined || id === named).map(({ id }) => ({ ...rule, locale: id, address: `${id}/${read.below}` }));
}

function articleRules(map: ContentMap, { locale, path, redirect, aliases, kind }: PageFacts): RedirectRule[] {
  const slug = map.slugs.get(path);
  if (slug === undefined) return [];
  const rule = { locale, base: path, place: articlePlace(map.config, locale, path), silent: kind !== 'own' };
  const own = redirect === undefined ? [] : [{ ...rule, address: `${locale}/${slug}`, to: redirect, from: path }];
  const former = (aliases ?? []).map((from) => {
    const read = readAddress(map, from);
    const address = read && (read.isAbsolute && read.locale === undefined ? unreserved(read.below) : `${read.locale ?? locale}/${read.below}`);
    return { ...rule, base: '', address, to: path, from };
  });
  return [...own, ...former];
}

/** Folders and files at the root that the site itself needs. */
const RESERVED = /^(?:_astro|assets|search|checks|status|badges|interlinear-templates)(?:\/|$)|^(?:index|404)\.html$/;

function unreserved(address: string): string | undefined {
  return RESERVED.test(address) ? undefined : address;
}

interface ReadAddress {
  /** Below the locale, or below the base when no locale is named. */
  readonly below: string;
  readonly locale: string | undefined;
  readonly isAbsolute: boolean;
}

/**
 * What begins with `/` is taken as it is; a path gets the address that its article had.
 * readAddress(map, 'guides/Old.md') // => { below: 'guides/old/', locale: undefined, isAbsolute: false }
 * @returns undefined for what no page of this site can have
 */
function readAddress({ config }: ContentMap, written: string): ReadAddress | undefined {
  // eslint-disable-next-line no-control-regex
  if (/[?#\u0000-\u001f\u007f]|^\s*$|^[a-z][a-z0-9+.-]*:|^[\\/]{2}/i.test(written)) return undefined;
  const path = decode(written.trim()).replaceAll('\\', '/');
  const isAbsolute = path.startsWith('/');
  const inside = isAbsolute && path.startsWith(config.base) ? path.slice(config.base.length) : path;
  const parts = inside.split('/').filter((part) => part !== '' && part !== '.');
  // eslint-disable-next-line no-control-regex
  if (parts.length === 0 || parts.some((part) => part === '..' || /[\u0000-\u001f\u007f]/.test(part))) return undefined;
  if (/^404(?:\.html?)?$/i.test(parts.at(-1) ?? '')) return undefined;
  const named = config.locales.find(({ id, folder }) => parts[0]?.toLowerCase() === id || parts[0] === folder);
  const rest = (named ? parts.slice(1) : parts).join('/');
  if (!isAbsolute) return { below: pageSlug(rest.replace(/\.(?:ya?ml|html?)$/i, '')), locale: named?.id, isAbsolute };
  const below = rest === '' ? '' : /\.html?$/i.test(rest) ? rest.replace(/(^|\/)index\.html$/i, '$1') : `${rest}/`;
  return { below, locale: named?.id, isAbsolute };
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
