import type { FolderListing, RefusedEntry } from '../model/host.ts';
import type { Locale } from '../model/locale.ts';
import { SIDECAR_ENDING } from '../review/sidecar.ts';

/** Every file of the content by locale, as names only: nothing has been read. */
export interface Inventory {
  readonly locales: ReadonlyMap<string, LocaleFiles>;
  /** All files below the content root, relative to it; without those of {@link reviews}, which are nobody's to link or to publish. */
  readonly files: ReadonlySet<string>;
  /** Files in which people have said what they think of an article's translation; relative to the content root. */
  readonly reviews: ReadonlySet<string>;
  readonly refused: readonly RefusedEntry[];
}

interface LocaleFiles {
  readonly locale: Locale;
  /** Articles (`.md`, `.mdx`), relative to the locale's folder, sorted. */
  readonly articles: readonly string[];
  /** Navigation files (`toc.yml` in any case), relative to the locale's folder, sorted. */
  readonly tocs: readonly string[];
  /** Those of the older form (`TOC.md`), in folders without a `toc.yml`. No articles. */
  readonly markdownTocs: readonly string[];
  /** Lower-cased article path → its path: links are written without regard to case. */
  readonly byLowerCase: ReadonlyMap<string, string>;
}

/** Sorts a listing of the content root into locales. Folders of locales may lie outside the root (`dir` in `site.yml`). */
export function takeInventory(locales: readonly Locale[], root: FolderListing, outside: ReadonlyMap<string, FolderListing>): Inventory {
  const files = new Set<string>();
  const reviews = new Set<string>();
  const add = (file: string): void => void (file.endsWith(SIDECAR_ENDING) ? reviews : files).add(file);
  root.files.forEach(add);
  const refused = [...root.refused];
  const byLocale = new Map<string, LocaleFiles>();
  const grouped = groupByFolder(root.files, locales.filter((locale) => !outside.has(locale.folder)));
  for (const locale of locales) {
    const elsewhere = outside.get(locale.folder);
    for (const path of elsewhere?.files ?? []) add(`${locale.folder}/${path}`);
    for (const entry of elsewhere?.refused ?? []) refused.push({ ...entry, path: `${locale.folder}/${entry.path}` });
    byLocale.set(locale.id, localeFiles(locale, elsewhere?.files ?? grouped.get(locale.folder) ?? []));
  }
  return { locales: byLocale, files, reviews, refused };
}

/** Folder of a locale that `site.yml` places outside the content root. */
export function isOutside(locale: Locale): boolean {
  return locale.folder === '..' || locale.folder.startsWith('../');
}

/** contentFile(locale, 'guides/install.md') // => 'vi-vn/guides/install.md', relative to the content root */
export function contentFile({ folder }: Pick<Locale, 'folder'>, path: string): string {
  return folder === '.' ? path : `${folder}/${path}`;
}

/** The locale in whose folder a file lies (path relative to the content root); with nested folders, the innermost. */
export function localeOfFile<Place extends Pick<Locale, 'folder'>>(locales: readonly Place[], file: string): Place | undefined {
  let best: Place | undefined;
  for (const locale of locales) {
    const within = locale.folder === '.' || file.startsWith(`${locale.folder}/`);
    if (within && (best === undefined || best.folder === '.' || locale.folder.length > best.folder.length)) best = locale;
  }
  return best;
}

function groupByFolder(files: readonly string[], locales: readonly Locale[]): Map<string, string[]> {
  const grouped = new Map(locales.map((locale) => [locale.folder, [] as string[]]));
  const nested = locales.some(({ folder }) => folder === '.' || folder.includes('/'));
  for (const file of files) {
    const top = file.slice(0, Math.max(0, file.indexOf('/')));
    const folder = nested ? localeOfFile(locales, file)?.folder : top;
    if (folder !== undefined) grouped.get(folder)?.push(folder === '.' ? file : file.slice(folder.length + 1));
  }
  return grouped;
}

const MARKDOWN_TOC = /(^|\/)toc\.md$/i;

function localeFiles(locale: Locale, files: readonly string[]): LocaleFiles {
  const articles: string[] = [];
  const tocs: string[] = [];
  const markdownTocs: string[] = [];
  const byLowerCase = new Map<string, string>();
  for (const file of files) {
    const lower = file.toLowerCase();
    if (lower.endsWith('toc.md') && MARKDOWN_TOC.test(file)) markdownTocs.push(file);
    else if (lower.endsWith('.md') || lower.endsWith('.mdx')) {
      articles.push(file);
      byLowerCase.set(lower, file);
    } else if (lower.endsWith('toc.yml') && /(^|\/)toc\.yml$/i.test(file)) tocs.push(file);
  }
  const withToc = new Set(tocs.map((file) => file.replace(/[^/]*$/, '')));
  return {
    locale,
    articles,
    tocs,
    markdownTocs: markdownTocs.filter((file) => !withToc.has(file.replace(/[^/]*$/, ''))),
    byLowerCase,
  };
}
