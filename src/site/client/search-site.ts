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
  data(): Promise<{
    readonly raw_url?: string;
    readonly url: string;
    readonly content: string;
    readonly meta: Readonly<Record<string, string>>;
    readonly locations: readonly number[];
  }>;
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

interface OpenIndex {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** Whether it is that of the reader's language. */
  readonly own: boolean;
  readonly pagefind: Pagefind;
}

/** Loads what a locale's search needs; of the indexes the first, which answers most searches by itself. */
export async function openSearch({ folder, locale, home }: SearchPlace, load: LoadIndex = (url) => import(/* @vite-ignore */ url)): Promise<SearchSite> {
  const facts: SearchFacts = await loadJson(`${folder}${locale}/site.json`);
  const opened = new Map<SearchFacts['indexes'][number], Promise<OpenIndex>>();
  const titleFiles = new Map<number, Promise<Readonly<Record<string, string>>>>();
  for (const index of facts.indexes.slice(0, 1)) await open(index);

  return {
    facts,
    async loadOriginals() {
      await Promise.allSettled(facts.indexes.map(open));
    },
    search(query, section) {
      const filters: Record<string, string> = section === '' ? {} : { section };
      const unasked = [...facts.indexes];
      const seen = new Set<string>();
      let waiting: { readonly hit: Hit; readonly index: OpenIndex; readonly words: readonly string[] }[] = [];
      return {
        async next(count) {
          const next: Found[] = [];
          for (let poor = 0; next.length < count; ) {
            if (waiting.length === 0 || poor >= POOR) {
              const asked = next.length === 0 ? unasked.shift() : undefined;
              if (!asked) break;
              poor = 0;
              const index = await open(asked);
              const words = queryWords(query, languageOf(index.tag));
              const { results } = words.length === 0 ? { results: [] } : await index.pagefind.search(words.join(' '), { filters }).catch((error: unknown) => forget(asked, index.pagefind, error));
              waiting = results.map((hit) => ({ hit, index, words }));
              continue;
            }
            const hits = waiting.splice(0, count - next.length);
            const loaded = await Promise.all(hits.map(async ({ hit, index, words }) => ({ data: await hit.data(), index, words })));
            for (const { data, index, words } of loaded) {
              const slug = (data.raw_url ?? data.url).replace(/^\.\/$/, '');
              if (seen.has(slug)) continue;
              await nextTask();
              const title = index.own ? joinWords(data.meta['title'] ?? '') : await titleOf(slug);
              const excerpt = searchExcerpt(data.content, words, data.locations, languageOf(index.tag));
              if (title === undefined || !excerpt.complete) {
                poor += 1;
                continue;
              }
              seen.add(slug);
              const titled = title === '' || index.own ? index : facts.reader;
              next.push({
                title: title === '' ? joinWords(data.meta['title'] ?? '') : title,
                url: home + slug.split('/').map(encodeURIComponent).join('/') + (excerpt.place ? `#${encodeURIComponent(excerpt.place)}` : ''),
                section: facts.sections[/^[^/]+\/(?=.)/.exec(slug)?.[0] ?? ''],
                excerpt,
                tag: index.tag,
                dir: index.dir,
                titleTag: titled.tag,
                titleDir: titled.dir,
                mark: index.own ? undefined : title === '' ? 'missing' : 'original',
              });
            }
          }
          await nextTask();
          return next;
        },
      };
    },
  };

  /** What could not be loaded is tried again. */
  function open(index: SearchFacts['indexes'][number]): Promise<OpenIndex> {
    const known = opened.get(index) ?? openIndex(index);
    opened.set(index, known);
    known.catch(() => opened.delete(index));
    return known;
  }

  async function openIndex(index: SearchFacts['indexes'][number]): Promise<OpenIndex> {
    const { locale: of, tag, dir, parts } = index;
    const pagefind = await load(indexModule(folder, facts.indexes[0]?.locale ?? of, of));
    await pagefind.options({ basePath: `${folder}${of}/` });
    const others = Array.from({ length: parts - 1 }, (_, other) => `${folder}${of}/${other + 1}/`);
    await Promise.all([pagefind.preload(''), ...others.map((other) => pagefind.mergeIndex(other))]).catch((error: unknown) => forget(index, pagefind, error));
    return { tag, dir, own: of === locale, pagefind };
  }

  /** Throws `error`. Pagefind itself would fail ever after with an index that it could not load. */
  async function forget(index: SearchFacts['indexes'][number], pagefind: Pagefind, error: unknown): Promise<never> {
    opened.delete(index);
    await pagefind.destroy();
    throw error;
  }

  /** Title in the reader's language; empty for an article that is not translated, undefined for one that the locale does not publish. */
  async function titleOf(slug: string): Promise<string | undefined> {
    const bucket = titleBucket(slug, facts.buckets);
    const titles = titleFiles.get(bucket) ?? loadJson<Readonly<Record<string, string>>>(`${folder}${locale}/titles-${bucket}.json`);
    titleFiles.set(bucket, titles);
    titles.catch(() => titleFiles.delete(bucket));
    return (await titles)[slug];
  }
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
