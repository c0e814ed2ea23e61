import { posix } from 'node:path';
import { parse } from 'bcp-47';
import type { Limits } from '../model/limits.ts';
import type { Locale } from '../model/locale.ts';
import type { SiteConfig } from '../model/site.ts';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';
import { compareText } from '../text/compare-text.ts';
import { ownName } from '../text/own-names.ts';
import { directionOf, languageOf, scriptOf } from '../text/scripts.ts';
import type { ParsedSiteFile } from './parse-site-file.ts';
import type { LocalText, SiteFile } from './site-schema.ts';

export interface SiteConfigInput {
  readonly file: ParsedSiteFile;
  /** Absolute path of the content root: a repository with the translations into one language has its tag in its name. */
  readonly root?: string;
  /** The language that an article says it is in (`ms.contentlocale`). Asked for when no locale is found, to say what to write. */
  readonly contentLocale?: () => string | undefined;
  /** Names of the folders directly below the content root. */
  readonly folders: readonly string[];
  /** Those of them that hold articles: only these are taken for locales without being listed. Default: all. */
  readonly articleFolders?: readonly string[];
  /** Does a folder (relative to the content root) exist? Asked for `locales` only. */
  readonly folderExists: (folder: string) => boolean;
  /** `--base`: a path or an absolute address. */
  readonly base?: string | undefined;
  /** `--locale`: publish only these (and the source locale). */
  readonly only?: readonly string[] | undefined;
}

/**
 * Fills in what `site.yml` leaves open: locales are the folders whose names are language tags; without any, the
 * repositories of one document set beside each other (`docs.de-de`, `docs.ja-jp`, and `docs` for the source), or the
 * one that the content is, or is a part of.
 * @throws {UserError} for an invalid tag, a folder that does not exist, or a locale that is not there
 */
export function siteConfig(input: SiteConfigInput): Omit<SiteConfig, 'frames'> {
  const { values, where } = input.file;
  const sourceTag = canonicalTag(values.sourceLocale ?? 'en-us', where(['sourceLocale']), 'sourceLocale');
  const source = sourceTag.toLowerCase();
  const named = values.locales ? configuredLocales(input, values.locales, source) : discoveredLocales(input);
  if (named.length === 0) throw noLocales(input);
  const places = named.some((locale) => locale.id === source) ? named : [placeLocale(sourceTag), ...named];
  const all = labelLocales(places);
  const defaultLocale = (values.defaultLocale ?? all[0]?.id ?? source).toLowerCase();
  if (!all.some((locale) => locale.id === defaultLocale)) throw notALocale(where(['defaultLocale']), `"defaultLocale" is ${values.defaultLocale}`, defaultLocale, all);
  for (const [path, text] of localTexts(values)) {
    for (const tag of typeof text === 'object' ? Object.keys(text) : []) {
      if (!all.some((locale) => locale.id === tag.toLowerCase())) throw notALocale(where([...path, tag]), `"${path.filter((step) => typeof step === 'string').join('.')}" is given for ${tag}`, tag, all);
    }
  }
  const locales = onlyLocales(all, input.only, source);
  return {
    title: byLocale(values.title),
    ...addressOf(input),
    sourceLocale: source,
    defaultLocale: locales.some((locale) => locale.id === defaultLocale) ? defaultLocale : (locales.find((locale) => locale.id !== source)?.id ?? source),
    locales,
    missing: values.missing ?? 'source',
    repository: values.repository,
    suggest: values.suggest,
    linkBase: values.linkBase?.replace(/\/$/, ''),
    checks: values.checks ?? {},
    ignore: values.ignore ?? [],
    limits: limitsByLocale(values.limits, all, source, where),
    robots: values.robots,
    checkPages: values.checkPages ?? false,
    statusPage: values.statusPage ?? false,
    review: values.review ?? false,
    feedback: values.feedback,
    hosting: values.hosting ?? 'none',
  };
}

/** A text of `site.yml` by locale id; one for all stands under `*`. */
export function byLocale(text: LocalText | undefined): Record<string, string> {
  if (text === undefined) return {};
  if (typeof text === 'string') return { '*': text };
  return Object.fromEntries(Object.entries(text).map(([tag, own]) => [tag.toLowerCase(), own]));
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
  if (canonical(tag) === undefined) return false;
  // Of two letters both say the same, and this is ten times as fast; of three letters it knows thousands that are words as well.
  if (language.length === 2) return new Intl.Locale(language).maximize().script !== undefined;
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
}

/** A locale of which only the label is still open. */
type Place = Omit<Locale, 'label'> & { readonly label: string | undefined };

function discoveredLocales(input: SiteConfigInput): Place[] {
  const { folders, articleFolders = folders } = input;
  const byId = new Map<string, Place>();
  for (const folder of articleFolders.filter(isLocaleFolder).sort(compareText)) {
    const place = placeLocale(canonical(folder) ?? folder, folder);
    const other = byId.get(place.id);
    if (other) throw new UserError(`The folders "${other.folder}" and "${folder}" are both that of the locale ${place.tag}.`, 'Put their files together in one of them.');
    byId.set(place.id, place);
  }
  return byId.size > 0 ? [...byId.values()] : repositoryLocales(articleFolders, input);
}

/** Locales of folders such as `docs.de-de` and `docs-pr.ja-JP`, or that of the content root, whose name is such a one. */
function repositoryLocales(folders: readonly string[], { root, file }: SiteConfigInput): Place[] {
  const found = folders.flatMap((folder) => {
    const parts = repositoryName(folder);
    return parts ? [{ ...parts, folder }] : [];
  }).sort((a, b) => compareText(a.folder, b.folder));
  const sets = Map.groupBy(found, ({ set }) => set);
  if (sets.size > 1) {
    const names = [...sets.values()].map((set) => set[0]?.folder ?? '');
    throw new UserError(`The content holds repositories of several document sets: ${names.slice(0, 8).join(', ')}.`, 'Put those of one set into a folder of their own and give it with --content, or list "locales" with "dir" in site.yml.');
  }
  if (found.length > 0) {
    const places = new Map<string, Place>();
    for (const { tag, folder } of found) {
      const place = placeLocale(canonical(tag) ?? tag, folder);
      const other = places.get(place.id);
      if (other) throw new UserError(`The folders "${other.folder}" and "${folder}" are both that of the locale ${place.tag}.`, 'Put their files together in one of them.');
      places.set(place.id, place);
    }
    const source = placeLocale(canonical(file.values.sourceLocale ?? 'en-us') ?? 'en-US', folders.find((folder) => found[0]?.set === repositorySet(folder)));
    return places.has(source.id) || source.folder === source.id ? [...places.values()] : [source, ...places.values()];
  }
  const above = (root ?? '').split(/[\\/]/).reverse().map(repositoryName).find((parts) => parts !== undefined);
  return above && folders.length > 0 ? [placeLocale(canonical(above.tag) ?? above.tag, '.')] : [];
}

/** repositoryName('Docs-pr.de-DE') // => { set: 'docs', tag: 'de-DE' }; a language alone is the end of other names, too. */
function repositoryName(name: string): { readonly set: string; readonly tag: string } | undefined {
  const [, set, tag] = /^(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})+)$/.exec(name) ?? [];
  return set !== undefined && tag !== undefined && isLocaleFolder(tag) ? { set: repositorySet(set), tag } : undefined;
}

const repositorySet = (name: string): string => name.toLowerCase().replace(/-pr$/, '');

function configuredLocales(input: SiteConfigInput, entries: NonNullable<SiteFile['locales']>, source: string): Place[] {
  const places: Place[] = [];
  entries.forEach((entry, index) => {
    const { tag, label, dir } = typeof entry === 'string' ? { tag: entry, label: undefined, dir: undefined } : entry;
    const where = input.file.where(['locales', index]);
    const locale = canonicalTag(tag, where, 'locales');
    const id = locale.toLowerCase();
    if (places.some((place) => place.id === id)) throw new UserError(`${where}: the locale ${tag} is listed twice.`, 'Remove one of the two entries.');
    const folder = dir === undefined ? (input.folders.find((name) => name.toLowerCase() === tag.toLowerCase()) ?? input.folders.find((name) => name.toLowerCase() === id) ?? id) : normalise(dir);
    const shared = places.find((place) => place.folder === folder);
    if (shared) throw new UserError(`${where}: the locales ${shared.tag} and ${locale} have the same folder "${folder}".`, 'Give each locale a folder of its own with "dir".');
    if (!input.folderExists(folder) && (id !== source || dir !== undefined)) {
      const guess = nearest(folder, input.folders);
      throw new UserError(`${where}: the folder "${folder}" of the locale ${tag} does not exist in the content or cannot be read.`, guess ? `Did you mean "${guess}"? Set it with "dir".` : 'Create the folder, or name another one with "dir".');
    }
    places.push(placeLocale(locale, folder, label));
  });
  return places;
}

/** normalise('./docs//vi/') // => 'docs/vi' */
function normalise(folder: string): string {
  const path = posix.normalize(folder.replaceAll('\\', '/')).replace(/(?<=.)\/+$/, '');
  return path === '' ? '.' : path;
}

function placeLocale(tag: string, folder = tag.toLowerCase(), label?: string): Place {
  const script = scriptOf(tag);
  return { tag, id: tag.toLowerCase(), dir: directionOf(script), script, label, folder };
}

/** Names each locale by its language alone, and by script or region too where another locale has the same language. */
function labelLocales(places: readonly Place[]): Locale[] {
  const byLanguage = Map.groupBy(places, ({ tag }) => languageOf(tag));
  return places.map((place) => ({ ...place, label: place.label ?? menuName(place.tag, distinctTag(place, byLanguage.get(languageOf(place.tag)) ?? [])) }));
}

/** The shortest tag that tells a locale from the others of its language. */
function distinctTag({ tag, script }: Place, sameLanguage: readonly Place[]): string {
  const language = languageOf(tag);
  if (sameLanguage.length < 2) return language;
  if (allDiffer(sameLanguage.map((place) => place.script))) return `${language}-${script}`;
  const { region } = new Intl.Locale(tag);
  return region !== undefined && allDiffer(sameLanguage.map((place) => new Intl.Locale(place.tag).region)) ? `${language}-${region}` : tag;
}

function allDiffer(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** {@link ownName} as a menu entry. menuName('fr-FR', 'fr') // => 'Français' */
function menuName(tag: string, named: string): string {
  const name = ownName(tag, named);
  const [first = ''] = name;
  return first.toLocaleUpperCase(tag) + name.slice(first.length);
}

function canonicalTag(tag: string, where: string, setting: string): string {
  const locale = isLanguageTag(tag) ? canonical(tag) : undefined;
  if (locale !== undefined) return locale;
  throw new UserError(`${where}: "${tag}" under "${setting}" is not a language tag.`, 'Write a BCP 47 tag such as vi-VN, ar-SA, sr-Latn-RS or de.');
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The name that was probably meant: one written almost so, else one that goes on after a hyphen. */
function nearest(name: string, known: readonly string[]): string | undefined {
  return closest(name, known) ?? known.find((candidate) => candidate.toLowerCase().startsWith(`${name.toLowerCase()}-`));
}

function notALocale(where: string, problem: string, tag: string, all: readonly Locale[]): UserError {
  const ids = all.map((locale) => locale.id);
  const guess = nearest(tag, ids);
  return new UserError(`${where}: ${problem}, which is not a locale of this site.`, guess ? `Did you mean "${guess}"?` : `Choose one of ${ids.join(', ')}.`);
}

function onlyLocales(all: readonly Locale[], only: readonly string[] | undefined, source: string): readonly Locale[] {
  if (!only || only.length === 0) return all;
  const wanted = only.map((tag) => tag.toLowerCase());
  const ids = all.map((locale) => locale.id);
  for (const id of wanted) {
    if (ids.includes(id)) continue;
    const guess = nearest(id, ids);
    throw new UserError(`There is no locale "${id}" in this content.`, guess ? `Did you mean "${guess}"?` : `Available: ${ids.join(', ')}.`);
  }
  return all.filter((locale) => wanted.includes(locale.id) || locale.id === source);
}

/** Everything that may be written once or per locale, with its place. */
function localTexts({ title, description, footer, slots }: SiteFile): (readonly [path: readonly (string | number)[], text: LocalText | undefined])[] {
  return [
    [['title'], title],
    [['description'], description],
    [['footer', 'text'], footer?.text],
    ...(footer?.links ?? []).map(({ label }, index) => [['footer', 'links', index, 'label'], label] as const),
    ...Object.entries(slots ?? {}).map(([name, text]) => [['slots', name], text] as const),
  ];
}

/** The limits of each translated locale: its own, and for the rest those of all. */
function limitsByLocale(limits: SiteFile['limits'], all: readonly Locale[], source: string, where: ParsedSiteFile['where']): Record<string, Limits> {
  if (!limits) return {};
  const { locales: own = {}, ...common } = limits;
  for (const tag of Object.keys(own)) {
    if (!all.some(({ id }) => id === tag.toLowerCase())) throw notALocale(where(['limits', 'locales', tag]), `"limits" names ${tag}`, tag, all);
  }
  const ownOf = (id: string): Limits => Object.entries(own).find(([tag]) => tag.toLowerCase() === id)?.[1] ?? {};
  return Object.fromEntries(all.filter(({ id }) => id !== source).map(({ id }) => [id, { ...common, ...ownOf(id) }]));
}

/** Splits the address into origin and base; `--base` wins over `base`, which wins over the path of `url`. */
function addressOf({ file: { values, where }, base: option }: SiteConfigInput): { origin: string | undefined; base: string } {
  const chosen = option ?? values.base;
  const place = option === undefined ? `${where(['base'])}: "base"` : '--base';
  if (chosen !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(chosen)) {
    if (!/^https?:\/\//i.test(chosen) || !URL.canParse(chosen)) throw new UserError(`${place} is "${chosen}", which is not a web address.`, 'Give a path such as /help/ or an address such as https://example.com/help/.');
    return splitAddress(new URL(chosen));
  }
  const own = values.url === undefined ? { origin: undefined, base: '/' } : splitAddress(new URL(values.url));
  if (chosen === undefined) return own;
  if (/[?#\s"'<>\\]|(^|\/)\.{1,2}(\/|$)|\/\//.test(chosen)) throw new UserError(`${place} is "${chosen}", which is not a path.`, 'Give a path such as /help/ or an address such as https://example.com/help/.');
  return { origin: own.origin, base: withSlash(new URL(`/${chosen.replace(/^\/+/, '')}`, 'http://localhost').pathname) };
}

function splitAddress(url: URL): { origin: string; base: string } {
  return { origin: url.origin, base: withSlash(url.pathname) };
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

function noLocales(input: SiteConfigInput): UserError {
  const says = input.contentLocale?.();
  const locale = (says !== undefined && isLanguageTag(says) && canonical(says)) || 'de-DE';
  const empty = input.folders.find((folder) => folder.includes('-') && isLocaleFolder(folder) && !input.articleFolders?.includes(folder));
  if (empty !== undefined) return new UserError(`No locale folder with articles was found in the content: "${empty}" holds no Markdown file (.md, .mdx).`, 'Put the articles there, or give another folder with --content.');
  const seen = input.folders.length === 0 ? 'It has no folders.' : `Its folders are: ${input.folders.slice(0, 8).join(', ')}.`;
  return new UserError(`No locale folder was found in the content. ${seen}`, `Name the folders by language tag (vi-vn, ar-sa …), give the folder above with --content, or write in site.yml where each language lies, such as "locales: [{ tag: ${locale}, dir: . }]" for a folder of one language.`);
}
