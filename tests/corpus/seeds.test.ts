import { join } from 'node:path';
import { corpusFolder } from '../support/corpus.ts';
import { testArticles } from './test-articles.ts';

const root = join(corpusFolder('..'), 'seeds');
for (const locale of ['ar-sa', 'vi-vn', 'en-us']) testArticles(`the seeds in ${locale}`, { root, locale, pages: 1 });
