import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRecordCaches } from '../../src/host/record-cache.ts';
import { layoutKey, type KnownLayoutKey } from '../../src/project/layout-key.ts';
import type { SiteSource } from '../../src/views/site-source.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import stub from '../site/stub-source.ts';

test('what follows from the index of the site is asked for only when that is another', async () => {
  const folder = temporaryFolder();
  const caches = openRecordCaches(join(folder, 'records'), () => {});
  const config: KnownLayoutKey['config'] = JSON.parse('{}');
  let asked = 0;
  const keyOf = (source: Partial<SiteSource>, index: string, code = 'code'): Promise<string> => {
    const homePage: SiteSource['homePage'] = (locale) => {
      asked += 1;
      return (source.homePage ?? stub.homePage)(locale);
    };
    return layoutKey({ ...stub, ...source, homePage }, ['vi-vn'], code, { caches, config, index });
  };
  const key = await keyOf({}, 'index');
  expect(key).toBe(await layoutKey(stub, ['vi-vn'], 'code'));
  asked = 0;
  expect([await keyOf({}, 'index'), asked]).toEqual([key, 0]);
  // Another index that says the same to these pages.
  expect([await keyOf({}, 'other'), asked]).toEqual([key, stub.homePaths().length]);
  const article = await stub.page('vi-vn', 'mail/sign-in/');
  expect(await keyOf({ homeArticle: () => Promise.resolve(article.kind === 'article' ? article.page : undefined) }, 'other')).not.toBe(key);
  expect(await keyOf({ hasReview: () => true }, 'other')).not.toBe(key);
  expect(await keyOf({ homePage: async (locale) => ({ ...(await stub.homePage(locale)), mdx: 'index.mdx' }) }, 'third')).not.toBe(key);
  expect(await keyOf({}, 'index', 'other code')).not.toBe(key);
  expect(await keyOf({}, 'index')).toBe(key);
});
