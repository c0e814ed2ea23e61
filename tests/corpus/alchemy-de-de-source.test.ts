import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

testArticles('the originals of alchemy, rebuilt from de-de', { root: corpusFolder('alchemy'), locale: 'en-us', only: ['de-de'], pages: 2923 });
