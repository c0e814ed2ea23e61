import { createHash, hash } from 'node:crypto';
import type { RecordCaches } from '../model/record-cache.ts';
import type { SiteConfig } from '../model/site.ts';
import type { SiteSource } from '../views/site-source.ts';

/** The key that the last build has found, and what it depends on. */
export interface KnownLayoutKey {
  readonly caches: RecordCaches;
  readonly config: SiteConfig;
  /** Digest of all that the index of the site is made of. */
  readonly index: string;
}

/**
 * A key for all that Astro renders of a site: equal when every answer that its pages would get is equal,
 * and the code is.
 * @param code a digest of the tool
 * @param known absent: what follows from the index of the site, which is long, is asked for in any case
 */
export async function layoutKey(source: SiteSource, locales: readonly string[], code: string, known?: KnownLayoutKey): Promise<string> {
  const answers = JSON.stringify([
    source.templatePaths(),
    locales.map((locale) => [source.shell(locale), source.hasSearch(locale)]),
    source.rootNotFoundPage(),
    source.notFoundPaths().map((locale) => source.notFoundPage(locale)),
    source.searchPaths(),
    await Promise.all(source.homePaths().map(async (locale) => (await source.homeArticle(locale)) ?? null)),
    await Promise.all((await source.pagePaths()).map(({ locale, slug }) => source.page(locale, slug))),
    source.checkPaths().length === 0 ? [] : [source.checkListPage(), ...source.checkPaths().map((id) => source.checkPage(id))],
    // Filling the unrendered text gives the same sentences and addresses as filling the rendered one.
    source.mdxKeys().map((key) => [key, source.mdxCode(key), source.mdxFacing(key), source.finishMdx(key, source.mdxCode(key))]),
    source.hasReview(),
  ]);
  if (!known) return keyOf(source, code, answers);
  // The rest follows from these.
  const facts = hash('sha256', JSON.stringify([known.index, known.config, answers]), 'hex');
  const cache = known.caches.open('key', code);
  const found = cache.get(KEY) as KeyRecord | undefined;
  if (found?.facts === facts) return found.key;
  const key = await keyOf(source, code, answers);
  cache.set(KEY, { facts, key } satisfies KeyRecord);
  cache.save(() => true);
  return key;
}

interface KeyRecord {
  readonly facts: string;
  readonly key: string;
}

/** Name of the only record. */
const KEY = 'key';

async function keyOf(source: SiteSource, code: string, answers: string): Promise<string> {
  const ofIndex = [
    await source.rootPage(),
    await Promise.all(source.searchPaths().map((locale) => source.searchPage(locale))),
    await Promise.all(source.homePaths().map((locale) => source.homePage(locale))),
  ];
  return createHash('sha256').update(code).update(answers).update(JSON.stringify(ofIndex)).digest('hex');
}
