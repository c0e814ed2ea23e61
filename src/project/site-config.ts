import { parse } from 'bcp-47';
import type { Locale } from '../model/locale.ts';
import type { SiteConfig } from '../model/site.ts';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';
import { compareText } from '../text/compare-text.ts';
import { directionOf, scriptOf } from '../text/scripts.ts';
import type { SiteFile } from './site-schema.ts';

export interface SiteConfigInput {
  readonly file: SiteFile;
  /** How messages call the file. */
  readonly name: string;
  /** Names of the folders directly below the content root. */
  readonly folders: readonly string[];
  /** Does a folder (relative to the content root) exist? Asked for `dir` only. */
  readonly folderExists: (folder: string) => boolean;
  /** `--base`: a path or an absolute address. */
  readonly base?: string | undefined;
  /** `--locale`: publish only these (and the source locale). */
  readonly only?: readonly string[] | undefined;
}

/**
 * Fills in what `site.yml` leaves open: locales are the folders whose names are language tags.
 * @throws {UserError} for an invalid tag, a folder that does not exist, or a locale that is not there
 */
export function siteConfig(input: SiteConfigInput): SiteConfig {
  const { file, name } = input;
  const sourceTag = canonicalTag(file.sourceLocale ?? 'en-us', name, 'sourceLocale');
  const source = sourceTag.toLowerCase();
  const named = file.locales ? configuredLocales(input, file.locales) : discoveredLocales(input.folders);
  if (named.length === 0 || (named.length === 1 && named[0]?.id === source && !input.folders.includes(source))) throw noLocales(input);
  const all = named.some((locale) => locale.id === source) ? named : [makeLocale(sourceTag, undefined, undefined), ...named];
  const locales = onlyLocales(all, input.only, source);
  const defaultLocale = (file.defaultLocale ?? locales[0]?.id ?? source).toLowerCase();
  if (!all.some((locale) => locale.id === defaultLocale)) {
    throw new UserError(`${name}: "defaultLocale" is ${defaultLocale}, which is not a locale of this site.`, `Choose one of ${all.map((locale) => locale.id).join(', ')}.`);
  }
  const address = addressOf(file, input.base, name);
  return {
    title: titles(file.title),
    ...address,
    sourceLocale: source,
    defaultLocale,
    locales,
    missing: file.missing ?? 'source',
    repository: file.repository,
    linkBase: file.linkBase?.replace(/\/$/, ''),
    checks: file.checks ?? {},
    robots: file.robots,
    checkPages: file.checkPages ?? false,
  };
}

/**
 * True for names such as `vi-vn`, `sr-Latn-RS` or `de`; false for `docs`, `media`, `src`. Many short words are
 * registered for a language, so a three-letter one counts only with a script or region; others go through `site.yml`.
 */
export function isLocaleFolder(name: string): boolean {
  const { language, script, region } = parse(name);
  return isLanguageTag(name) && (language?.length === 2 || Boolean(script ?? region));
}

/** True for a well-formed BCP 47 tag of a language that the Unicode locale data names. */
function isLanguageTag(tag: string): boolean {
  const { language, extendedLanguageSubtags, privateuse } = parse(tag);
  if (!language || language.length > 3 || extendedLanguageSubtags.length > 0 || privateuse.length > 0) return false;
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
}

function discoveredLocales(folders: readonly string[]): Locale[] {
  return folders
    .filter(isLocaleFolder)
    .sort(compareText)
    .map((folder) => makeLocale(canonical(folder), undefined, folder));
}

function configuredLocales(input: SiteConfigInput, entries: NonNullable<SiteFile['locales']>): Locale[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    const { tag, label, dir } = typeof entry === 'string' ? { tag: entry, label: undefined, dir: undefined } : entry;
    const locale = canonicalTag(tag, input.name, 'locales');
    const id = locale.toLowerCase();
    if (seen.has(id)) throw new UserError(`${input.name} lists the locale ${id} twice.`, 'Remove one of the two entries.');
    seen.add(id);
    const folder = dir?.replace(/^\.\//, '').replace(/\/+$/, '') ?? input.folders.find((name) => name.toLowerCase() === id) ?? id;
    const isSource = id === (input.file.sourceLocale ?? 'en-us').toLowerCase();
    if (!input.folderExists(folder) && !(isSource && dir === undefined)) {
      const guess = closest(folder, input.folders);
      throw new UserError(`${input.name} lists the locale ${tag}, but the folder "${folder}" does not exist in the content.`, guess ? `Did you mean "${guess}"? Set it with "dir".` : 'Create the folder, or name another one with "dir".');
    }
    return makeLocale(locale, label, folder);
  });
}

function makeLocale(tag: string, label: string | undefined, folder: string | undefined): Locale {
  const script = scriptOf(tag);
  return { tag, id: tag.toLowerCase(), dir: directionOf(script), script, label: label ?? ownName(tag), folder: folder ?? tag.toLowerCase() };
}

/** The language's own name for itself, capitalised as a menu entry. ownName('vi-VN') // => 'Tiếng Việt (Việt Nam)' */
function ownName(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

function canonicalTag(tag: string, file: string, setting: string): string {
  if (isLanguageTag(tag)) return canonical(tag);
  throw new UserError(`${file}: "${tag}" under "${setting}" is not a language tag.`, 'Write a BCP 47 tag such as vi-VN, ar-SA, sr-Latn-RS or de.');
}

function canonical(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? tag;
}

function onlyLocales(all: readonly Locale[], only: readonly string[] | undefined, source: string): readonly Locale[] {
  if (!only || only.length === 0) return all;
  const wanted = only.map((tag) => tag.toLowerCase());
  const ids = all.map((locale) => locale.id);
  for (const id of wanted) {
    if (ids.includes(id)) continue;
    const guess = closest(id, ids);
    throw new UserError(`There is no locale "${id}" in this content.`, guess ? `Did you mean "${guess}"?` : `Available: ${ids.join(', ')}.`);
  }
  return all.filter((locale) => wanted.includes(locale.id) || locale.id === source);
}

function titles(title: SiteFile['title']): Record<string, string> {
  if (title === undefined) return {};
  if (typeof title === 'string') return { '*': title };
  return Object.fromEntries(Object.entries(title).map(([tag, text]) => [tag.toLowerCase(), text]));
}

/** Splits the address into origin and base; `--base` wins over `base`, which wins over the path of `url`. */
function addressOf(file: SiteFile, option: string | undefined, name: string): { origin: string | undefined; base: string } {
  const chosen = option ?? file.base;
  if (chosen !== undefined && /^[a-z]+:\/\//i.test(chosen)) {
    if (!URL.canParse(chosen)) throw new UserError(`The base "${chosen}" is not a valid address.`, 'Give a path such as /help/ or an address such as https://example.com/help/.');
    return splitAddress(new URL(chosen));
  }
  const own = file.url === undefined ? { origin: undefined, base: '/' } : splitAddress(new URL(file.url));
  if (chosen === undefined) return own;
  if (/[?#\s"'<>\\]|\.\.|\/\//.test(chosen)) throw new UserError(`${option === undefined ? name : '--base'}: "${chosen}" is not a path.`, 'Give a path such as /help/.');
  return { origin: own.origin, base: `/${chosen.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/') };
}

function splitAddress(url: URL): { origin: string; base: string } {
  return { origin: url.origin, base: url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/` };
}

function noLocales(input: SiteConfigInput): UserError {
  const seen = input.folders.length === 0 ? 'It has no folders.' : `Its folders are: ${input.folders.slice(0, 8).join(', ')}.`;
  return new UserError(`No locale folder was found in the content. ${seen}`, 'Name the folders by language tag (vi-vn, ar-sa …), give the folder above with --content, or list "locales" with "dir" in site.yml.');
}
