import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

// In every locale all articles: those without a translation show the original.
for (const locale of ['ar-sa', 'de-de', 'ja-jp', 'vi-vn']) {
  testArticles(`alchemy in ${locale}`, { root: corpusFolder('alchemy'), locale, pages: 2923 });
}
