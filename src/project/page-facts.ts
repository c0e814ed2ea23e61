import { rebuildSource } from '../align/rebuild-source.ts';
import { articleTitle } from '../ingest/article-title.ts';
import { readMdx } from '../markdown/read-mdx.ts';
import type { Article, HandOff } from '../model/article.ts';
import type { Family, Translation } from '../model/family.ts';
import type { PageEntry, SiteConfig } from '../model/site.ts';
import { metadataText } from '../text/metadata-text.ts';
import { isFragmentPath } from './fragment-path.ts';
import { sourceBitext } from './source-bitext.ts';

/** A page of one family before its address is known. */
export type PageFacts = Omit<PageEntry, 'slug' | 'url'> & {
  readonly uid: string | undefined;
  /** Where the article leads instead of having a page: `redirect_url` of its frontmatter. */
  readonly redirect?: string;
  /** Former paths or addresses of the article. */
  readonly aliases?: readonly string[];
};

/** The pages of a family: one per locale that has the article, the source's, and what stands in for missing ones. */
export function pageFacts(family: Family, config: SiteConfig, handOffs: ReadonlyMap<string, HandOff>): PageFacts[] {
  const own = family.translations.map((translation) => ownPage(translation, config, joinedVersion(family, translation)));
  const source = sourcePage(family, config, handOffs);
  const pages = source ? [...own, source] : own;
  if (!source || config.missing === 'hide') return pages;
  const fallbacks = family.missing.map((locale): PageFacts => ({ ...source, locale, kind: 'fallback', provenance: undefined, stale: 0, uid: undefined }));
  return [...pages, ...fallbacks];
}

function ownPage({ locale, article, handOff, changes, version }: Translation, config: SiteConfig, joinedAs: string | undefined): PageFacts {
  return {
    locale,
    path: article.path,
    title: articleTitle(article),
    description: metadataText(article.frontmatter.data['description']) || undefined,
    kind: 'own',
    provenance: handOff.provenance,
    // A translation without pairs is known to be older, but not by how many sentences.
    stale: version === 0 ? 0 : Math.max(1, changes.filter((change) => change.kind !== 'same').length),
    version: joinedAs,
    date: handOff.date,
    robots: robotsOf(article, config),
    mdx: isMdx(article),
    uid: textValue(article, 'uid'),
    ...redirectsOf(article),
  };
}

function sourcePage(family: Family, config: SiteConfig, handOffs: ReadonlyMap<string, HandOff>): PageFacts | undefined {
  const article = family.sourceArticle;
  if (article) return { ...ownPage({ locale: config.sourceLocale, article, handOff: handOffs.get(article.locale) ?? NO_HAND_OFF, joined: [], version: 0, changes: [] }, config, sourceBitext(family) && versionName(family, 0)), provenance: undefined };
  const rebuilt = rebuildSource(family);
  if (!rebuilt) return undefined;
  const { article: base } = rebuilt;
  return {
    locale: config.sourceLocale,
    path: family.path,
    title: rebuilt.title,
    description: metadataText(base.frontmatter.sources?.['description']) || undefined,
    kind: 'rebuilt',
    provenance: undefined,
    stale: 0,
    version: versionName(family, 0),
    date: family.versions[0]?.date,
    robots: robotsOf(base, config),
    mdx: isMdx(base),
    uid: textValue(base, 'uid'),
    ...redirectsOf(base),
  };
}

/** The version that a translation's ordinals belong to. One that claims a version and has another text is joined with none. */
function joinedVersion(family: Family, { locale, article, version }: Translation): string | undefined {
  if (article.segments.length === 0) return undefined;
  const name = versionName(family, version);
  return family.mismatches.some((mismatch) => mismatch.kind === 'source' && mismatch.locale === locale) ? `${name}-${locale}` : name;
}

function versionName(family: Family, version: number): string {
  return family.versions[version]?.sourceHashes[0]?.slice(0, 10) ?? `v${version}`;
}

const NO_HAND_OFF: HandOff = { sourceHash: undefined, date: undefined, provenance: undefined, contentLocale: undefined };

function robotsOf(article: Article, config: SiteConfig): string | undefined {
  return textValue(article, 'ROBOTS') ?? textValue(article, 'robots') ?? (isFragmentPath(article.path) ? 'noindex' : config.robots);
}

/** An article that does not parse as MDX is published as Markdown. */
function isMdx(article: Article): boolean {
  return article.format === 'mdx' && readMdx(article.skeleton).problem === undefined;
}

function redirectsOf(article: Article): Pick<PageFacts, 'redirect' | 'aliases'> {
  const redirect = textValue(article, 'redirect_url');
  const { aliases } = article.frontmatter.data;
  const former = (Array.isArray(aliases) ? aliases : [aliases]).filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  return { ...(redirect !== undefined && { redirect }), ...(former.length > 0 && { aliases: former }) };
}

function textValue(article: Article, key: string): string | undefined {
  const value = article.frontmatter.data[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
