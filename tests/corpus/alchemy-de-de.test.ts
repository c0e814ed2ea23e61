import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

testArticles('alchemy in de-de', { root: corpusFolder('alchemy'), locale: 'de-de', pages: 2923 });
