import { compileSkeleton } from '../../src/markdown/compile-skeleton.ts';
import { fill, type FillOptions, type Filled } from '../../src/markdown/fill.ts';
import { MarkdownCache } from '../../src/markdown/markdown-cache.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { placeholder } from '../../src/model/skeleton.ts';

export interface Pair {
  readonly target: string;
  readonly source: string;
  readonly ordinal: string;
}

/** Fills a skeleton written with `{0}`, `{1}` … for its placeholders; slots are printed as `⟨kind value⟩`. */
export function render(skeleton: string, targets: readonly string[] = [], changes: Partial<FillOptions> = {}): Filled {
  const cache = new MarkdownCache();
  const compiled = compileSkeleton(withPlaceholders(skeleton));
  const segments = targets.map((target, index): Pair => ({ target, source: `Source ${index}`, ordinal: String(102 + index) }));
  return fill(compiled, {
    side: 'target',
    segments,
    covers: (index) => [102 + index],
    inline: (text, context) => cache.inline(text, context, compiled.definitions),
    link: (url) => ` href="⟨${url}⟩"`,
    image: (url) => ` src="⟨${url}⟩"`,
    include: (path, inline) => `⟨include ${path}${inline ? ' inline' : ''}⟩`,
    xref: (uid) => `⟨xref ${uid}⟩`,
    ui: (key) => `⟨${key}⟩`,
    uiLanguage: '',
    code: (slot) => `⟨code ${slot.language}|${slot.code}${slot.file === undefined ? '' : `|${slot.file}|${slot.region ?? ''}`}⟩`,
    idPrefix: '',
    usedIds: new Set(),
    ...changes,
  });
}

export const html = (skeleton: string, targets: readonly string[] = [], changes: Partial<FillOptions> = {}): string =>
  render(skeleton, targets, changes).html.replace(/\n/g, '').replace(/<span id="s\d+">([^]*?)<\/span>/g, '$1');

export const words = (skeleton: string, targets: readonly string[] = []): string =>
  plainText(render(skeleton, targets).html.replace(/<(?:br|\/?(?:p|li|td|th|div|h\d))\b[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();

export const withPlaceholders = (text: string): string => text.replace(/\{(\d+)\}/g, (_, index) => placeholder(Number(index)));
