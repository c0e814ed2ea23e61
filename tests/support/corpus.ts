import { existsSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { checks } from '../../src/checks/index.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { Family } from '../../src/model/family.ts';
import type { PageEntry } from '../../src/model/site.ts';
import { withoutQualityChecks } from '../../src/project/build-checks.ts';
import { openContent } from '../../src/project/open-content.ts';
import { createShard, type Shard } from '../../src/project/shard.ts';
import { readTocs, siteIndex } from '../../src/project/site-index.ts';
import { inputText, inputWords, type InputContext } from './input-words.ts';
import { PROJECT } from './run-cli.ts';

/** Absolute path of a folder of the corpora, e.g. `alchemy`. */
export const corpusFolder = (name: string): string => join(resolve(PROJECT, process.env['INTERLINEAR_CORPUS'] ?? '../shared/corpus'), name);

/** A content folder, read, and ready to render any page in this process. */
export interface OpenCorpus {
  readonly shard: Shard;
  /** Pages of a locale, Markdown only: MDX needs Astro. */
  pages(locale: string): readonly PageEntry[];
  html(locale: string, path: string): Promise<string>;
  /** The words that a page must show, from the raw file that it is made of. */
  words(page: PageEntry): string[];
  /** The file that a page is made of, and the side of it that the page shows. */
  input(page: PageEntry): Input;
}

export interface Input {
  readonly raw: string;
  readonly side: 'target' | 'source';
  /** Locale that has the file. */
  readonly locale: string;
}

/**
 * @param only locales to publish beside the source locale; default: all
 * @param showsPairs the articles explain the format and show pairs in their code
 */
export function openCorpus(root: string, only: readonly string[] = [], showsPairs = false): OpenCorpus {
  const host = createNodeHost();
  // As a build that nobody asks for findings.
  const map = withoutQualityChecks(openContent(host, { root, configFile: undefined, base: undefined, locales: only, checkIds: checks.map(({ id }) => id) }));
  const shard = createShard({ host, map, writeAsset: () => {} });
  const report = shard.scan(map.paths, true);
  const index = siteIndex(map, report.pages, readTocs(host, map));
  shard.setIndex(index);
  const source = map.config.sourceLocale;
  const folderOf = (locale: string): string => map.config.locales.find(({ id }) => id === locale)?.folder ?? locale;

  const read = (locale: string, path: string): string | undefined => {
    const file = join(root, folderOf(locale), path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };

  /** An article in the words of a locale: its own file, or the source's, from its file or from a translation's. */
  const input = (locale: string, path: string): Input | undefined => {
    const own = read(locale, path);
    if (own !== undefined) return { raw: own, side: 'target', locale };
    const original = read(source, path);
    if (original !== undefined) return { raw: original, side: 'target', locale: source };
    const from = shard.family(path)?.rebuiltFrom;
    const raw = from === undefined ? undefined : read(from, path);
    return from === undefined || raw === undefined ? undefined : { raw, side: 'source', locale: from };
  };

  const context = (locale: string, path: string, open: readonly string[]): InputContext => ({
    include(url) {
      const target = resolvePath(path, url);
      const included = map.paths.find((candidate) => candidate.toLowerCase() === target.toLowerCase());
      const found = included === undefined || open.includes(included) ? undefined : input(locale, included);
      // On a page of another language an included original is a passage of the source.
      if (included === undefined || found === undefined || (locale !== source && found.locale !== locale)) return undefined;
      return inputText(found.raw, found.side, context(locale, included, [...open, included]));
    },
    code(url) {
      const [file = '', region = ''] = url.split('#');
      const text = read(locale, resolvePath(path, file)) ?? read(source, resolvePath(path, file));
      return text === undefined ? undefined : (new RegExp(`<${region}>.*\\n([^]*?)\\n.*</${region}>`).exec(text)?.[1] ?? undefined);
    },
    showsPairs,
    titleOf(uid) {
      const target = index.uids[uid];
      return target === undefined ? undefined : (shard.site.page(locale, target) ?? shard.site.page(source, target))?.title;
    },
  });

  const inputOf = (page: PageEntry): Input => {
    const found = input(page.kind === 'own' ? page.locale : source, page.path);
    if (found === undefined) throw new Error(`No file for ${page.url}.`);
    return found;
  };

  return {
    shard,
    pages: (locale) => (index.pages[locale] ?? []).filter(({ mdx }) => !mdx),
    async html(locale, path) {
      const [page] = await shard.pages(path, locale);
      return page?.articleHtml ?? '';
    },
    words(page) {
      const { raw, side } = inputOf(page);
      const shownIn = page.kind === 'own' ? page.locale : source;
      return inputWords(raw, side, context(shownIn, page.path, [page.path]));
    },
    input: inputOf,
  };
}

const PAIR_ID = /<span data-ttu-id=(?:"|&quot;)[0-9a-f]{5}-(p?\d+)/g;

/** Anchors of headings, as the producer writes them. */
const ANCHOR = /^#{1,6} *<a name=(?:"|&quot;)([^"&]+)(?:"|&quot;)><\/a>/gm;

const FENCE = /^[ \t>]*(`{3,}|~{3,})[^`\n]*\n[^]*?\n[ \t>]*\1/gm;

/** The ids that an article's page must have: one for every ordinal that one of its pairs answers for, and the anchors of its headings. */
export function wantedIds({ raw, locale }: Input, family: Family | undefined): string[] {
  const joined = family?.translations.find((translation) => translation.locale === locale)?.joined ?? [];
  const covered = new Map(joined.map(({ segment, covers }) => [segment.ordinal, covers]));
  const body = raw.replace(/^---\n[^]*?\n---\n/, '');
  const anchors = Array.from(body.replace(FENCE, '').matchAll(ANCHOR), ([, anchor = '']) => anchor);
  const ordinals = Array.from(body.matchAll(PAIR_ID), ([, ordinal = '']) => ordinal).flatMap((ordinal) => {
    if (!ordinal.startsWith('p')) return [`s${ordinal}`];
    const covers = covered.get(ordinal) ?? [];
    return covers.length === 0 ? [ordinal] : covers.map((number) => `s${number}`);
  });
  return [...ordinals, ...anchors];
}

function resolvePath(from: string, url: string): string {
  return posix.join(posix.dirname(from), decodeURI(url.replace(/[?#].*$/, '')));
}
