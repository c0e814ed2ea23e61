import { createHash } from 'node:crypto';
import type { SiteSource } from '../views/site-source.ts';

/**
 * A key for all that Astro renders of a site: equal when every answer that its pages would get is equal,
 * and the code is. `code`: a digest of the tool.
 */
export async function layoutKey(source: SiteSource, locales: readonly string[], code: string): Promise<string> {
  const answers = [
    source.templatePaths(),
    locales.map((locale) => [source.shell(locale), source.hasSearch(locale)]),
    await source.rootPage(),
    source.rootNotFoundPage(),
    source.notFoundPaths().map((locale) => source.notFoundPage(locale)),
    await Promise.all(source.searchPaths().map((locale) => source.searchPage(locale))),
    await Promise.all(source.homePaths().map((locale) => source.homePage(locale))),
    await Promise.all((await source.pagePaths()).map(({ locale, slug }) => source.page(locale, slug))),
    source.checkPaths().length === 0 ? [] : [source.checkListPage(), ...source.checkPaths().map((id) => source.checkPage(id))],
    // Filling the unrendered text gives the same sentences and addresses as filling the rendered one.
    source.mdxKeys().map((key) => [key, source.mdxCode(key), source.mdxFacing(key), source.finishMdx(key, source.mdxCode(key))]),
    source.hasReview(),
  ];
  return createHash('sha256').update(code).update(JSON.stringify(answers)).digest('hex');
}
