import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

testArticles('alchemy in vi-vn', { root: corpusFolder('alchemy'), locale: 'vi-vn', pages: 2923 });
