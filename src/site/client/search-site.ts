import { indexModule, titleBucket, type SearchFacts } from '../../model/search.ts';
import { searchExcerpt, type Excerpt } from '../../text/search-excerpt.ts';
import { languageOf } from '../../text/scripts.ts';
import { joinWords, queryWords } from '../../text/search-words.ts';

/** One article that was found. */
export interface Found {
  readonly title: string;
  readonly url: string;
  /** Title of the folder it stands in. */
  readonly section: string | undefined;
  readonly excerpt: Excerpt;
  /** Language of the excerpt. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** Language of the title. */
  readonly titleTag: string;
  readonly titleDir: 'ltr' | 'rtl';
  /** `original`: the words stand in its source. `missing`: it is not translated at all. */
  readonly mark: 'original' | 'missing' | undefined;
}

export interface SearchSite {
  readonly facts: SearchFacts;
  /** Loads the index of the originals, which is otherwise loaded when a search first needs it. Never rejects. */
  loadOriginals(): Promise<void>;
  /** The articles that hold all words; each comes once. */
  search(query: string, section: string): Results;
}

export interface Results {
  /**
   * The next articles, at most `count`, of one index: the reader's own first, the originals when it has no more. None
   * means that there are none. Rejects when an index cannot be loaded.
   */
  next(count: number): Promise<readonly Found[]>;
}

/** What is used of Pagefind's module. */
export interface Pagefind {
  /** Before anything else: the URL of the folder of the index. */
  options(options: { readonly basePath: string }): Promise<void>;
  /** Loads what some words need of the index; for none, what all need. Rejects when it cannot, where `mergeIndex` waits for ever. */
  preload(words: string): Promise<void>;
  /** Forgets the index, and that it could not be loaded. */
  destroy(): Promise<void>;
  /** Asks another part of the index as well. */
  mergeIndex(folder: string): Promise<void>;
  search(words: string, options: { readonly filters: Readonly<Record<string, string>> }): Promise<{ readonly results: readonly Hit[] }>;
}

/** Hits of one request that may turn out to hold only some of the words before the search leaves an index. */
const POOR = 40;

interface Hit {
  data(): Promise<HitData>;
}

interface HitData {
  readonly raw_url?: string;
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly locations: readonly number[];
}

export interface SearchPlace {
  /** URL of the search files, e.g. `/help/search/`. */
  readonly folder: string;
  readonly locale: string;
  /** URL of the locale's home page. */
  readonly home: string;
}

/** Loads a module of Pagefind's: see {@link indexModule}. */
export type LoadIndex = (url: string) => Promise<Pagefind>;

type IndexFacts = SearchFacts['indexes'][number];

interface OpenIndex {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** Whether it is that of the reader's language. */
  readonly own: boolean;
  readonly pagefind: Pagefind;
}

/** A hit that was not looked at yet, with what it answers. */
interface Answer {
  readonly hit: Hit;
  readonly index: OpenIndex;
  readonly words: readonly string[];
}

/** Loads what a locale's search needs; of the indexes the first, which answers most searches by itself. */
export async function openSearch({ folder, locale, home }: SearchPlace, load: LoadIndex = (url) => import(/* @vite-ignore */ url)): Promise<SearchSite> {
  const facts: SearchFacts = await loadJson(`${folder}${locale}/site.json`);
  const [first] = facts.indexes;
  const open = loadedOnce(openIndex);
  const titles = loadedOnce((bucket: number) => loadJson<Readonly<Record<string, string>>>(`${folder}${locale}/titles-${bucket}.json`));
  if (first) await open(first);

  return {
    facts,
    async loadOriginals() {
      await Promise.allSettled(facts.indexes.map(open));
    },
    search(query, section) {
      const unasked = [...facts.indexes];
      const seen = new Set<string>();
      let waiting: Answer[] = [];
      return {
        async next(count) {
          const next: Found[] = [];
          for (let poor = 0; next.length < count; ) {
            if (waiting.length === 0 || poor >= POOR) {
              const asked = next.length === 0 ? unasked.shift() : undefined;
              if (!asked) break;
              poor = 0;
              waiting = await ask(asked, query, section);
              continue;
            }
            const answers = waiting.splice(0, count - next.length);
            const loaded = await Promise.all(answers.map(async (answer) => ({ answer, data: await answer.hit.data() })));
            for (const { answer, data } of loaded) {
              const slug = (data.raw_url ?? data.url).replace(/^\.\/$/, '');
              if (seen.has(slug)) continue;
              await nextTask();
              const found = await foundIn(slug, data, answer);
              if (found) {
                seen.add(slug);
                next.push(found);
              } else poor += 1;
            }
          }
          await nextTask();
          return next;
        },
      };
    },
  };

  async function openIndex({ locale: of, tag, dir, parts }: IndexFacts): Promise<OpenIndex> {
    const pagefind = await load(indexModule(folder, first?.locale ?? of, of));
    await pagefind.options({ basePath: `${folder}${of}/` });
    const others = Array.from({ length: parts - 1 }, (_, other) => `${folder}${of}/${other + 1}/`);
    await Promise.all([pagefind.preload(''), ...others.map((other) => pagefind.mergeIndex(other))]).catch(async (error: unknown) => {
      // Pagefind would fail ever after with an index that it could not load.
      await pagefind.destroy();
      throw error;
    });
    return { tag, dir, own: of === locale, pagefind };
  }

  async function ask(asked: IndexFacts, query: string, section: string): Promise<Answer[]> {
    const index = await open(asked);
    const words = queryWords(query, languageOf(index.tag));
    if (words.length === 0) return [];
    const { results } = await index.pagefind.search(words.join(' '), { filters: section === '' ? {} : { section } });
    return results.map((hit) => ({ hit, index, words }));
  }

  /** None for an article that the locale does not publish, or that holds only some of the words. */
  async function foundIn(slug: string, data: HitData, { index, words }: Answer): Promise<Found | undefined> {
    const own = joinWords(data.meta['title'] ?? '');
    const title = index.own ? own : await titleOf(slug);
    const excerpt = searchExcerpt(data.content, words, data.locations, languageOf(index.tag));
    if (title === undefined || !excerpt.complete) return undefined;
    const titled = title === '' || index.own ? index : facts.reader;
    return {
      title: title === '' ? own : title,
      url: home + slug.split('/').map(encodeURIComponent).join('/') + (excerpt.place ? `#${encodeURIComponent(excerpt.place)}` : ''),
      section: facts.sections[/^[^/]+\/(?=.)/.exec(slug)?.[0] ?? ''],
      excerpt,
      tag: index.tag,
      dir: index.dir,
      titleTag: titled.tag,
      titleDir: titled.dir,
      mark: index.own ? undefined : title === '' ? 'missing' : 'original',
    };
  }

  /** Title in the reader's language; empty for an article that is not translated, undefined for one that the locale does not publish. */
  async function titleOf(slug: string): Promise<string | undefined> {
    return (await titles(titleBucket(slug, facts.buckets)))[slug];
  }
}

/** The same function, which loads once what a key stands for; what could not be loaded is tried again. */
function loadedOnce<Key, Value>(loadOf: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>();
  return (key) => {
    const loading = known.get(key) ?? loadOf(key);
    known.set(key, loading);
    loading.catch(() => known.delete(key));
    return loading;
  };
}

/** Between two pieces of work the browser may answer keys and paint. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function loadJson<Value>(url: string): Promise<Value> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json() as Promise<Value>;
}
