import { expect, test } from 'vitest';
import { alternates, isIndexed, type FamilyPage } from '../../src/views/alternates.ts';

const options = { origin: 'https://help.example', sourceLocale: 'en-us' };
const page = (tag: string, kind: FamilyPage['kind'] = 'own'): FamilyPage => ({ tag, locale: tag.toLowerCase(), url: `/${tag.toLowerCase()}/a/`, kind });
const tags = (pages: readonly FamilyPage[]): readonly string[] => alternates(pages, options).map(({ hreflang, href }) => `${hreflang} ${href.split('/')[3] ?? ''}`);

test.each([
  ['translations and the source, which is the default', [page('vi-VN'), page('en-US', 'rebuilt')], ['vi-VN vi-vn', 'en-US en-us', 'x-default en-us']],
  ['no fallback pages', [page('vi-VN'), page('ar-SA', 'fallback'), page('en-US')], ['vi-VN vi-vn', 'en-US en-us', 'x-default en-us']],
  ['the first page is the default without a source', [page('vi-VN'), page('ar-SA')], ['vi-VN vi-vn', 'ar-SA ar-sa', 'x-default vi-vn']],
  ['nothing for a page that stands alone', [page('en-US'), page('ar-SA', 'fallback')], []],
])('%s', (_, pages, expected) => {
  expect(tags(pages)).toEqual(expected);
});

test('without an origin the links stay within the site', () => {
  expect(alternates([page('vi-VN'), page('en-US')], { ...options, origin: undefined })[0]?.href).toBe('/vi-vn/a/');
});

test.each([[undefined, true], ['nofollow', true], ['NOINDEX,FOLLOW', false], ['none', false]])('isIndexed(%j)', (robots, expected) => {
  expect(isIndexed(robots)).toBe(expected);
});
