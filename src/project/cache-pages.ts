import { hash } from 'node:crypto';
import type { FileDigests } from '../model/file-digests.ts';
import type { RecordCache, RecordCaches } from '../model/record-cache.ts';
import type { SiteIndex } from '../model/site.ts';
import { languageOf } from '../text/scripts.ts';
import { COMPOUNDING } from '../text/search-words.ts';
import { ancestorsAt, neighboursAt, sidebarAt } from '../views/navigation.ts';
import type { Template } from '../views/slots.ts';
import { textDigest } from './text-digest.ts';
import { answersDigest, familyOfRecord, questionsName, type Dependencies, type SiteQuestions } from './cache-trace.ts';
import { linkContext, type ContentMap } from './content-map.ts';
import type { WrittenFile } from './publish-manifest.ts';
import { pageUrl, resolveLink } from './resolve-link.ts';
import { titleWords } from './search-records.ts';
import { isSearched, titleOf, type SiteLookup } from './site-lookup.ts';

/** What rendering a family has made. Plain JSON. */
export interface FamilyOutput {
  /** Number of pages among the files. */
  readonly pages: number;
  readonly files: readonly WrittenFile[];
  /** Digest of what the search index of a locale was given. */
  readonly search: Readonly<Record<string, string>>;
}

/** What a worker tells about a family that it has rendered. */
export interface FamilyRender extends FamilyOutput {
  readonly path: string;
  readonly dependencies: Dependencies;
}

interface PageRecord extends FamilyOutput {
  /** Digests of the family's own files, of the families it asked for and of other files. */
  readonly content: string;
  readonly asked: string;
  readonly others: string;
  /** Digest of what the site says about the family. */
  readonly surroundings: string;
  readonly dependencies: Pick<Dependencies, 'families' | 'files'>;
}

/** What earlier builds have rendered, as far as it still holds. */
export interface PagesCache {
  /** Families whose pages are as they were. */
  readonly kept: ReadonlyMap<string, FamilyOutput>;
  keep(renders: readonly FamilyRender[]): void;
  /** Whatever else is kept with the pages, under a name that is no path. */
  readonly extra: Pick<RecordCache, 'get' | 'set'>;
  /** Digest of all that the index of the site is made of, and of all names in the content. */
  readonly index: string;
  /** Writes the cache; after all that is not {@link kept} was rendered. */
  save(): void;
}

export interface PagesCacheOptions {
  readonly files: FileDigests;
  readonly map: ContentMap;
  readonly site: SiteLookup;
  /** Of all families; from {@link familyDigests}. */
  readonly digests: ReadonlyMap<string, string | undefined>;
  /** Digest of all that the index of the site is made of. */
  readonly index: string;
  readonly caches: RecordCaches;
  /** From {@link pagesKey}. */
  readonly key: string;
  /** Whether the site that is there has a file as it was written. */
  readonly isThere: (file: WrittenFile) => boolean;
  readonly search: boolean;
}

/** Digest of all but the content and its index on which pages depend. `code`: a digest of the tool; `search`: parts of each locale's search index. */
export function pagesKey(code: string, index: SiteIndex, templates: Readonly<Record<string, Template>>, search: readonly number[] | undefined): string {
  // What is found in the content, and what is done with it, stands on no page of an article.
  const { checks: _checks, ignore: _ignore, limits: _limits, ...config } = index.config;
  return hash('sha256', JSON.stringify([code, config, templates, search]), 'hex');
}

/** Name of the record that holds the digest of the whole index. */
const INDEX = '';

/** Name of the record that holds {@link IndexWords}; no path is called so. */
const WORDS = '\0';

/** Digests of {@link titleWords}, by locale, of the pages of one index. */
interface IndexWords {
  readonly index: string;
  readonly words: readonly (readonly [locale: string, digest: string])[];
}

export function openPagesCache({ files, map, site, digests, index, caches, key, isThere, search }: PagesCacheOptions): PagesCache {
  const cache = caches.open('pages', key);
  const isSameIndex = cache.get(INDEX) === index;
  const links = linkContext(map, site.index.uids);
  const known = cache.get(WORDS) as IndexWords | undefined;
  const words = new Map(known?.index === index ? known.words : []);
  const kept = new Map<string, FamilyOutput>();
  for (const path of map.paths) {
    const record = recordOf(cache, path);
    if (record && holds(path, record)) kept.set(path, record);
  }
  return {
    kept,
    keep(renders) {
      for (const { path, dependencies: { families, files: others, ...questions }, ...output } of renders) {
        const content = digests.get(path);
        const record: PageRecord | null = content === undefined ? null : { ...output, content, asked: askedOf(families), others: othersOf(others), surroundings: surroundingsOf(path), dependencies: { families, files: others } };
        cache.set(path, record);
        cache.set(questionsName(path), questions satisfies SiteQuestions);
      }
    },
    extra: cache,
    index,
    save() {
      cache.set(INDEX, index);
      cache.set(WORDS, { index, words: [...words] } satisfies IndexWords);
      cache.save((name) => !/\.mdx?$/i.test(name) || map.slugs.has(familyOfRecord(name)));
    },
  };

  function holds(path: string, record: PageRecord): boolean {
    const { dependencies } = record;
    return record.content === digests.get(path)
      && record.asked === askedOf(dependencies.families)
      && record.others === othersOf(dependencies.files)
      && (isSameIndex || (record.surroundings === surroundingsOf(path) && isAnswered(path)))
      && record.files.every(isThere);
  }

  function isAnswered(path: string): boolean {
    const questions = cache.get(questionsName(path)) as SiteQuestions | undefined;
    if (questions === undefined) return false;
    const { links: asked, answers, titles, titleAnswers } = questions;
    return answers === answersDigest(asked.map(([locale, from, url]) => resolveLink(links, locale, from, url)))
      && titleAnswers === answersDigest(titles.map(([locale, path]) => titleOf(site, locale, path)));
  }

  function askedOf(families: readonly string[]): string {
    return families.length === 0 ? '' : textDigest(JSON.stringify(families.map((path) => digests.get(path) ?? null)));
  }

  function othersOf(asked: readonly string[]): string {
    return asked.length === 0 ? '' : textDigest(asked.map((file) => files.of(`${map.root}/${file}`) ?? 'none').join());
  }

  /** What the site says about the pages of a family: what its articles do not say themselves. */
  function surroundingsOf(path: string): string {
    return textDigest(JSON.stringify(map.config.locales.map((locale) => {
      const entry = site.page(locale.id, path);
      if (!entry) return null;
      const navigation = site.navigation(locale.id);
      const compounds = search && isSearched(entry) && COMPOUNDING.has(languageOf(locale.tag)) ? wordsOf(locale.id) : '';
      return [entry, ancestorsAt(navigation, entry.url), sidebarAt(navigation, entry.url, pageUrl(map.config, locale.id, '')), neighboursAt(navigation, entry.url), compounds];
    })));
  }

  function wordsOf(locale: string): string {
    const digest = words.get(locale) ?? textDigest([...titleWords(site.index.pages[locale] ?? [])].join());
    words.set(locale, digest);
    return digest;
  }
}

function recordOf(cache: RecordCache, path: string): PageRecord | undefined {
  // Its checksum is right, and its key holds the digest of the code that wrote it: it has the form that this code writes.
  return (cache.get(path) ?? undefined) as PageRecord | undefined;
}
