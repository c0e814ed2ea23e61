import { createHash } from 'node:crypto';
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
    }, 1_800_000);

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

/** The last one read: locales of a folder that follow each other share it, and a large one takes a gigabyte. */
let opened: { readonly key: string; readonly corpus: OpenCorpus } | undefined;

function open({ root, only, showsPairs }: Expected): OpenCorpus {
  const key = [root, ...(only ?? [])].join(' ');
  if (opened?.key !== key) {
    opened = undefined;
    opened = { key, corpus: openCorpus(root, only, showsPairs) };
  }
  return opened.corpus;
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
  const side = page.kind === 'own' ? 'target' : 'source';
  return {
    file: `${page.locale}/${page.path}`,
    ...judge(html, corpus.words(page), side, showsPairs),
    missing: missingIds(html, wantedIds(corpus.input(page), corpus.shard.family(page.path))),
  };
}

type Judgement = Pick<Result, 'words' | 'faults'>;

/** What was found on pages: originals that are rebuilt from several translations are mostly the same page. */
const judged = new Map<string, Judgement>();

function judge(html: string, words: readonly string[], side: 'target' | 'source', showsPairs: boolean): Judgement {
  const key = createHash('sha256').update(JSON.stringify([html, words, side, showsPairs])).digest('base64');
  const found = judged.get(key) ?? { words: compareWords(words, pageWords(html, side)), faults: pageFaults(html, showsPairs) };
  judged.set(key, found);
  return found;
}
