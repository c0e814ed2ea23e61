import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

testArticles('office-js in ja-jp', { root: corpusFolder('office-js'), locale: 'ja-jp', pages: 503 });
