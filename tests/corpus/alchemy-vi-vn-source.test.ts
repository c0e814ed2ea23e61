import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

testArticles('the originals of alchemy, rebuilt from vi-vn', { root: corpusFolder('alchemy'), locale: 'en-us', only: ['vi-vn'], pages: 2923 });
