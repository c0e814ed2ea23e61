import type { ContentMap } from './content-map.ts';
import type { Shard } from './shard.ts';
import { siteIndex } from './site-index.ts';

export interface ArticlePreview {
  readonly html: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
}

/** The text of an article as its page shows it, made from what is on the disk now; undefined when the locale has none. */
export async function articlePreview(map: ContentMap, shard: Shard, locale: string, path: string): Promise<ArticlePreview | undefined> {
  shard.forget();
  const { pages } = shard.scan([path], true);
  // Links need no other page; names of pages that only a uid names are shown as the uid. Components of MDX are Astro's
  // to render: their text is shown without them.
  shard.setIndex(siteIndex(map, pages.map((page) => ({ ...page, mdx: false })), []));
  const [page] = await shard.pages(path, locale);
  if (!page) return undefined;
  const { tag, dir, script } = page.content.locale;
  return { html: `<article id="article" lang="${tag}" dir="${dir}" data-script="${script}">${page.articleHtml}</article>`, lang: tag, dir, title: page.title };
}
