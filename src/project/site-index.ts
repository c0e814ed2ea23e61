import { parseTocMarkdown } from '../ingest/parse-toc-markdown.ts';
import { parseToc } from '../ingest/parse-toc.ts';
import type { Host } from '../model/host.ts';
import type { NavNode, PageEntry, SiteIndex } from '../model/site.ts';
import type { Toc, TocNode } from '../model/toc.ts';
import type { ContentMap } from './content-map.ts';
import { navigation } from './navigation.ts';
import type { PageFacts } from './page-facts.ts';
import { pageUrl } from './resolve-link.ts';

/** A navigation file that was read. */
export interface TocFile extends Toc {
  readonly locale: string;
  readonly path: string;
  readonly file: string;
}

/** Reads every `toc.yml` and `TOC.md` of the published locales. */
export function readTocs(host: Host, map: ContentMap): TocFile[] {
  return [...map.inventory.locales.values()].flatMap(({ locale, tocs, markdownTocs }) =>
    [...tocs, ...markdownTocs].map((path) => {
      const file = locale.folder === '.' ? path : `${locale.folder}/${path}`;
      const read = host.readText(`${map.root}/${file}`);
      if (read.kind === 'text') return { locale: locale.id, path, file, ...(/\.md$/i.test(path) ? parseTocMarkdown(read.text) : parseToc(read.text)) };
      const reason = read.kind === 'invalid' ? `it is not UTF-8 (byte ${read.at})` : read.reason;
      return { locale: locale.id, path, file, nodes: [], problems: [{ reason, line: 1, column: 1 }], links: [] };
    }),
  );
}

/** What the site says of a page. Most have nothing to be left out, and copying takes longer than all the rest. */
function entryOf(facts: PageFacts): Omit<PageFacts, 'uid' | 'redirect' | 'aliases'> {
  if (!('uid' in facts) && !('redirect' in facts) && !('aliases' in facts)) return facts;
  const { uid: _uid, redirect: _redirect, aliases: _aliases, ...page } = facts;
  return page;
}

/** Joins what all shards found out to the one index of the site, in path order. The order of `facts` does not matter. */
export function siteIndex(map: ContentMap, facts: readonly PageFacts[], tocs: readonly TocFile[]): SiteIndex {
  const { config } = map;
  const pages: Record<string, PageEntry[]> = Object.fromEntries(config.locales.map(({ id }) => [id, []]));
  const byUid = new Map<string, string>();
  const byPath = Map.groupBy(facts, ({ path }) => path);
  for (const [path, slug] of map.slugs) {
    for (const found of byPath.get(path) ?? []) {
      const { locale, uid, redirect } = found;
      // The home page of a locale is always there.
      if (redirect !== undefined && slug !== '') continue;
      pages[locale]?.push({ ...entryOf(found), slug, url: pageUrl(config, locale, slug) });
      if (uid !== undefined && !byUid.has(uid)) byUid.set(uid, path);
    }
  }
  const uids = Object.fromEntries(byUid);
  const byLocale = Map.groupBy(tocs, ({ locale }) => locale);
  const foldersOf = (locale: string): Map<string, readonly TocNode[]> =>
    new Map((byLocale.get(locale) ?? []).map(({ path, nodes }) => [path.slice(0, path.lastIndexOf('/') + 1), nodes]));
  const sourceTocs = foldersOf(config.sourceLocale);
  const navigations: Record<string, readonly NavNode[]> = {};
  for (const { id } of config.locales) {
    navigations[id] = navigation({ config, locale: id, pages: pages[id] ?? [], tocs: foldersOf(id), sourceTocs, uids, sections: map.sections });
  }
  return { config, pages, navigation: navigations, uids };
}
