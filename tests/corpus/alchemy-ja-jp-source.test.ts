import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

testArticles('the originals of alchemy, rebuilt from ja-jp', { root: corpusFolder('alchemy'), locale: 'en-us', only: ['ja-jp'], pages: 2920 });
