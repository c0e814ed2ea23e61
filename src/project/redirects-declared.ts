import { posix } from 'node:path';
import { z } from 'zod';
import type { Host } from '../model/host.ts';
import type { DeclaredRedirect, RedirectFact, RedirectPlace } from '../model/redirect.ts';
import type { SiteConfig } from '../model/site.ts';
import { contentFile, localeOfFile, type Inventory } from './inventory.ts';
import type { ParsedSiteFile } from './parse-site-file.ts';

/** Redirects that are written beside the articles. Plain; sent to every worker. */
export interface DeclaredRedirects {
  readonly redirects: readonly DeclaredRedirect[];
  /** Those that cannot be read. */
  readonly faulty: readonly RedirectFact[];
}

export const NO_REDIRECTS: DeclaredRedirects = { redirects: [], faulty: [] };

/**
 * Reads `redirects` of `site.yml` and every `.openpublishing.redirection*.json` in the content root or in the folder of a
 * published locale. Never throws on their content.
 */
export function readRedirects(host: Host, root: string, config: Pick<SiteConfig, 'locales' | 'sourceLocale'>, inventory: Inventory, file: ParsedSiteFile): DeclaredRedirects {
  const own = (file.values.redirects ?? []).map(({ from, to }, index): DeclaredRedirect => {
    const [name = 'site.yml', line = '1'] = file.where(['redirects', index]).split(/:(?=\d+$)/);
    return { from, to, locale: undefined, place: { locale: config.sourceLocale, path: name, file: name, line: Number(line) } };
  });
  const declaring = [...inventory.files].filter((path) => NAME.test(path));
  const files = [
    ...declaring.filter((path) => !path.includes('/')).map((path) => ({ path, locale: undefined })),
    ...config.locales.flatMap((locale) => (locale.folder === '.' ? [] : declaring.filter((path) => posix.dirname(path) === locale.folder).map((path) => ({ path, locale: locale.id })))),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const read = files.map(({ path, locale }) => readFile(host, root, config, path, locale));
  return { redirects: [...own, ...read.flatMap(({ redirects }) => redirects)], faulty: read.flatMap(({ faulty }) => faulty) };
}

const NAME = /(?:^|\/)\.openpublishing\.redirection(?:\.[\w-]+)*\.json$/i;

const fileSchema = z.object({ redirections: z.array(z.unknown()) });

/** Of the two paths one is needed; the id of the document is nothing that a site knows. */
const entrySchema = z.object({
  source_path: z.string().min(1).optional(),
  source_path_from_root: z.string().min(1).optional(),
  redirect_url: z.string().trim().min(1).optional(),
});

function readFile(host: Host, root: string, config: Pick<SiteConfig, 'locales' | 'sourceLocale'>, path: string, locale: string | undefined): DeclaredRedirects {
  const owner = localeOfFile(config.locales, path);
  const place: RedirectPlace = { locale: locale ?? config.sourceLocale, path: locale === undefined || !owner ? path : posix.relative(owner.folder, path), file: path, line: 1 };
  const faulty = (about: string, line = 1, from = '', fault: 'unreadable' | 'incomplete' = 'unreadable'): RedirectFact => ({ from, to: '', place: { ...place, line }, end: { kind: 'faulty', fault, about } });
  const read = host.readText(posix.join(root, path));
  if (read.kind !== 'text') return { redirects: [], faulty: [faulty(read.kind === 'invalid' ? `it is not UTF-8 (byte ${read.at})` : read.reason)] };
  const value = parseJson(read.text.replace(/^\uFEFF/, ''));
  if (value === undefined) return { redirects: [], faulty: [faulty('it is not valid JSON')] };
  const file = fileSchema.safeParse(value);
  if (!file.success) return { redirects: [], faulty: [faulty('it has no list "redirections"')] };
  const lineOf = lineCounter(read.text);
  const entries = file.data.redirections.map((value): { readonly redirect?: DeclaredRedirect; readonly faulty?: RedirectFact } => {
    const line = lineOf(value);
    const entry = entrySchema.safeParse(value);
    const from = entry.data?.source_path ?? (entry.data?.source_path_from_root === undefined ? undefined : fromRoot(entry.data.source_path_from_root, root));
    const to = entry.data?.redirect_url;
    if (from === undefined || to === undefined) return { faulty: faulty(from === undefined ? '"source_path"' : '"redirect_url"', line, from ?? '', 'incomplete') };
    return { redirect: { from: inContent(from, root), to, locale, place: { ...place, line } } };
  });
  return { redirects: entries.flatMap(({ redirect }) => redirect ?? []), faulty: entries.flatMap((entry) => entry.faulty ?? []) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Finds the lines of entries one after the other, by the keys that each has: a parser of JSON tells no places. */
function lineCounter(text: string): (entry: unknown) => number {
  const keys = text.matchAll(/"(?:source_path(?:_from_root)?|redirect_url)"\s*:|\n/g);
  let line = 1;
  return (entry) => {
    let left = typeof entry === 'object' && entry !== null ? Object.keys(entry).filter((key) => /^(?:source_path(?:_from_root)?|redirect_url)$/.test(key)).length : 0;
    let first: number | undefined;
    while (left > 0) {
      const { value, done } = keys.next();
      if (done === true) break;
      if (value[0] === '\n') line += 1;
      else {
        first ??= line;
        left -= 1;
      }
    }
    return first ?? line;
  };
}

/** fromRoot('/docs/help/old.md', '/x/help') // => 'old.md': what stands below the folder of the content's name, or the whole path */
function fromRoot(path: string, root: string): string {
  const below = path.replace(/^\/+/, '');
  const at = `/${below}`.indexOf(`/${posix.basename(root)}/`);
  return at < 0 ? below : below.slice(at + posix.basename(root).length + 1);
}

/** Paths of the docs format begin at the repository; one that begins with the content's own folder is meant from there. */
function inContent(path: string, root: string): string {
  const below = path.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
  return below.startsWith(`${posix.basename(root)}/`) ? below.slice(posix.basename(root).length + 1) : below;
}

/** Where a redirect in an article's frontmatter stands. */
export function articlePlace(config: Pick<SiteConfig, 'locales'>, locale: string, path: string): RedirectPlace {
  const owner = config.locales.find(({ id }) => id === locale);
  return { locale, path, file: owner ? contentFile(owner, path) : path, line: 1 };
}
