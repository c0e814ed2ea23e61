import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageFacts } from '../../src/project/page-facts.ts';
import { redirectFiles } from '../../src/project/redirects-files.ts';
import { siteRedirects } from '../../src/project/redirects.ts';
import { openSite } from './open-site.ts';

type Front = Pick<PageFacts, 'redirect' | 'aliases'>;

/** A page per article of the content, as scanning finds them; `front`: what their frontmatter says. */
function factsOf(files: Readonly<Record<string, unknown>>, front: Readonly<Record<string, Front>>): PageFacts[] {
  return Object.keys(files).filter((file) => file.endsWith('.md')).map((file) => {
    const [locale = '', path = ''] = [file.slice(0, file.indexOf('/')), file.slice(file.indexOf('/') + 1)];
    return { locale, path, title: `T ${path}`, description: undefined, kind: 'own', provenance: undefined, stale: 0, version: undefined, date: undefined, robots: undefined, mdx: false, uid: undefined, ...front[file] };
  });
}

function redirectsOf(files: Readonly<Record<string, string>>, front: Readonly<Record<string, Front>> = {}, base?: string) {
  const map = openSite(files, { base });
  return { map, ...siteRedirects(map, factsOf(files, front)) };
}

/** `old → new` of every redirect that is published. */
function lines(...args: Parameters<typeof redirectsOf>): string[] {
  return redirectsOf(...args).redirects.map(({ address, url }) => `${address} → ${url}`);
}

const ops = (...entries: readonly object[]): string => JSON.stringify({ redirections: entries }, null, 2);
const SITE = { 'vi-vn/new.md': '', 'ar-sa/new.md': '', 'en-us/new.md': '', 'en-us/guides/b.md': '' };

describe('where redirects may be written', () => {
  test.each<[string, Record<string, string>, Record<string, Front>, string[]]>([
    ['site.yml: all locales', { 'site.yml': 'redirects:\n- { from: old.md, to: new.md }' }, {}, ['ar-sa/old/ → /ar-sa/new/', 'en-us/old/ → /en-us/new/', 'vi-vn/old/ → /vi-vn/new/']],
    ['site.yml: one locale', { 'site.yml': 'redirects:\n- { from: vi-vn/Old Page.md, to: new.md }' }, {}, ['vi-vn/old-page/ → /vi-vn/new/']],
    ['site.yml: an address of an older site', { 'site.yml': 'redirects:\n- { from: /hc/Article_1.aspx, to: /vi-vn/new }\n- { from: /old/index.html, to: / }\n- { from: /a/b.html, to: /new }' }, {}, ['a/b.html → /ar-sa/new/', 'hc/Article_1.aspx/ → /vi-vn/new/', 'old/ → /']],
    ['a locale folder', { 'vi-vn/.openpublishing.redirection.json': ops({ source_path: 'old.md', redirect_url: '/new#x' }) }, {}, ['vi-vn/old/ → /vi-vn/new/#x']],
    ['the content root, with the folder of the content', { '.openpublishing.redirection.json': ops({ source_path: 'content/en-us/old.md', redirect_url: '/guides/b?view=1' }, { source_path_from_root: '/x/content/vi-vn/former.yml', redirect_url: 'https://learn.example.com/x' }) }, {}, ['en-us/old/ → /en-us/guides/b/?view=1', 'vi-vn/former/ → https://learn.example.com/x']],
    ['a second file', { 'en-us/.openpublishing.redirection.guides.json': `\uFEFF${ops({ source_path: 'en-us/guides/a.md', redirect_url: '/en-US/guides/' })}` }, {}, ['en-us/guides/a/ → /en-us/guides/']],
    ['frontmatter', { 'vi-vn/moved.md': '' }, { 'vi-vn/moved.md': { redirect: 'new.md' } }, ['vi-vn/moved/ → /vi-vn/new/']],
    ['aliases', {}, { 'en-us/guides/b.md': { aliases: ['a.md', '/vi-vn/c/', '/d.html'] } }, ['d.html → /en-us/guides/b/', 'en-us/a/ → /en-us/guides/b/', 'vi-vn/c/ → /en-us/guides/b/']],
  ])('%s', (_, files, front, expected) => {
    expect(lines({ ...SITE, ...files }, front)).toEqual(expected);
  });

  test('a missing translation is shown in the original, where that is the rule', () => {
    const files = { ...SITE, 'vi-vn/.openpublishing.redirection.json': ops({ source_path: 'old.md', redirect_url: '/guides/b' }) };
    expect(lines(files)).toEqual(['vi-vn/old/ → /vi-vn/guides/b/']);
    expect(lines({ ...files, 'site.yml': 'missing: hide' })).toEqual(['vi-vn/old/ → /en-us/guides/b/']);
  });

  test('below a base', () => {
    const redirect = (to: string): string[] => lines({ ...SITE, 'en-us/.openpublishing.redirection.json': ops({ source_path: 'old.md', redirect_url: to }) }, {}, 'https://help.example.com/docs/');
    expect(redirect('/docs/vi-vn/new/')).toEqual(['en-us/old/ → /docs/vi-vn/new/']);
    expect(redirect('/new')).toEqual(['en-us/old/ → /docs/en-us/new/']);
    expect(redirect('/pricing/')).toEqual(['en-us/old/ → /pricing/']);
    expect(redirect('https://help.example.com/docs/en-us/new/#a')).toEqual(['en-us/old/ → /docs/en-us/new/#a']);
    expect(redirect('https://help.example.com/docs/gone/')).toEqual([]);
  });

  test('linkBase takes what is not here', () => {
    expect(lines({ ...SITE, 'site.yml': 'linkBase: https://learn.example.com\nredirects:\n- { from: vi-vn/old.md, to: /azure/x }' })).toEqual(['vi-vn/old/ → https://learn.example.com/azure/x']);
  });
});

describe('what they lead to', () => {
  const chain = (length: number): Record<string, string> => ({ 'de-de/end.md': '', 'de-de/.openpublishing.redirection.json': ops(...Array.from({ length }, (_, index) => ({ source_path: `a${index}.md`, redirect_url: index + 1 === length ? '/end' : `/a${index + 1}` }))) });

  test('a chain is followed to its end, however long', () => {
    const { redirects, facts } = redirectsOf(chain(10_000));
    expect(new Set(redirects.map(({ url }) => url))).toEqual(new Set(['/de-de/end/']));
    expect(facts.filter(({ end }) => end.kind === 'target' && end.via.length > 0)).toHaveLength(9_999);
    expect(facts.find(({ from }) => from === 'a0.md')?.end).toEqual({ kind: 'target', via: [1, 2, 3, 4, 5].map((step) => `/de-de/a${step}/`), target: '/de-de/end/' });
  });

  test('what leads into a circle is left out with it', () => {
    const { redirects, facts } = redirectsOf({ 'de-de/x.md': '', 'de-de/.openpublishing.redirection.json': ops({ source_path: 'a.md', redirect_url: 'b.md' }, { source_path: 'b.md', redirect_url: '/c' }, { source_path: 'c.md', redirect_url: '/b' }) });
    expect(redirects).toEqual([]);
    expect(facts.map(({ end }) => end)).toEqual(Array(3).fill({ kind: 'loop', chain: ['/de-de/b/', '/de-de/c/', '/de-de/b/'] }));
  });

  test.each([
    ['javascript:alert(1)'], ['data:text/html,x'], ['//evil.example/'], ['\\\\evil.example'], ['/\\evil.example'], ['https:evil'], ['https://user:secret@evil.example/'], ['mailto:a@b.example'], ['#x'], ['http://['],
  ])('%s is never published', (to) => {
    const { redirects, facts } = redirectsOf({ ...SITE, 'vi-vn/.openpublishing.redirection.json': ops({ source_path: 'old.md', redirect_url: to }) });
    expect(redirects).toEqual([]);
    expect(facts.map(({ end }) => end.kind)).toEqual(['faulty']);
  });

  test.each([['../old.md'], ['/'], ['/assets/x'], ['/search/x/'], ['/404.html'], ['/vi-vn/404/'], ['vi-vn/a/../../b.md'], ['old.md?x'], ['https://example.com/old'], ['/vi-vn/%2e%2e/b']])('%s is no old address', (from) => {
    const { redirects, facts } = redirectsOf({ ...SITE, 'site.yml': `redirects:\n- { from: "${from}", to: new.md }` });
    expect(redirects).toEqual([]);
    expect(facts.map(({ end, place }) => [end.kind === 'faulty' && end.fault, place.file, place.line])).toEqual([['bad-address', 'site.yml', 2]]);
  });

  test('the entry is found in its file', () => {
    const { facts } = redirectsOf({ ...SITE, 'vi-vn/.openpublishing.redirection.json': ops({ source_path: 'a.md', redirect_url: '/new' }, { note: 1 }, { redirect_url: '/gone', source_path: 'b.md', source_path_from_root: '/b.md' }) });
    expect(facts.map(({ from, end, place: { locale, path, file, line } }) => [from, end.kind, locale, path, file, line])).toEqual([
      ['', 'faulty', 'vi-vn', '.openpublishing.redirection.json', 'vi-vn/.openpublishing.redirection.json', 5],
      ['a.md', 'target', 'vi-vn', '.openpublishing.redirection.json', 'vi-vn/.openpublishing.redirection.json', 4],
      ['b.md', 'missing', 'vi-vn', '.openpublishing.redirection.json', 'vi-vn/.openpublishing.redirection.json', 11],
    ]);
  });

  test('whatever is written, the order of the pages does not matter and nothing throws', () => {
    const word = fc.constantFrom('a.md', 'b.md', '/a', '/de-de/b/', 'c', '../x', '/', '', 'https://x.example/%zz', 'javascript:x', '/b?x=%', 'd.md#e', '%E0%A4%A');
    fc.assert(fc.property(fc.array(fc.record({ source_path: word, redirect_url: word })), fc.dictionary(fc.constantFrom('de-de/a.md', 'de-de/b.md'), fc.record({ redirect: word, aliases: fc.array(word) }, { requiredKeys: [] })), (entries, front) => {
      const files = { 'de-de/a.md': '', 'de-de/b.md': '', 'de-de/.openpublishing.redirection.json': ops(...entries) };
      const map = openSite(files);
      const facts = factsOf(files, front);
      const found = siteRedirects(map, facts);
      expect(siteRedirects(map, facts.toReversed())).toEqual(found);
      for (const { url } of found.redirects) expect(url).toMatch(/^(?:\/(?![/\\])|https?:\/\/)[^\s"<>]*$/);
    }));
  });
});

describe('the files of hosts', () => {
  const files = (rules: string): Map<string, string> => {
    const { map, redirects } = redirectsOf({ ...SITE, 'site.yml': `url: https://help.example.com/docs/\nredirects:\n${rules}` });
    return new Map(redirectFiles(map.config, redirects).map(({ path, text }) => [path, text]));
  };

  test('each in its own form, and a page in the language of its readers', () => {
    const written = files('- { from: "/ar-sa/Old: $1 \\"x\\"/", to: /new#ب }');
    expect([...written.keys()]).toEqual(['_redirects', 'staticwebapp.config.json', 'redirects.map', 'ar-sa/Old: $1 "x"/index.html']);
    expect(written.get('_redirects')).toBe('/docs/ar-sa/Old%3A%20%241%20%22x%22/ /docs/ar-sa/new/#%D8%A8 301\n');
    expect(JSON.parse(written.get('staticwebapp.config.json') ?? '')).toEqual({ routes: [{ route: '/docs/ar-sa/Old:%20$1%20%22x%22/', redirect: '/docs/ar-sa/new/#%D8%A8', statusCode: 301 }] });
    expect(written.get('redirects.map')).toBe('"/docs/ar-sa/Old: $1 \\"x\\"/" "/docs/ar-sa/new/#%D8%A8";\n');
    const page = written.get('ar-sa/Old: $1 "x"/index.html') ?? '';
    expect(page).toContain('<html lang="ar-SA" dir="rtl">');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('<link rel="canonical" href="https://help.example.com/docs/ar-sa/new/#%D8%A8">');
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/docs/ar-sa/new/#%D8%A8">');
    expect(page).toContain('<a href="/docs/ar-sa/new/#%D8%A8">T new.md</a>');
    expect(page).not.toMatch(/<script|\son\w+=/i);
  });

  test('nothing without redirects', () => {
    expect(files('- { from: x.md, to: gone.md }').size).toBe(0);
  });

  test('what Azure would not read is not written for it', () => {
    const written = files(Array.from({ length: 300 }, (_, index) => `- { from: vi-vn/old-${index}.md, to: new.md }`).join('\n'));
    expect(written.has('staticwebapp.config.json')).toBe(false);
    expect(written.get('_redirects')?.split('\n')).toHaveLength(301);
  });
});
