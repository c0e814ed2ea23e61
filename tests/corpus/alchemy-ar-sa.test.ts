import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

// Those without a translation show the original.
testArticles('alchemy in ar-sa', { root: corpusFolder('alchemy'), locale: 'ar-sa', pages: 2923 });
