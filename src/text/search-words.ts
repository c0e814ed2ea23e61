/*
 * How the search index and a query spell words. The index divides text at white space, lower-cases it and drops
 * combining marks by itself; everything beyond that is done here, for both sides alike. The browser runs this too.
 */
import { memoisedIn } from './memoised.ts';

/** Before a blank that nobody wrote: see {@link divideWords}. */
const WORD_JOINER = '\u2060';
/** Before a blank that somebody wrote where none would be shown. */
const WRITTEN_BLANK = '\u2063';

/** Stands before the words that are in the index only to be found. */
export const EXTRA_WORDS = '\uE000';

/** Letters that are no letter with a mark to Unicode, and that people type in another way. */
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd', ø: 'o', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ð: 'd',
  // Ta marbuta and alef maqsura as they are often typed; Persian and wasla forms; the tatweel that only stretches a word.
  ة: 'ه', ى: 'ي', ٱ: 'ا', ک: 'ك', ی: 'ي', 'ـ': '', 'ء': '',
};
const ODD_LETTER = /[đøłħŧıæœßþðةىٱکیـء]/g;
/** Characters without width: joiners, marks of direction, soft hyphen. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const OTHER_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** The spelling that all spellings of a word share. searchFold('Đăng') // => 'dang'; searchFold('مدرسة') // => 'مدرسه' */
export function searchFold(word: string): string {
  if (/^[\0-\x7F]*$/.test(word)) return word.toLowerCase();
  return strip(word.normalize('NFKC').toLowerCase()).replace(INVISIBLE, '').replace(ODD_LETTER, (letter) => LETTERS[letter] ?? letter).replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
}

/** What the index makes of a word by itself. */
function plainSpelling(word: string): string {
  return strip(word.toLowerCase()).replace(INVISIBLE, '');
}

/** Drops combining marks, but for the voicing marks of kana, which tell letters apart. */
function strip(text: string): string {
  return text.normalize('NFD').replace(/(?![\u3099\u309A])\p{M}/gu, '').normalize('NFC');
}

/**
 * Further spellings under which a word must be found; empty for most words.
 * @param language primary subtag, e.g. `de`
 */
export function searchSpellings(word: string, language: string): readonly string[] {
  if (/^[\0-\x7F]*$/.test(word)) return [];
  const plain = plainSpelling(word);
  const spellings = new Set([searchFold(word)]);
  const umlauts = DIGRAPHS[language];
  if (umlauts) spellings.add(searchFold(word.normalize('NFC').toLowerCase().replace(/[äöüåø]/g, (letter) => umlauts[letter] ?? letter)));
  spellings.delete(plain);
  spellings.delete('');
  return [...spellings];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** What a UTF-16 code unit is to {@link oddWords}; 0: not looked at yet. `HALF`: of a letter, or of something else, that takes two units. */
const KINDS = new Uint8Array(0x10000);
const [BETWEEN, PLAIN, ODD, HALF] = [1, 2, 3, 4];

/** The words of a text that may have {@link searchSpellings}: those with a letter that has further ones in any language. Most texts have few, and most words need not be made. */
export function oddWords(text: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  /** The greatest kind in the word so far. */
  let most = BETWEEN;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = (KINDS[unit] ||= kindOf(unit));
    if (kind === PLAIN) continue;
    if (kind === BETWEEN) {
      if (most === ODD) words.push(text.slice(start, at));
      else if (most === HALF) words.push(...wordsOf(text.slice(start, at)));
      start = at + 1;
      most = BETWEEN;
    } else if (kind > most) most = kind;
  }
  if (most !== BETWEEN) words.push(...wordsOf(text.slice(start)));
  return words;
}

function kindOf(unit: number): number {
  const letter = String.fromCharCode(unit);
  if (/[\uD800-\uDFFF]/.test(letter)) return HALF;
  // A mark that may make one letter with what stands before it.
  if (/[\u0300-\u036F]/.test(letter)) return ODD;
  if (!/[\p{L}\p{M}\p{N}]/u.test(letter)) return BETWEEN;
  return searchFold(letter) !== plainSpelling(letter) || DIGRAPH.test(letter.normalize('NFC').toLowerCase()) ? ODD : PLAIN;
}

const DIGRAPH = /[äöüåø]/;

/** Letters that are written as two where the keyboard has no key for them. */
const GERMAN = { ä: 'ae', ö: 'oe', ü: 'ue' };
const NORDIC = { ä: 'ae', ö: 'oe', å: 'aa', ø: 'oe' };
const DIGRAPHS: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: GERMAN, da: NORDIC, nb: NORDIC, no: NORDIC, sv: NORDIC };

/** Scripts that write no blank between words, with the punctuation of East Asia; for a class of characters. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u0E00-\u0E7F\u0E80-\u0EFF\u3001-\u301F\u30FB\u30FC\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65`;
const RUN = new RegExp(`[${UNSPACED}]+`, 'gu');
/** Blocks that hold those scripts and little else: telling that a text has none of them is to cost nothing. */
const MAY_BE_UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u19E0-\u19FF\u2E80-\uA4CF\uA9E0-\uAA7F\uD800-\uDBFF\uF900-\uFAFF\uFF01-\uFF9F]/;
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`, 'u');
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
/** What a record marks may stand behind the blank: a place, a heading (project/search-records.ts). */
const BLANK_BETWEEN = new RegExp(`(?=\\s)(?<=[${UNSPACED}])(?=\\s+(?:[\uE001\uE004][^\uE002\uE005]*[\uE002\uE005])*[${UNSPACED}])`, 'gu');
const SEAM = new RegExp(`(?<=[${UNSPACED}]) (?=[${UNSPACED}])`, 'gu');
const PUNCTUATION = /^\p{P}+$/u;
const OPENING = /^\p{Ps}+$/u;
/** Behind a place in a text. */
const LETTER = /[\p{L}\p{N}]/uy;
/** Before a place in a text. */
const WORD_END = /(?<=[^\s\p{Ps}\p{Pi}\uE000-\uE006])/uy;
/** At the start of divided words: one that is nothing but what closes the text before it. */
const CLOSING = /^(?!\p{Ps}+(?![^ ]))\p{P}+(?![^ ])/u;

/**
 * Divides the words of scripts that write no blanks; other text stays as it is. A blank between two of their letters is
 * one that nobody wrote; one that somebody wrote there follows a {@link WRITTEN_BLANK}. Between such a letter and
 * another stands {@link WORD_JOINER} before the blank that nobody wrote. As few words as possible have a mark: the index
 * takes twice the time for a word that is not all letters.
 * divideWords('PCの設定', 'ja') // => 'PC⁠ の 設定' (a word joiner before the first blank)
 */
export function divideWords(text: string, language: string): string {
  if (!MAY_BE_UNSPACED.test(text)) return text;
  const divide = dividerOf(language);
  return text.replace(BLANK_BETWEEN, WRITTEN_BLANK).replace(RUN, (run, at: number, whole: string) => {
    const words = divide(run);
    const before = isAt(WORD_END, whole, at) && !CLOSING.test(words) ? `${WORD_JOINER} ` : '';
    const after = isAt(LETTER, whole, at + run.length) && !OPENING.test(run.slice(-1)) ? `${WORD_JOINER} ` : '';
    return before + words + after;
  });
}

/** @param pattern sticky */
function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The text as it was before {@link divideWords}. */
export function joinWords(text: string): string {
  const joined = text.replaceAll(`${WORD_JOINER} `, '').replaceAll(WORD_JOINER, '');
  return MAY_BE_UNSPACED.test(joined) ? joined.replace(SEAM, '').replaceAll(WRITTEN_BLANK, '') : joined;
}

/** A word as it is shown before another one: with the blank between them, if there is one. */
export function wordBefore(word: string, next: string): string {
  return word.endsWith(WORD_JOINER) || (ENDS_UNSPACED.test(word) && STARTS_UNSPACED.test(next)) ? joinWords(word) : `${joinWords(word)} `;
}

const KATAKANA = /^[\p{Script=Katakana}\u30FC]+$/u;

/** Short runs come again and again, and asking the segmenter is dear. */
const dividerOf = memoisedIn((run, language) => segmentWords(run, language).join(' '));

/** Punctuation stays with the word that it belongs to. */
function segmentWords(run: string, language: string): string[] {
  const words: string[] = [];
  const segments = segmenter(language).segment(run);
  let last = '';
  let opens = false; // whether the last word is nothing but opening punctuation
  // Asking for each place takes half the time of the iterator.
  for (let next = segments.containing(0); next; next = segments.containing(next.index + next.segment.length)) {
    const { segment } = next;
    const isMark = PUNCTUATION.test(segment);
    const isOpening = isMark && OPENING.test(segment);
    const joins = last !== '' && (opens || (isMark && !isOpening) || isKatakanaRest(last, segment));
    if (joins) words.pop();
    last = joins ? last + segment : segment;
    words.push(last);
    opens = isOpening;
  }
  return words;
}

/** The segmenter cuts single letters off katakana words that it does not know; where it does depends on what stands around them. */
function isKatakanaRest(before: string, after: string): boolean {
  return (before.length === 1 || after.length === 1) && KATAKANA.test(before) && KATAKANA.test(after);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
}

/** The words of a query as the index is to be asked for them. queryWords('Đăng nhập', 'vi') // => ['dang', 'nhập'] */
export function queryWords(query: string, language: string): readonly string[] {
  return withoutQuotes(divideWords(query.normalize('NFKC'), language))
    .split(/[\s\u2060\u2063]+/)
    .map((word) => {
      const fold = searchFold(word);
      return fold === plainSpelling(word) ? word.toLowerCase() : fold;
    })
    .filter((word) => /[\p{L}\p{N}_]/u.test(word));
}

/** Quotation marks would make the index look for the very words; Hebrew writes one inside its abbreviations. */
function withoutQuotes(text: string): string {
  return text.replace(/(?<!\S)["“”„«»]+|["“”„«»]+(?!\S)/g, ' ');
}

/** Whether a language writes compounds as one word. */
export const COMPOUNDING: ReadonlySet<string> = new Set(['de', 'nl', 'sv', 'da', 'nb', 'nn', 'no', 'fi', 'hu', 'et', 'is']);

/** Shortest compound that is taken apart, and shortest part. */
const COMPOUND = 9;
const PART = 4;

/**
 * The ends of a compound that begin where one of its parts begins: a word that starts with what was typed is found
 * anyway, one that ends with it only through these.
 * @param word folded
 * @param known folded words of the site: a part must be one of them
 */
export function compoundEnds(word: string, known: Pick<ReadonlySet<string>, 'has'>): readonly string[] {
  if (word.length < COMPOUND) return [];
  const ends: string[] = [];
  for (let at = PART; at <= word.length - PART; at++) {
    const end = word.slice(at);
    if (known.has(end) || (end.length >= COMPOUND && knownStart(word.slice(0, at), known))) ends.push(end);
  }
  return ends;
}

/** A first part may carry a linking sound: Benutzung-s-dauer, Konto-n-liste. */
function knownStart(start: string, known: Pick<ReadonlySet<string>, 'has'>): boolean {
  if (start.length < PART + 1) return false;
  return known.has(start) || (start.endsWith('s') && known.has(start.slice(0, -1)));
}
