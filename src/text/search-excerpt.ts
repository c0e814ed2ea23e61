import { memoisedIn } from './memoised.ts';
import { placeOfWord } from './search-places.ts';
import { EXTRA_WORDS, searchFold, searchSpellings, wordBefore } from './search-words.ts';

/** A passage of a found text, in reading order; `found` pieces are what was asked for. */
export interface Excerpt {
  readonly pieces: readonly { readonly text: string; readonly found: boolean }[];
  /** Whether every word of the query stands in the text or its title: the index also offers words that merely begin alike. */
  readonly complete: boolean;
  /** Id of the place that holds the first found word; undefined when none was found, or before all places. */
  readonly place: string | undefined;
}

/** Words shown, and how many of them before the first hit. */
const LENGTH = 32;
const BEFORE = 6;

/**
 * The passage that holds most of a query's words, in the text's own spelling. The hits of the index do not serve:
 * they may point to the words that were added only to be found.
 * @param content text of a record as the index gives it back
 * @param query see {@link queryWords}
 * @param locations words of the content that the index gave, for hits that only it understands (by the stem of a word)
 * @param language primary subtag of the content
 */
export function searchExcerpt(content: string, query: readonly string[], locations: readonly number[], language: string): Excerpt {
  const { words, places, located } = readContent(content, locations);
  const wanted = query.map(searchFold);
  const hits = hitsOf(words, wanted, language);
  for (const at of located) if (!hits.has(at)) hits.set(at, -1);
  const first = bestStart([...hits].sort(([a], [b]) => a - b));
  const start = Math.max(0, first - BEFORE);
  const pieces: { text: string; found: boolean }[] = [];
  for (let at = start; at < Math.min(words.length, start + LENGTH); at++) {
    const word = words[at] ?? '';
    const text = wordBefore(word, words[at + 1] ?? '');
    const found = hits.has(at);
    const last = pieces.at(-1);
    if (last?.found === found) last.text += text;
    else pieces.push({ text, found });
  }
  if (start > 0) pieces.unshift({ text: '… ', found: false });
  if (start + LENGTH < words.length) pieces.push({ text: '…', found: false });
  return { pieces: tidy(pieces), complete: isComplete(words, wanted, hits, located), place: hits.size === 0 ? undefined : places.findLast(({ at }) => at <= first)?.id };
}

/** The words of a content without those for places, where these stand between them, and which of them the index gave. */
function readContent(content: string, locations: readonly number[]): { readonly words: readonly string[]; readonly places: readonly { readonly id: string; readonly at: number }[]; readonly located: readonly number[] } {
  const end = content.indexOf(EXTRA_WORDS);
  const words: string[] = [];
  const places: { id: string; at: number }[] = [];
  const moved = new Map<number, number>();
  for (const [index, word] of (end === -1 ? content : content.slice(0, end)).trim().split(/\s/).entries()) {
    const id = placeOfWord(word);
    if (id !== undefined) places.push({ id, at: words.length });
    else {
      moved.set(index, words.length);
      words.push(word);
    }
  }
  return { words, places, located: locations.flatMap((index) => moved.get(index) ?? []) };
}

function isComplete(words: readonly string[], wanted: readonly string[], hits: ReadonlyMap<number, number>, located: readonly number[]): boolean {
  const answered = new Set(hits.values());
  return wanted.every((want, index) => answered.has(index) || wanted.indexOf(want) !== index || located.some((at) => isInflected(searchFold(words[at] ?? ''), want)));
}

/** Whether two words may be forms of one: they differ towards their ends only. */
function isInflected(word: string, want: string): boolean {
  let same = 0;
  while (same < want.length && word[same] === want[same]) same += 1;
  return same >= Math.max(Math.min(3, want.length), want.length * 0.6);
}

/** All spellings of a word; the same words come again in every text. */
const spellingsIn = memoisedIn((word, language) => [searchFold(word), ...searchSpellings(word, language)]);

/** Which wanted word each hit answers. */
function hitsOf(words: readonly string[], wanted: readonly string[], language: string): Map<number, number> {
  const hits = new Map<number, number>();
  const spellings = spellingsIn(language);
  for (let at = 0; at < words.length; at++) {
    const word = (words[at] ?? '').replace(/^[^\p{L}\p{N}]+/u, '');
    if (word === '') continue;
    const written = spellings(word);
    const index = wanted.findIndex((want) => want !== '' && written.some((spelling) => spelling.startsWith(want) || (want.length > 3 && spelling.includes(want))));
    if (index !== -1) hits.set(at, index);
  }
  return hits;
}

/** The hit from which on most different words of the query follow within one excerpt; the earliest of equals. */
function bestStart(hits: readonly (readonly [number, number])[]): number {
  let best = 0;
  let most = 0;
  for (let from = 0; from < hits.length; from++) {
    const start = hits[from]?.[0] ?? 0;
    const seen = new Set<number>();
    for (let at = from; at < hits.length && (hits[at]?.[0] ?? 0) < start + LENGTH - BEFORE; at++) seen.add(hits[at]?.[1] ?? -1);
    if (seen.size > most) [best, most] = [start, seen.size];
  }
  return best;
}

/** Blanks and punctuation stand outside of what is marked. */
function tidy(pieces: readonly { readonly text: string; readonly found: boolean }[]): { text: string; found: boolean }[] {
  return pieces.flatMap(({ text, found }) => {
    const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)([^]*?)([^\p{L}\p{N}\p{M}]*)$/u.exec(text) ?? [];
    if (!found || before + after === '') return [{ text, found }];
    return [{ text: before, found: false }, { text: core, found }, { text: after, found: false }].filter((piece) => piece.text !== '');
  });
}
