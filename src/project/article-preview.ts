import type { ContentMap } from './content-map.ts';
import type { Shard } from './shard.ts';
import { siteIndex } from './site-index.ts';

/** The text of an article as its page shows it, made from what is on the disk now; undefined when the locale has none. */
export async function articlePreview(map: ContentMap, shard: Shard, locale: string, path: string): Promise<{ readonly html: string; readonly lang: string; readonly dir: string; readonly title: string } | undefined> {
  if (!map.slugs.has(path) || !map.config.locales.some(({ id }) => id === locale)) return undefined;
  shard.forget(path);
  const { pages } = shard.scan([path], true);
  // Links need no other page; names of pages that only a uid names are shown as the uid.
  shard.setIndex(siteIndex(map, pages, []));
  const [page] = await shard.pages(path, locale);
  if (!page) return undefined;
  const { tag, dir } = page.content.locale;
  return { html: `<article id="article" lang="${tag}" dir="${dir}" data-script="${page.content.locale.script}">${page.articleHtml}</article>`, lang: tag, dir, title: page.title };
}
