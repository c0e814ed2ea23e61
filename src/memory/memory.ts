import type { ConcordanceHit, MemoryEntry, MemoryMatch } from '../model/memory.ts';
import { searchFold } from '../text/search-words.ts';
import { rangesOf } from './ranges-of.ts';
import { wordSimilarity } from './word-similarity.ts';

interface ConcordanceQuery {
  readonly words: string;
  readonly side: 'source' | 'target';
  /** Only entries of this locale; undefined: all. */
  readonly locale: string | undefined;
  readonly limit: number;
}

/** The whole bitext, for looking up how something was said. */
export interface Memory {
  readonly size: number;
  /** Entries whose side contains the words, in the order of adding; one pass over the texts. `total` counts all. */
  concordance(query: ConcordanceQuery): { readonly hits: readonly ConcordanceHit[]; readonly total: number };
  /** Entries with exactly this source, e.g. to take an edit to the same sentence elsewhere. */
  repeats(source: string, locale: string): readonly MemoryEntry[];
  /** The entries with the likest sources, best first, each distinct pair of texts once; equal sources score 1. */
  similar(source: string, locale: string, limit: number): readonly MemoryMatch[];
  /** All entries of a locale, in the order of adding. */
  entries(locale: string): Iterable<MemoryEntry>;
  /** Takes the entries of one article in place of those it had. */
  replace(locale: string, path: string, entries: readonly MemoryEntry[]): void;
  /** The same in steps, as they are asked for; between them everything else may be asked. */
  replacing(locale: string, path: string, entries: readonly MemoryEntry[]): Iterable<void>;
}

/** Similarity below which a match helps nobody. */
const LEAST_SCORE = 0.6;
/** Sources looked at closely for one query. */
const CANDIDATES = 200;
/** Entries taken in one step. */
const STEP = 500;

export function createMemory(): Memory {
  const articles = new Map<string, readonly Stored[]>();
  const texts = new TextStore();
  const sources = new Map<string, Set<Stored>>();
  const words = new Map<string, Set<string>>();
  let size = 0;

  return {
    get size() {
      return size;
    },
    concordance({ words: query, side, locale, limit }) {
      const wanted = searchFold(query.trim());
      if (wanted === '') return { hits: [], total: 0 };
      const hits: ConcordanceHit[] = [];
      let total = 0;
      for (const stored of articles.values()) {
        for (const { entry, source, target } of stored) {
          if (locale !== undefined && entry.locale !== locale) continue;
          if (!(side === 'source' ? source : target).includes(wanted)) continue;
          total += 1;
          if (hits.length < limit) hits.push({ entry, ranges: rangesOf(entry[side], wanted) });
        }
      }
      return { hits, total };
    },
    repeats: (source, locale) => [...(sources.get(source) ?? [])].flatMap(({ entry }) => (entry.locale === locale ? [entry] : [])),
    similar(source, locale, limit) {
      const own = wordsOf(searchFold(source));
      const matches: MemoryMatch[] = [];
      const seen = new Set<string>();
      for (const candidate of candidatesFor(own)) {
        const score = candidate === source ? 1 : Math.min(0.99, wordSimilarity(own, wordsOf(searchFold(candidate))));
        if (score < LEAST_SCORE) continue;
        for (const { entry } of sources.get(candidate) ?? []) {
          const key = `${candidate}\n${entry.target}`;
          if (entry.locale !== locale || seen.has(key)) continue;
          seen.add(key);
          matches.push({ entry, score });
        }
      }
      return matches.sort((a, b) => b.score - a.score).slice(0, limit);
    },
    *entries(locale) {
      for (const stored of articles.values()) for (const { entry } of stored) if (entry.locale === locale) yield entry;
    },
    replace(locale, path, entries) {
      for (const _ of replacing(locale, path, entries));
    },
    replacing,
  };

  function* replacing(locale: string, path: string, entries: readonly MemoryEntry[]): Generator<void> {
    const key = `${locale}/${path}`;
    const known = articles.get(key);
    const before = new Set(known);
    const stored: Stored[] = [];
    for (const [at, entry] of entries.entries()) {
      // Of an article that was edited, most is as it was.
      const old = known?.[at];
      const same = old && isSame(old.entry, entry) ? old : undefined;
      const each = same ?? { entry, source: texts.fold(entry.source), target: texts.fold(entry.target) };
      stored.push(each);
      if (!same) learn(each);
      if (at % STEP === STEP - 1) yield;
    }
    const after = new Set(stored);
    for (const each of before) if (!after.has(each)) forget(each);
    articles.set(key, stored);
  }

  function learn(stored: Stored): void {
    size += 1;
    const { source } = stored.entry;
    const known = sources.get(source);
    if (known) {
      known.add(stored);
      return;
    }
    sources.set(source, new Set([stored]));
    for (const word of new Set(wordsOf(stored.source))) {
      const having = words.get(word);
      if (having) having.add(source);
      else words.set(word, new Set([source]));
    }
  }

  function forget(stored: Stored): void {
    size -= 1;
    const { source } = stored.entry;
    const known = sources.get(source);
    known?.delete(stored);
    if (known?.size !== 0) return;
    sources.delete(source);
    for (const word of new Set(wordsOf(stored.source))) words.get(word)?.delete(source);
  }

  /** Distinct sources that share rare words with the query, most first. */
  function candidatesFor(own: readonly string[]): string[] {
    const weights = new Map<string, number>();
    const rare = [...new Set(own)].map((word) => words.get(word) ?? new Set<string>()).sort((a, b) => a.size - b.size);
    for (const having of rare.slice(0, 12)) {
      // A word that most sources have tells nothing and costs most.
      if (having.size > 5000 && weights.size > 0) break;
      const weight = 1 / (1 + Math.log(1 + having.size));
      for (const source of having) weights.set(source, (weights.get(source) ?? 0) + weight);
    }
    return [...weights].sort((a, b) => b[1] - a[1]).slice(0, CANDIDATES).map(([source]) => source);
  }
}

function isSame(a: MemoryEntry, b: MemoryEntry): boolean {
  return a.ordinal === b.ordinal && a.source === b.source && a.target === b.target && a.inHtml === b.inHtml;
}

interface Stored {
  readonly entry: MemoryEntry;
  /** Folded texts; equal texts are one string. */
  readonly source: string;
  readonly target: string;
}

/** Folds each distinct text once and keeps one copy of it. */
class TextStore {
  readonly #known = new Map<string, string>();

  fold(written: string): string {
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const text = searchFold(written);
    this.#known.set(written, text);
    return text;
  }
}

/** Runs of letters and digits; in scripts without blanks, each character. wordsOf('a b-c 日本') // => ['a', 'b', 'c', '日', '本'] */
function wordsOf(folded: string): string[] {
  return folded.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}])[\p{L}\p{N}])+/gu) ?? [];
}
