import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PageEntry } from '../../src/model/site.ts';
import { missingIds, pageFaults } from '../support/page-faults.ts';
import { pageWords } from '../support/page-words.ts';
import { openCorpus, wantedIds, type OpenCorpus } from '../support/corpus.ts';
import { compareWords } from '../support/words.ts';

export interface Expected {
  /** Absolute path of the content folder. */
  readonly root: string;
  readonly locale: string;
  /** Other locales to read with it; default: all of the folder, which merged segments need to be joined. */
  readonly only?: readonly string[];
  /** Number of pages that must be read, so that an empty folder is no success. */
  readonly pages: number;
  /** Pages show pairs in their code: they explain the format. */
  readonly showsPairs?: boolean;
}

/** Renders every Markdown page of a locale and compares its words with those of the raw file, read by other means. */
export function testArticles(title: string, expected: Expected): void {
  const absent = !existsSync(expected.root);
  describe.skipIf(absent)(absent ? `${title} (skipped: ${expected.root} is absent; set INTERLINEAR_CORPUS)` : title, () => {
    let results: readonly Result[] = [];
    beforeAll(async () => {
      results = await readAll(open(expected), expected);
      // Half a minute where nothing else runs; a machine that does much else takes many times that.
    }, 600_000);

    test('every page is rendered', () => {
      expect(results).toHaveLength(expected.pages);
    });
    test('no word is lost, none leaks from the other language, all stand in their order', () => {
      expect(results.flatMap(({ file, words }) => (words ? [{ file, ...words }] : []))).toEqual([]);
    });
    test('the HTML is sound', () => {
      expect(results.flatMap(({ file, faults }) => faults.map((fault) => `${file}: ${fault}`))).toEqual([]);
    });
    test('every ordinal and every anchor of a heading has its id', () => {
      expect(results.flatMap(({ file, missing }) => missing.map((id) => `${file}: ${id}`))).toEqual([]);
    });
  });
}

/** Opened once for all locales of a test file. */
const opened = new Map<string, OpenCorpus>();

function open({ root, only, showsPairs }: Expected): OpenCorpus {
  const key = [root, ...(only ?? [])].join(' ');
  const corpus = opened.get(key) ?? openCorpus(root, only, showsPairs);
  opened.set(key, corpus);
  return corpus;
}

interface Result {
  readonly file: string;
  readonly words: ReturnType<typeof compareWords>;
  readonly faults: readonly string[];
  readonly missing: readonly string[];
}

async function readAll(corpus: OpenCorpus, { locale, showsPairs }: Expected): Promise<Result[]> {
  const results: Result[] = [];
  for (const page of corpus.pages(locale)) results.push(await readPage(corpus, page, showsPairs ?? false));
  return results;
}

async function readPage(corpus: OpenCorpus, page: PageEntry, showsPairs: boolean): Promise<Result> {
  const html = await corpus.html(page.locale, page.path);
  const input = corpus.input(page);
  return {
    file: `${page.locale}/${page.path}`,
    words: compareWords(corpus.words(page), pageWords(html, page.kind === 'own' ? 'target' : 'source')),
    faults: pageFaults(html, showsPairs),
    missing: missingIds(html, wantedIds(input, corpus.shard.family(page.path))),
  };
}
