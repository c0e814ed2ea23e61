import { describe, expect, test } from 'vitest';
import { KEPT_FINDINGS } from '../../src/model/site-finding.ts';
import { checkSite } from '../../src/project/check-site.ts';
import { memoryHost } from './memory-host.ts';

interface PageParts {
  readonly html?: string;
  readonly head?: string;
  readonly body?: string;
  readonly lang?: string;
}

/** A sound page at an address below `/`. */
function page(address: string, { html = ' dir="ltr"', head = '', body = '', lang = 'en-US' }: PageParts = {}): string {
  return `<!doctype html><html lang="${lang}"${html}><head><title>A</title><link rel="canonical" href="${address}">${head}</head><body>${body}</body></html>`;
}

function check(files: Readonly<Record<string, string>>, base = '/') {
  return checkSite({ host: memoryHost(Object.fromEntries(Object.entries(files).map(([path, text]) => [`/site/${path}`, text]))), folder: '/site', base });
}

function faults(files: Readonly<Record<string, string>>, base?: string): string[] {
  return check({ 'index.html': page('/'), ...files }, base).findings.map(({ rule, file, about }) => `${rule} ${file} ${about}`);
}

const at = (body: string, more: Readonly<Record<string, string>> = {}): string[] => faults({ 'a/index.html': page('/a/', { body }), 'b/index.html': page('/b/', { body: '<p id="x">' }), 'b.png': '', ...more });

describe('links and anchors', () => {
  test.each([
    ['<a href="/b/">', []],
    ['<a href="../b/#x">', []],
    ['<a href="/b/#%78">', []],
    ['<a href="#">', []],
    ['<a href="#top">', []],
    ['<a href="/b/#:~:text=a">', []],
    ['<a href="">', []],
    ['<a href="?q">', []],
    ['<a href="mailto:a@b.example">', []],
    ['<a href="https://other.example/gone">', []],
    ['<a href="/b.png">', []],
    ['<a href="/c/">', ['link-broken a/index.html /c/']],
    ['<a href="c/">', ['link-broken a/index.html c/']],
    ['<a href="/b/?a=1#x"><a href="/B/">', ['link-broken a/index.html /B/']],
    ['<a href="http://[">', ['link-broken a/index.html http://[']],
    ['<a href="/b">', ['link-redirected a/index.html /b']],
    ['<a href="/b/#y">', ['anchor-missing a/index.html /b/#y']],
    ['<a href="#y">', ['anchor-missing a/index.html #y']],
    ['<a href="/c/"><a href="/c/">', ['link-broken a/index.html /c/']],
    ['<form action="/c/">', ['link-broken a/index.html /c/']],
    ['<blockquote cite="/c/">', ['link-broken a/index.html /c/']],
    ['<!-- <a href="/c/"> --><textarea><a href="/c/"></textarea>', []],
    ['<a href="/b/&#35;y">', ['anchor-missing a/index.html /b/#y']],
    ['<constructor src="/b.png">', []],
    ['<a href=/c/>', ['link-broken a/index.html /c/']],
  ])('%s', (body, expected) => {
    expect(at(body)).toEqual(expected);
  });

  test('below a base, other parts of the host are not looked at', () => {
    const links = '<a href="/help/gone/"><a href="/pricing/"><a href="/help">';
    expect(faults({ 'index.html': page('/help/'), 'a/index.html': page('/help/a/', { body: links }) }, '/help/')).toEqual(['link-broken a/index.html /help/gone/', 'link-redirected a/index.html /help']);
  });

  test('names with blanks and letters beyond ASCII', () => {
    expect(faults({ 'ä b/index.html': page('/%C3%A4%20b/', { body: '<i id="ü">' }), 'a/index.html': page('/a/', { body: '<a href="/%C3%A4%20b/#%C3%BC"><a href="/ä b/#ü"><a href="/%E0%A4%A/">' }) })).toEqual(['link-broken a/index.html /%E0%A4%A/']);
  });

  test('a fault on many pages is one line a page', () => {
    expect(faults({ 'a/index.html': page('/a/', { body: '<a href="/b/#y">' }), 'c/index.html': page('/c/', { body: '<a href="/b/#y">' }), 'b/index.html': page('/b/') })).toEqual(['anchor-missing a/index.html /b/#y', 'anchor-missing c/index.html /b/#y']);
  });
});

describe('what a page shows and loads', () => {
  test.each([
    ['<img src="/b.png">', []],
    ['<img src="data:image/png,">', []],
    ['<img src="https://other.example/a.png">', []],
    ['<img src="../c.png">', ['asset-missing a/index.html ../c.png']],
    ['<img srcset="/b.png 1x, /c.png 2x">', ['asset-missing a/index.html /c.png']],
    ['<video poster="/c.png">', ['asset-missing a/index.html /c.png']],
    ['<script src="/c.js"></script>', ['asset-missing a/index.html /c.js']],
    ['<script src="https://other.example/a.js"></script>', ['foreign-request a/index.html https://other.example/a.js']],
    ['<link rel="stylesheet" href="//other.example/a.css">', ['foreign-request a/index.html //other.example/a.css']],
    ['<link rel="preconnect" href="https://other.example">', ['foreign-request a/index.html https://other.example']],
    ['<iframe src="https://other.example/"></iframe>', ['foreign-request a/index.html https://other.example/']],
    ['<link rel="me" href="https://other.example/">', []],
    ['<p onclick="x()">', ['script-refused a/index.html onclick of <p>']],
  ])('%s', (body, expected) => {
    expect(at(body)).toEqual(expected);
  });

  test.each([
    ['a{background:url(b.png)}', []],
    ['a{background:url("gone.png")}', ['asset-missing a.css gone.png']],
    ['a{background:url(data:image/png,)}', []],
    ['a{filter:url(#f)}', []],
    ['@import "https://other.example/a.css";', ['foreign-request a.css https://other.example/a.css']],
    ['@font-face{src:url(\'https://other.example/a.woff2\')}', ['foreign-request a.css https://other.example/a.woff2']],
  ])('style sheet %s', (css, expected) => {
    expect(faults({ 'a.css': css, 'b.png': '' })).toEqual(expected);
  });

  test.each([
    ["default-src 'self'", '<script>x()</script>', true],
    ["script-src 'self' 'sha256-eaw5/zwQYHNBlCiu1XByWbt0DjewmwZN/u/yrf+i9Ik='", '<script>x()</script>', true],
    ["script-src 'unsafe-inline'", '<script>x()</script>', false],
    ["script-src 'self'", '<script type="application/ld+json">{}</script>', false],
    ["img-src 'self'", '<script>x()</script>', false],
  ])('policy %s and %s', (policy, script, refused) => {
    const found = faults({ 'a/index.html': page('/a/', { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">`, body: script }) });
    expect(found.map((fault) => fault.split(' ', 1)[0])).toEqual(refused ? ['script-refused'] : []);
  });
});

describe('the page itself', () => {
  test.each([
    ['language', page('/a/').replace(' lang="en-US"', ''), 'language-missing'],
    ['empty language', page('/a/').replace('en-US', ''), 'language-missing'],
    ['direction', page('/a/', { html: '' }), 'direction-missing'],
    ['wrong direction', page('/a/', { html: ' dir="left"' }), 'direction-missing'],
    ['title', page('/a/').replace('<title>A</title>', '<title> </title><svg><title>B</title></svg>'), 'title-missing'],
    ['an id twice', page('/a/', { body: '<p id="x"><p id="x">' }), 'id-repeated'],
    ['an id that is named and absent', page('/a/', { body: '<label for="x">' }), 'id-missing'],
    ['canonical', page('/a/').replace(/<link[^>]*>/, ''), 'canonical-missing'],
    ['two canonicals', page('/a/', { head: '<link rel="canonical" href="/a/">' }), 'canonical-wrong'],
    ['a canonical that is not there', page('/gone/'), 'canonical-wrong'],
  ])('%s', (_, html, rule) => {
    expect(faults({ 'a/index.html': html }).map((fault) => fault.split(' ', 1)[0])).toEqual([rule]);
  });

  test('a page that may not be found needs no canonical address', () => {
    expect(faults({ '404.html': page('/').replace(/<link[^>]*>/, '<meta name="robots" content="noindex">') })).toEqual([]);
  });

  test('a canonical page that names another one', () => {
    expect(faults({ 'a/index.html': page('/b/'), 'b/index.html': page('/c/'), 'c/index.html': page('/c/') })).toEqual(['canonical-wrong a/index.html /b/']);
  });
});

describe('languages', () => {
  const set = (...links: readonly (readonly [string, string])[]): string => links.map(([tag, href]) => `<link rel="alternate" hreflang="${tag}" href="${href}">`).join('');
  const both = set(['en-US', '/en/'], ['de-DE', '/de/'], ['x-default', '/en/']);
  const sound = { 'en/index.html': page('/en/', { head: both }), 'de/index.html': page('/de/', { head: both, lang: 'de-DE' }) };

  test.each<[string, Record<string, string>, string[]]>([
    ['they name each other', {}, []],
    ['one does not answer', { 'de/index.html': page('/de/', { lang: 'de-DE' }) }, ['alternate-unanswered en/index.html /de/']],
    ['one names others', { 'de/index.html': page('/de/', { head: set(['en-US', '/en/'], ['de-DE', '/de/']), lang: 'de-DE' }) }, ['alternate-unanswered en/index.html /de/', 'alternate-unanswered de/index.html /en/']],
    ['one is in another language', { 'de/index.html': page('/de/', { head: both }) }, ['alternate-wrong de/index.html /de/', 'alternate-wrong en/index.html /de/']],
    ['one does not name itself', { 'a/index.html': page('/a/', { head: both }) }, ['alternate-unanswered', 'alternate-wrong a/index.html /a/']],
    ['one is not there', { 'a/index.html': page('/a/', { head: set(['en-US', '/a/'], ['fr-FR', '/fr/']) }) }, ['alternate-wrong a/index.html /fr/']],
    ['one stands in for another and names them', { 'a/index.html': page('/en/', { head: set(['en-US', '/a/'], ['x-default', '/a/']) }) }, ['canonical-wrong a/index.html /a/']],
  ])('%s', (_, files, expected) => {
    expect(faults({ ...sound, ...files }).filter((fault) => !(expected[0] === 'alternate-unanswered' && fault.startsWith('alternate-unanswered')))).toEqual(expected.filter((fault) => fault !== 'alternate-unanswered'));
  });

  test('addresses are absolute on all pages or on none', () => {
    expect(faults({ 'index.html': page('https://a.example/'), 'a/index.html': page('/a/'), 'b/index.html': page('https://b.example/b/') })).toEqual(['alternate-wrong a/index.html /a/', 'alternate-wrong b/index.html https://b.example/b/', 'canonical-wrong b/index.html https://b.example/b/']);
  });
});

describe('files beside the pages', () => {
  const hidden = page('/h/', { head: '<meta name="robots" content="NOINDEX">' });

  test.each([
    ['sitemap.xml', '<loc>/a/</loc>', []],
    ['sitemap.xml', '<loc>/gone/</loc>', ['sitemap-wrong sitemap.xml /gone/']],
    ['sitemap-2.xml', '<loc>/h/</loc>', ['sitemap-wrong sitemap-2.xml /h/']],
    ['sitemap.xml', '<loc>/c/</loc>', ['sitemap-wrong sitemap.xml /c/']],
    ['sitemap.xml', '<loc>https://other.example/</loc>', ['sitemap-wrong sitemap.xml https://other.example/']],
    ['de/feed.xml', '<link rel="self" href="/gone.xml"/>', ['link-broken de/feed.xml /gone.xml']],
    ['de/rss.xml', '<link>/gone/?a&amp;b</link>', ['link-broken de/rss.xml /gone/?a&b']],
    ['llms.txt', '- [A](/a/) [B](/gone/)', ['link-broken llms.txt /gone/']],
    ['llms.txt', '- [A\\](b)](/gone/): \\[c\\](/d/) \\\\[e](/f/)', ['link-broken llms.txt /f/', 'link-broken llms.txt /gone/']],
    ['m.webmanifest', '{"start_url": "/a/", "icons": [{"src": "/gone.png"}]}', ['link-broken m.webmanifest /gone.png']],
  ])('%s: %s', (file, text, expected) => {
    expect(faults({ 'a/index.html': page('/a/'), 'c/index.html': page('/a/'), 'h/index.html': hidden, [file]: text })).toEqual(expected);
  });
});

test('hostile pages are read in linear time', () => {
  const deep = '<div>'.repeat(50_000) + '<a href="/c/">'.repeat(20_000) + '<'.repeat(200_000) + '&'.repeat(200_000);
  expect(faults({ 'a/index.html': page('/a/', { body: deep }) })).toEqual(['link-broken a/index.html /c/']);
});

test('more faults than anybody reads are counted and not kept', () => {
  const links = Array.from({ length: KEPT_FINDINGS + 5 }, (_, index) => `<a href="/gone/${index}/">`).join('');
  const { findings, counts } = check({ 'index.html': page('/', { body: links }) });
  expect(findings).toHaveLength(KEPT_FINDINGS);
  expect(counts).toEqual({ 'link-broken': KEPT_FINDINGS + 5 });
});

describe('redirects', () => {
  const leading = (to: string, canonical = to): string => `<!doctype html><html lang="en" dir="ltr"><head><title>A</title><meta name="robots" content="noindex"><link rel="canonical" href="${canonical}"><meta http-equiv="refresh" content="0; url=${to}"></head><body></body></html>`;
  test.each([
    ['to a page', { 'old/index.html': leading('/b/') }, []],
    ['to another site', { 'old/index.html': leading('https://other.example/') }, []],
    ['to nothing', { 'old/index.html': leading('/gone/') }, ['link-broken old/index.html /gone/']],
    ['to another redirect', { 'old/index.html': leading('/older/'), 'older/index.html': leading('/b/') }, ['redirect-wrong old/index.html /older/']],
    ['to itself', { 'old/index.html': leading('/old/') }, ['redirect-wrong old/index.html /old/']],
    ['in the file of a host', { _redirects: '/a /b/ 301\n/c /gone/ 301\n' }, ['link-broken _redirects /gone/']],
    ['in a sitemap', { 'old/index.html': leading('/b/'), 'sitemap.xml': '<loc>/old/</loc>' }, ['sitemap-wrong sitemap.xml /old/']],
  ])('%s', (_, files, expected) => {
    expect(faults({ 'b/index.html': page('/b/'), ...files })).toEqual(expected);
  });
});
