import { articleTitle } from '../ingest/article-title.ts';
import type { Article } from '../model/article.ts';
import type { ExchangeUnit } from '../model/exchange.ts';
import type { Family, Translation } from '../model/family.ts';
import type { InlineText } from '../model/inline.ts';
import { contentHash } from '../text/content-hash.ts';
import { altPairs } from './image-alts.ts';
import { titleUnitPairs } from './outside-titles.ts';
import { plainText } from './plain-text.ts';

interface PlainContext {
  readonly inlineText: (raw: string) => InlineText;
}

/** The texts of an article outside its bitext whose source is known: title, description, alternative texts of images, titles of links and images. */
export function plainUnits({ sourceArticle }: Family, { article, handOff }: Translation, { inlineText }: PlainContext): ExchangeUnit[] {
  const metadata = (['title', 'description'] as const).flatMap((key) => {
    const target = textOf(article, key);
    const source = article.frontmatter.sources?.[key] ?? (sourceArticle && textOf(sourceArticle, key)) ?? (key === 'title' ? headingSource(article, inlineText) : undefined);
    return target === undefined || source === undefined ? [] : [plainUnit(key, source, target, handOff.provenance)];
  });
  const alts = sourceArticle ? altPairs(sourceArticle, article, inlineText) : [];
  const titles = sourceArticle ? titleUnitPairs(sourceArticle, article, inlineText) : [];
  return [
    ...metadata,
    ...alts.map(({ source, target }) => plainUnit(`alt-${target.number}`, source.text, target.text, handOff.provenance)),
    ...titles.map(({ source, target }) => plainUnit(`title-${target.number}`, source.text, target.text, handOff.provenance)),
  ];
}

/** A unit of characters that are no Markdown. */
export function plainUnit(id: string, source: string, target: string, provenance?: ExchangeUnit['provenance']): ExchangeUnit {
  return { id, kind: 'plain', source: plainText(source), target: plainText(target), sourceHash: contentHash(source), targetHash: contentHash(target), state: 'translated', ...(provenance && { provenance }), notes: [] };
}

/** Whether a target says, word for word, what its source says. */
export function isSourceText({ source, target }: Pick<ExchangeUnit, 'source' | 'target'>): boolean {
  return target.raw === source.raw && /\p{L}/u.test(source.plain);
}

function textOf(article: Article, key: 'title' | 'description'): string | undefined {
  const value = article.frontmatter.data[key];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The source of the heading that says what the title says. */
function headingSource(article: Article, inlineText: PlainContext['inlineText']): string | undefined {
  const title = articleTitle(article).trim();
  const heading = article.segments[0];
  return heading && inlineText(heading.target).plain.trim() === title ? inlineText(heading.source).plain.trim() : undefined;
}
