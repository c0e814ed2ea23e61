import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { serialise } from '../../src/ingest/serialise.ts';
import type { Article } from '../../src/model/article.ts';

const CORPUS = resolve(process.env['INTERLINEAR_CORPUS'] ?? '../shared/corpus');
const absent = !existsSync(CORPUS);
const suite = absent ? `corpora (skipped: ${CORPUS} is absent; set INTERLINEAR_CORPUS)` : 'corpora';

interface Expected {
  readonly articles: number;
  readonly segments: number;
  readonly merged: number;
  readonly bilingual: number;
  readonly repaired: Readonly<Record<string, number>>;
}

/** Intact pairs plus the one of each locale that has a closing tag too many (FORMAT.md §1.6). */
const alchemy = (articles: number, intact: number, merged: number): Expected => ({ articles, segments: intact + 1, merged, bilingual: 1, repaired: { 'extra-close': 1 } });

describe.skipIf(absent)(suite, () => {
  test.each<[string, Expected]>([
    ['alchemy/vi-vn', alchemy(2923, 27_262, 0)],
    ['alchemy/ar-sa', alchemy(2911, 27_157, 0)],
    ['alchemy/ja-jp', alchemy(2920, 26_438, 600)],
    ['alchemy/de-de', alchemy(2923, 27_221, 38)],
    ['office-js/ja-jp', { articles: 503, segments: 39_847, merged: 1266, bilingual: 0, repaired: { 'escaped-quotes': 19 } }],
  ])('%s', { timeout: 60_000 }, (folder, expected) => {
    const articles = globSync('**/*.md', { cwd: resolve(CORPUS, folder) }).sort().map((path) => {
      const text = readFileSync(resolve(CORPUS, folder, path), 'utf8');
      return ingest({ locale: folder, path, file: `${folder}/${path}`, text });
    });
    expect(articles.filter((article) => serialise(article) !== article.text).map(({ file }) => file)).toEqual([]);
    expect(articles.filter(({ skeleton }) => /data-[ts]tu-id|sxs-lookup/.test(skeleton)).map(({ file }) => file)).toEqual([]);
    expect(articles.flatMap(({ damage }) => damage)).toEqual([]);
    expect(summary(articles)).toEqual(expected);
  });
});

function summary(articles: readonly Article[]): Expected {
  const segments = articles.flatMap((article) => article.segments);
  const repaired: Record<string, number> = {};
  for (const { repaired: kind } of segments) if (kind !== undefined) repaired[kind] = (repaired[kind] ?? 0) + 1;
  return {
    articles: articles.length,
    segments: segments.length,
    merged: segments.filter(({ ordinal }) => ordinal.startsWith('p')).length,
    bilingual: articles.filter(({ frontmatter }) => frontmatter.state === 'bilingual').length,
    repaired,
  };
}
