import type { MarkdownCache } from '../markdown/markdown-cache.ts';
import type { Locale } from '../model/locale.ts';
import type { CompiledSkeleton, Part } from '../model/markup.ts';
import { indexPart, type SearchRecord } from '../model/search.ts';
import type { PageEntry } from '../model/site.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { isCjk, languageOf } from '../text/scripts.ts';
import { memoised, memoisedIn } from '../text/memoised.ts';
import { unescapeHtml } from '../text/unescape-html.ts';
import { placeWord } from '../text/search-places.ts';
import { COMPOUNDING, compoundEnds, divideWords, EXTRA_WORDS, joinWords, oddWords, searchFold, searchSpellings, wordsOf } from '../text/search-words.ts';
import type { BodyText } from './article-body.ts';

export interface SearchContext {
  readonly cache: MarkdownCache;
  /** Locale of the index. */
  readonly locale: Locale;
  /** Parts of that index. */
  readonly parts: number;
  /** Ids of the page's headings, by their position in the article. */
  readonly headings: readonly string[];
  /** The text that an include leads to. */
  readonly include: (from: BodyText, url: string) => BodyText | undefined;
  /** Folded words that compounds of the locale are made of; asked for only in languages that have compounds. */
  readonly words: () => ReadonlySet<string>;
}

/** What search learns about a page; the article's compiled form is read, not the finished page. */
export function searchRecord(entry: PageEntry, text: BodyText, context: SearchContext): SearchRecord {
  const language = languageOf(context.locale.tag);
  const title = withoutMarks(entry.title);
  const section = /^[^/]+\//.exec(entry.slug)?.[0] ?? '';
  const words = divideWords(lines(textOf(text, context, compiledOf(text, context), [])), language);
  const titled = divideWords(title, language);
  const extra = extraWords([titled, words], language, context.words);
  const heading = /^\s*\uE0041[^\uE005]*\uE005([^\uE004\uE006]*)\uE0061/.exec(words);
  // A first heading that says the title again would count twice.
  const rest = heading && isTitle(heading[1] ?? '', title) ? words.slice(heading[0].length) : words;
  return {
    locale: entry.locale,
    part: indexPart(entry.path, context.parts),
    slug: entry.slug,
    // Words of unspaced scripts are divided already: as no known language the index leaves them alone.
    language: UNSPACED_LANGUAGES.has(language) ? 'und' : language,
    title: titled,
    section: section === entry.slug ? '' : section,
    text: `${NORMAL}${indexMarks(`\uE0041\uE005${titled}\uE0061${rest}`)}${extra.size === 0 ? '' : `\n${EXTRA_WORDS} ${[...extra].join(' ')}`}`,
  };
}

/**
 * Begins a text whose words weigh as much as the index takes for granted: 25, where a word has 24 if nothing is said (its
 * index/mod.rs, fossick/mod.rs). Of such words it does not store the weight: its files are by a fifth smaller before they
 * are packed.
 */
const NORMAL = weightMark(1);

/**
 * The higher a heading, the more its words weigh: 7 for the first level, 2 for the sixth. The index takes a page as text
 * in which words of its own stand for that. They are what Pagefind makes of an HTML document (its fossick/parser.rs);
 * reading HTML is what takes it most of its time.
 */
const headingMark = (depth: string, id: string): string => `${id === '' ? '' : ` ${placeWord(id)} `} ${weightMark(8 - Number(depth))}`;

/** @param weight a multiple of that of other words; its 25-fold is what the index is to make of it by multiplying with 24 and cutting off */
function weightMark(weight: number): string {
  return `___PAGEFIND_WEIGHT___${(Math.ceil((weight * 2500) / 24) / 100).toFixed(2)} `;
}

/** A full stop divides a heading from what follows, where it ends with none of its own. */
function headingEnd(heading: string): string {
  const stop = !/[\p{L}\p{M}\p{N}\p{Pc}'")$*]$/u.test(heading.slice(-2)) ? '' : isCjk(heading.slice(-1)) ? '。' : '.';
  return `${stop} ___END_PAGEFIND_WEIGHT___ `;
}

function indexMarks(words: string): string {
  const marked = withoutIndexMarks(words)
    .replace(/[\uE001\uE002]/g, ' ')
    .replace(/\uE004(\d)([^\uE005]*)\uE005/g, (_, depth: string, id: string) => headingMark(depth, id));
  const ended = marked.split(/\uE006\d/).map((text) => text.trimEnd());
  return ended.map((text, at) => (at < ended.length - 1 ? text + headingEnd(text) : text)).join('');
}

/** Each block on a line of its own, without the blanks around it. */
function lines(text: string): string {
  return text.split('\uE003').map((block) => block.trim()).filter((block) => block !== '').join('\n');
}

/** An author's text may not stand for a mark. */
function withoutIndexMarks(text: string): string {
  return text.includes('___') ? text.replace(/_{3,}(?=(?:END_)?PAGEFIND)/g, '') : text;
}

/** Whether a heading has the words of a title; it may have places in it. isTitle('\uE001s101\uE002A  b', 'A b') // => true */
function isTitle(heading: string, title: string): boolean {
  const text = heading.replace(/\uE001[^\uE002]*\uE002/g, '');
  return text === title || undivided(text) === undivided(title);
}

function undivided(text: string): string {
  return joinWords(text).replace(/\s+/g, ' ').trim();
}

const UNSPACED_LANGUAGES = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'yue']);

/** Folded words that stand alone in the titles of a locale. */
export function titleWords(pages: readonly PageEntry[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { title, description } of pages) for (const word of wordsOf(`${title} ${description ?? ''}`)) if (word.length >= 4) words.add(searchFold(word));
  return words;
}

const BLOCKS = /^(?:p|div|li|ul|ol|dl|dt|dd|table|thead|tbody|tr|td|th|pre|blockquote|section|figure|figcaption|details|summary|br|hr|label)$/i;

/**
 * Private characters stand for what is marked in the record: places (E001), blocks (E003), headings (E004, E006). The
 * number of a heading's id stands in its tag ({@link searchPieces}).
 */
const blockMark = memoised((tag) => {
  const [, slash = '', name = '', rest = ''] = /^<(\/?)([a-z][a-z0-9-]*)([^]*)>$/i.exec(tag) ?? [];
  const depth = /^h([1-6])$/i.exec(name)?.[1];
  if (depth !== undefined) return slash === '' ? `\uE003\uE004${depth}${/ id="([^"]*)"|(\uE007\d+\uE007)/.exec(rest)?.slice(1).join('') ?? ''}\uE005` : `\uE006${depth}`;
  return BLOCKS.test(name) ? '\uE003' : name === 'img' ? ' ' : '';
});

/** What search reads of a skeleton: text with marks, and positions among its parts of what each text has its own of. */
type SearchPieces = readonly (string | number)[];

const OWN = new Set(['segment', 'gap', 'heading-id', 'include']);

/** Most families have one skeleton for all locales. */
const piecesKnown = new WeakMap<CompiledSkeleton, SearchPieces>();

function searchPieces(compiled: CompiledSkeleton): SearchPieces {
  const known = piecesKnown.get(compiled);
  if (known) return known;
  const html = compiled.parts.map((part, at) => {
    if (typeof part === 'string') return withoutMarks(part);
    if (part.kind === 'code') return part.file === undefined ? escapeHtml(withoutMarks(part.code)) : '';
    return OWN.has(part.kind) ? `\uE007${at}\uE007` : '';
  });
  const marked = html.join('').replace(/<\/?[a-z][^>]*>/gi, blockMark).split(/\uE007(\d+)\uE007/);
  const pieces = marked.map((piece, at) => (at % 2 === 0 ? unescapeHtml(piece) : Number(piece))).filter((piece) => piece !== '');
  piecesKnown.set(compiled, pieces);
  return pieces;
}

function compiledOf({ article }: BodyText, { cache }: SearchContext): CompiledSkeleton {
  // A component is no text; what it holds is.
  return cache.skeleton(article.format === 'mdx' ? article.skeleton.replace(/^(?:import|export)\s.*$/gm, '').replace(/<\/?[A-Z][^<>]*>/g, '') : article.skeleton);
}

const INCLUDE_DEPTH = 8;

function textOf(text: BodyText, context: SearchContext, compiled: CompiledSkeleton, open: readonly BodyText[]): string {
  const included = open.length > 0;
  let filled = '';
  for (const piece of searchPieces(compiled)) filled += typeof piece === 'string' ? piece : own(piece);
  return filled;

  function own(at: number): string {
    const part = compiled.parts[at];
    if (typeof part !== 'object') return '';
    if (part.kind === 'segment') return segment(part);
    if (part.kind === 'gap') return gap(compiled.parts[at - 1], compiled.parts[at + 1]);
    if (part.kind === 'heading-id') return included ? '' : (context.headings[part.heading] ?? '');
    return part.kind === 'include' ? include(part.path) : '';
  }

  function segment(part: Extract<Part, { kind: 'segment' }>): string {
    if (part.side !== undefined) return '';
    const plain = withoutMarks(plainOf(part));
    if (included || part.context.syntax === 'text') return plain;
    const ordinal = text.covers(part.index)[0] ?? text.article.segments[part.index]?.ordinal ?? '';
    return placeOf(String(ordinal)) + plain;
  }

  function plainOf(part: Part | undefined): string {
    if (typeof part !== 'object' || part.kind !== 'segment') return '';
    const found = text.article.segments[part.index];
    return found === undefined ? '' : context.cache.inline(found[text.side], part.context, compiled.definitions).plain;
  }

  function gap(before: Part | undefined, after: Part | undefined): string {
    return isCjk(plainOf(before).trimEnd().slice(-1)) && isCjk(plainOf(after).trimStart().slice(0, 1)) ? '' : ' ';
  }

  function include(url: string): string {
    const target = context.include(text, url);
    if (!target || open.length > INCLUDE_DEPTH || [text, ...open].some(({ article }) => article.path === target.article.path)) return '';
    return textOf(target, context, compiledOf(target, context), [text, ...open]);
  }
}

/** The place of a sentence. Pagefind's own anchors are objects in its files, which take more time and room. */
const placeOf = memoised((ordinal) => `\uE001${placeWord(ordinal.replace(/^(?=\d)/, 's'))}\uE002`);

function withoutMarks(text: string): string {
  return /[\uE000-\uE007]/.test(text) ? text.replace(/[\uE000-\uE007]/g, '\uFFFD') : text;
}

const spellingsIn = memoisedIn(searchSpellings);

/** Sorted by first appearance: the same texts give the same words. */
function extraWords(texts: readonly string[], language: string, titles: () => ReadonlySet<string>): ReadonlySet<string> {
  const extra = new Set<string>();
  const spellings = spellingsIn(language);
  for (const text of texts) for (const word of oddWords(text)) for (const spelling of spellings(word)) extra.add(spelling);
  if (!COMPOUNDING.has(language)) return extra;
  const written = new Set(texts.flatMap(wordsOf));
  const folded = new Set(Array.from(written, searchFold));
  const titled = titles();
  const known = { has: (word: string) => folded.has(word) || titled.has(word) };
  for (const word of folded) for (const end of compoundEnds(word, known)) if (!folded.has(end)) extra.add(end);
  return extra;
}
