import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

// Those without a translation show the original.
testArticles('alchemy in ja-jp', { root: corpusFolder('alchemy'), locale: 'ja-jp', pages: 2923 });
