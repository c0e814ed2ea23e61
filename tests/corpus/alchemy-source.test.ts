import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

for (const [locale, pages] of [['ar-sa', 2911], ['de-de', 2923], ['ja-jp', 2920], ['vi-vn', 2923]] as const) {
  testArticles(`the originals of alchemy, rebuilt from ${locale}`, { root: corpusFolder('alchemy'), locale: 'en-us', only: [locale], pages });
}
