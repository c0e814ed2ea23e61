import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

testArticles('the originals of alchemy, rebuilt from ar-sa', { root: corpusFolder('alchemy'), locale: 'en-us', only: ['ar-sa'], pages: 2911 });
