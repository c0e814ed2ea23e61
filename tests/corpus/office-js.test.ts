import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

testArticles('office-js in ja-jp', { root: corpusFolder('office-js'), locale: 'ja-jp', pages: 503 });
// Two articles have no pairs, and so no original.
testArticles('the originals of office-js', { root: corpusFolder('office-js'), locale: 'en-us', pages: 501 });
