import { describe, expect, test } from 'vitest';
import type { LinkTarget } from '../../src/model/site.ts';
import { linkContext } from '../../src/project/content-map.ts';
import { resolveLink } from '../../src/project/resolve-link.ts';
import { openSite } from './open-site.ts';

const FILES = {
  'en-us/index.md': '', 'en-us/guides/install.md': '', 'en-us/guides/only-source.md': '', 'en-us/media/a b.png': '', 'en-us/media/source.png': '',
  'de-de/index.md': '', 'de-de/guides/install.md': '', 'de-de/guides/Setup Guide.md': '', 'de-de/guides/landing.mdx': '', 'de-de/guides/deep/index.md': '', 'de-de/list/one.md': '', 'de-de/media/a b.png': '', 'de-de/samples/a.cs': '',
  'ja-jp/guides/only-ja.md': '', 'README.md': '',
};

function resolver(yaml = '', uids: Record<string, string> = {}, files: Record<string, string> = FILES) {
  const context = linkContext(openSite({ ...files, 'site.yml': yaml }), uids);
  return (url: string, path = 'guides/install.md', locale = 'de-de') => resolveLink(context, locale, path, url);
}

const article = (path: string, url: string, fragment = '', locale = 'de-de'): LinkTarget => ({ kind: 'article', locale, path, fragment, url });

describe('articles', () => {
  test.each<[string, LinkTarget]>([
    ['landing.mdx', article('guides/landing.mdx', '/de-de/guides/landing/')],
    ['landing.md', article('guides/landing.mdx', '/de-de/guides/landing/')],
    ['landing', article('guides/landing.mdx', '/de-de/guides/landing/')],
    ['./install.md', article('guides/install.md', '/de-de/guides/install/')],
    ['../index.md', article('index.md', '/de-de/')],
    ['..', article('index.md', '/de-de/')],
    ['../', article('index.md', '/de-de/')],
    ['INSTALL.MD', article('guides/install.md', '/de-de/guides/install/')],
    ['setup%20guide.md', article('guides/Setup Guide.md', '/de-de/guides/setup-guide/')],
    ['Setup Guide.md', article('guides/Setup Guide.md', '/de-de/guides/setup-guide/')],
    ['deep/', article('guides/deep/index.md', '/de-de/guides/deep/')],
    ['deep', article('guides/deep/index.md', '/de-de/guides/deep/')],
    ['../list/', article('list/', '/de-de/list/')],
    ['../list/index.yml', article('list/', '/de-de/list/')],
    ['../list/toc.yml', article('list/', '/de-de/list/')],
    ['~/list/one.md', article('list/one.md', '/de-de/list/one/')],
    ['~/deep/index.md', article('guides/deep/index.md', '/de-de/guides/deep/')],
    ['/list/one.md', article('list/one.md', '/de-de/list/one/')],
    ['..\\list\\one.md', article('list/one.md', '/de-de/list/one/')],
    ['landing.md#part', article('guides/landing.mdx', '/de-de/guides/landing/', 'part')],
    ['landing.md?tabs=a#part', article('guides/landing.mdx', '/de-de/guides/landing/', 'part')],
    ['only-source.md', article('guides/only-source.md', '/de-de/guides/only-source/', '', 'en-us')],
    ['only-ja.md', article('guides/only-ja.md', '/de-de/guides/only-ja/', '', 'en-us')],
    ['../../en-us/guides/install.md#x', article('guides/install.md', '/en-us/guides/install/', 'x', 'en-us')],
  ])('%s', (url, expected) => {
    expect(resolver()(url)).toEqual(expected);
  });

  test('with the policy hide, a missing translation leads to the source’s page', () => {
    expect(resolver('missing: hide')('only-source.md')).toEqual(article('guides/only-source.md', '/en-us/guides/only-source/', '', 'en-us'));
  });

  test('with a base', () => {
    expect(resolver('base: /help/')('landing.md')).toMatchObject({ url: '/help/de-de/guides/landing/' });
  });

  test('names that differ in case only', () => {
    const resolve = resolver('', {}, { 'de-de/Setup.md': '', 'de-de/setup.md': '', 'de-de/a.md': '' });
    expect([resolve('Setup.md', 'a.md'), resolve('setup.md', 'a.md')]).toMatchObject([{ path: 'Setup.md' }, { path: 'setup.md' }]);
  });

  test('a name that the source writes in another case', () => {
    const resolve = resolver('', {}, { 'de-de/Setup.md': '', 'en-us/setup.md': '', 'de-de/a.md': '' });
    expect(resolve('setup.md', 'a.md')).toMatchObject({ locale: 'de-de', path: 'Setup.md' });
  });

  test('a locale whose folder is the content root', () => {
    const resolve = resolver('sourceLocale: en\nlocales: [{tag: en, dir: .}]', {}, { 'a.md': '', 'b/c.md': '', 'x.png': '' });
    expect([resolve('b/c.md', 'a.md', 'en'), resolve('../a.md', 'b/c.md', 'en'), resolve('../x.png', 'b/c.md', 'en'), resolve('../../x.png', 'b/c.md', 'en')]).toMatchObject([{ path: 'b/c.md' }, { path: 'a.md' }, { file: 'x.png' }, { kind: 'outside' }]);
  });

  test('a locale beside the content root', () => {
    const resolve = resolver('locales: [de-DE, {tag: vi, dir: ../vi}]', {}, { 'de-de/a.md': '', '/vi/a.md': '', '/vi/x/b.md': '', '/vi/x.png': '' });
    expect([resolve('../a.md', 'x/b.md', 'vi'), resolve('../x.png', 'x/b.md', 'vi'), resolve('../../../secret', 'x/b.md', 'vi')]).toMatchObject([{ path: 'a.md' }, { file: '../vi/x.png' }, { kind: 'outside' }]);
  });
});

test.each<[string, LinkTarget]>([
  ['../media/a%20b.png', { kind: 'asset', file: 'de-de/media/a b.png', url: '' }],
  ['../media/source.png', { kind: 'asset', file: 'en-us/media/source.png', url: '' }],
  ['/media/source.png', { kind: 'asset', file: 'en-us/media/source.png', url: '' }],
  ['~/samples/a.cs', { kind: 'asset', file: 'de-de/samples/a.cs', url: '' }],
  ['gone.md', { kind: 'missing', resolved: 'de-de/guides/gone.md' }],
  ['gone.png?x=1', { kind: 'missing', resolved: 'de-de/guides/gone.png?x=1' }],
  ['../../README.md', { kind: 'missing', resolved: 'README.md' }],
  ['../../../etc/passwd', { kind: 'outside', resolved: '../../../etc/passwd' }],
  ['%2e%2e/%2e%2e/%2e%2e/etc/passwd', { kind: 'outside', resolved: '../../../etc/passwd' }],
  ['~/../../secret.md', { kind: 'outside', resolved: '~/../../secret.md' }],
  ['#part', { kind: 'fragment', fragment: 'part' }],
  ['', { kind: 'fragment', fragment: '' }],
  ['?x#part', { kind: 'fragment', fragment: 'part' }],
  ['%E0%A4%A', { kind: 'missing', resolved: 'de-de/guides/%E0%A4%A' }],
  ['https://example.com/a?b#c', { kind: 'external', url: 'https://example.com/a?b#c' }],
  ['//example.com/a', { kind: 'external', url: '//example.com/a' }],
  ['MAILTO:a@example.com', { kind: 'external', url: 'MAILTO:a@example.com' }],
  ['tel:+491234', { kind: 'external', url: 'tel:+491234' }],
  ['/azure/what', { kind: 'missing', resolved: '/azure/what' }],
  ['/../azure', { kind: 'missing', resolved: '/../azure' }],
])('%s', (url, expected) => {
  expect(resolver()(url)).toEqual(expected);
});

test('a site-root link beside a site that is one of several on its host', () => {
  expect(resolver('base: /help/')('/azure/what')).toEqual({ kind: 'external', url: '/azure/what' });
});

test.each([
  ['https://learn.example.com', '/azure/what?a=b#c', 'https://learn.example.com/azure/what?a=b#c'],
  ['https://learn.example.com/', '/list/one.md', 'https://learn.example.com/list/one.md'],
])('site-root links with linkBase %s: %s', (base, url, expected) => {
  expect(resolver(`linkBase: ${base}`)(url)).toEqual({ kind: 'external', url: expected });
});

test.each([
  ['xref:my.uid', article('guides/install.md', '/de-de/guides/install/')],
  ['xref:my.uid?displayProperty=fullName', article('guides/install.md', '/de-de/guides/install/')],
  ['xref:a%2Ab', article('guides/only-source.md', '/de-de/guides/only-source/', '', 'en-us')],
  ['xref:unknown', { kind: 'missing', resolved: 'xref:unknown' }],
  ['xref:constructor', { kind: 'missing', resolved: 'xref:constructor' }],
  ['xref:__proto__', { kind: 'missing', resolved: 'xref:__proto__' }],
])('%s', (url, expected) => {
  expect(resolver('', { 'my.uid': 'guides/install.md', 'a*b': 'guides/only-source.md' })(url)).toEqual(expected);
});

test.each([
  'javascript:alert(1)', 'JavaScript:alert(1)', ' javascript:alert(1)', '\u0001javascript:alert(1)', 'java\nscript:alert(1)', 'java\tscript:alert(1)', 'java\r\n\tscript:alert(1)',
  'j\u0000avascript:alert(1)', 'javascript\n:alert(1)', '\u00A0javascript:alert(1)', '\uFEFFjavascript:alert(1)', 'vbscript:x', 'data:text/html,<script>', 'data:image/svg+xml,x', 'blob:x', 'file:///etc/passwd', 'view-source:x', 'intent:x', 'about:blank', 'ws:x', 'C:/x.md',
])('refused: %j', (url) => {
  expect(resolver()(url).kind).toBe('refused');
});

test.each(['java script:alert(1)', 'javascript%3Aalert(1)', './javascript:alert(1)', '&#106;avascript', 'a/b:c'])('a path with a colon is a path: %j', (url) => {
  expect(resolver()(url).kind).toBe('missing');
});
