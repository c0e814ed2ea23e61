import { join } from 'node:path';
import { PROJECT } from '../support/run-cli.ts';
import { testArticles } from './test-articles.ts';

// Without the home page, which is MDX: Astro renders it.
for (const locale of ['ar-sa', 'de-de', 'en-us', 'ja-jp', 'vi-vn']) {
  testArticles(`the project's own articles in ${locale}`, { root: join(PROJECT, 'content'), locale, pages: 31, showsPairs: true });
}
