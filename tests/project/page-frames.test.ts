import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import { PROJECT } from '../support/run-cli.ts';
import { openSite } from './open-site.ts';

const FILES = {
  'en-us/index.md': '# Home', 'en-us/legal/privacy.md': '# Privacy', 'vi-vn/index.md': '# Home', 'vi-vn/media/own.png': 'x',
  'media/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h9"/></svg>', 'media/bad.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
  'media/card.png': 'png', 'fonts/text.woff2': 'font', 'fonts/text-italic.woff2': 'italic', 'media/site.css': '', 'parts/a.html': '', 'parts/vi.html': '',
};

function open(yaml: string, files: Readonly<Record<string, string>> = {}) {
  const map = openSite({ ...FILES, ...files, 'site.yml': yaml });
  const sheet = map.brandFiles.find(({ path }) => path.endsWith('.css'));
  return { map, frame: map.config.frames['vi-vn'], notes: map.notes, css: sheet && 'text' in sheet ? sheet.text : undefined };
}

function problem(yaml: string): string {
  try {
    open(yaml);
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.hint}`;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

test('without any setting nothing stands around the pages but what the tool has', () => {
  const { frame, map, css } = open('title: Help');
  expect(frame).toMatchObject({ description: undefined, stylesheet: undefined, preload: [], logo: undefined, image: undefined, footerLinks: [], social: [], headHtml: '', bannerHtml: '', footerHtml: '' });
  expect({ notes: map.notes, css }).toEqual({ notes: [], css: undefined });
});

describe('texts by locale', () => {
  test.each([
    ['footer: {text: Office}', 'Office'],
    ['footer: {text: {en-us: Office, VI-VN: Phòng}}', 'Phòng'],
    ['footer: {text: {en-us: Office}}', 'Office'],
    ['footer: {}', undefined],
  ])('%s', (yaml, expected) => {
    expect(open(yaml).frame?.footerText).toBe(expected);
  });

  test.each([
    ['https://example.com/a?b', 'https://example.com/a?b'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['legal/privacy.md', '/vi-vn/legal/privacy/'],
    ['/legal/privacy.md', '/vi-vn/legal/privacy/'],
    ['legal/privacy.md#who', '/vi-vn/legal/privacy/#who'],
  ])('link to %s', (url, expected) => {
    expect(open(`footer: {links: [{label: A, url: '${url}'}]}`).frame?.footerLinks).toEqual([{ label: 'A', url: expected }]);
  });

  test('a link without a text for the locale or the source is left out there', () => {
    expect(open('locales: [en-US, vi-VN]\nfooter: {links: [{label: {en-us: A}, url: "https://a.example/"}]}').frame?.footerLinks).toEqual([{ label: 'A', url: 'https://a.example/' }]);
  });
});

describe('styles', () => {
  test('the layers are those of the styles of the site', () => {
    const order = /^@layer ([^;]*);/m.exec(readFileSync(`${PROJECT}src/site/styles/index.css`, 'utf8'))?.[1];
    expect(open('brand: {color: "#123456"}').css).toContain(`@layer ${order};`);
  });

  test.each([
    ['brand: {color: "#1a5fb4"}', /@layer theme \{\n:root \{ --brand: light-dark\(#1a5fb4, #64a6ff\); --brand-ink: light-dark\(#ffffff, #000000\);/],
    ['brand: {color: "#1a5fb4", colorDark: "#f00"}', /--brand: light-dark\(#1a5fb4, #ff0000\)/],
    ['brand: {fonts: {body: "Inter, sans-serif"}}', /:root, \[data-script\] \{ --font-body: Inter, sans-serif, var\(--font\); \}/],
    ['brand: {fonts: {code: fonts/text.woff2}}', /@font-face \{ font-family: 'brand-code'; src: url\("\/assets\/text\.[0-9a-f]{10}\.woff2"\) format\("woff2"\); font-weight: 100 900; font-style: normal; font-display: fallback; \}[^]*--font-code: 'brand-code', /],
    ['brand: {fonts: {heading: [{file: fonts/text.woff2, weight: 700}, {file: fonts/text-italic.woff2, style: italic}]}}', /font-weight: 700; font-style: normal;[^\n]*\n.*font-weight: 400; font-style: italic;[^]*--font-heading: 'brand-heading', var\(--font-body\)/],
  ])('%s', (yaml, css) => {
    expect(open(yaml).css).toMatch(css);
    expect(open(yaml).frame?.stylesheet).toMatch(/^\/assets\/brand\.[0-9a-f]{10}\.css$/);
  });

  test('the font of the text is asked for early, others are not', () => {
    expect(open('brand: {fonts: {body: fonts/text.woff2, heading: fonts/text-italic.woff2}}').frame?.preload).toEqual([{ url: expect.stringMatching(/^\/assets\/text\.\w+\.woff2$/), type: 'font/woff2' }]);
  });

  test.each([
    ['a { color: red }', 'a { color: red }', []],
    ['a { background: url(card.png) }', /url\("\/help\/assets\/card\.\w+\.png"\)/, []],
    ['a { background: url("../fonts/text.woff2?v=1#x") }', /url\("\/help\/assets\/text\.\w+\.woff2"\)/, []],
    ['a { fill: url(#b); mask: url(data:image/png,) }', 'url(#b); mask: url(data:image/png,)', []],
    ['a { background: url(https://x.example/a.png) }', 'url("data:,")', [/names https:\/\/x\.example\/a\.png, which is not a file of the content/]],
    ['a { background: url(\'../../../etc/passwd\') }', 'url("data:,")', [/etc\/passwd/]],
    ['@import "b.css";', '@import', [/imports another style sheet/]],
  ])('own rules %j', (rules, expected, notes) => {
    const found = open('base: /help/\nbrand: {styles: media/site.css}', { 'media/site.css': rules });
    expect(found.css).toMatch(expected);
    expect(found.notes).toEqual(notes.map((note) => expect.stringMatching(note)));
  });

  test('a colour that is too light for text is said to be, with what is used', () => {
    expect(open('brand: {color: "#ffcc00"}').notes).toEqual([expect.stringMatching(/"brand\.color" is #ffcc00.*contrast of 1\.5.*Links have #896c00/)]);
    expect(open('brand: {color: "#1a5fb4"}').notes).toEqual([]);
  });
});

describe('slots', () => {
  const slot = (name: string, html: string) => open(`slots: {${name}: parts/a.html}`, { 'parts/a.html': html });

  test.each([
    ['<p>Hello <a href="legal/privacy.md">Privacy</a></p>', '<p>Hello <a href="/vi-vn/legal/privacy/">Privacy</a></p>', []],
    ['<p>a<b>c', '<p>a<b>c</b></p>', []],
    ['<a href="https://a.example/?b&amp;c">x</a>', '<a href="https://a.example/?b&amp;c">x</a>', []],
    ['<img src="../media/card.png" alt="A">', /^<img src="\/assets\/card\.\w+\.png" alt="A">$/, []],
    ['<p onclick="x()" style="color:red">a</p>', '<p>a</p>', [/onclick of <p>, style of <p>/]],
    ['<script>x()</script><p>a</p>', '<p>a</p>', [/<script>/]],
    ['<iframe src="https://a.example/"></iframe>', '', [/<iframe>/]],
    ['<a href="javascript:x()">a</a>', '<a>a</a>', [/leads nowhere/]],
    ['<a href="gone.md">a</a>', '<a>a</a>', [/gone\.md, which leads nowhere/]],
    ['<img src="gone.png" alt="">', '<img src="data:image/png," alt="">', [/gone\.png, which is not in the content/]],
    ['<!-- <script> -->a', 'a', []],
    ['</div></footer>a', 'a', [/<footer>/]],
  ])('footer %j', (html, expected, notes) => {
    const { frame, notes: found } = slot('footer', html);
    if (typeof expected === 'string') expect(frame?.footerHtml).toBe(expected);
    else expect(frame?.footerHtml).toMatch(expected);
    expect(found).toEqual(notes.map((note) => expect.stringMatching(note)));
  });

  test.each([
    ['<meta name="a" content="b &amp; &quot;c&quot;">', '<meta name="a" content="b &amp; &quot;c&quot;">', []],
    ['<meta property="fb:app_id" content="1">', '<meta property="fb:app_id" content="1">', []],
    ['<link rel="me" href="https://a.example/">', '<link rel="me" href="https://a.example/">', []],
    ['<link rel="license" href="javascript:x()">', '<link rel="license" href="#">', []],
    ['<link rel="stylesheet" href="https://a.example/a.css">', '', [/<link rel="stylesheet">/]],
    ['<link rel="preconnect" href="https://a.example/">', '', [/preconnect/]],
    ['<link rel="alternate" hreflang="fr" href="/fr/">', '', [/alternate/]],
    ['<meta http-equiv="refresh" content="0;url=https://a.example/">', '', [/http-equiv/]],
    ['<meta name="robots" content="noindex">', '', [/robots/]],
    ['<script src="https://a.example/a.js"></script>', '', [/<script>/]],
    ['<base href="https://a.example/">', '', [/<base>/]],
    ['<style>a{}</style>text', '', [/<style>/]],
    ['<meta name="a" content="b" onload="x()">', '<meta name="a" content="b">', []],
  ])('head %j', (html, expected, notes) => {
    const { frame, notes: found } = slot('head', html);
    expect(frame?.headHtml).toBe(expected);
    expect(found).toEqual(notes.map((note) => expect.stringMatching(note)));
  });

  test('one per locale', () => {
    const { frame } = open('slots: {banner: {en-us: parts/a.html, vi-vn: parts/vi.html}}', { 'parts/a.html': 'Closed', 'parts/vi.html': 'Đóng' });
    expect(frame?.bannerHtml).toBe('Đóng');
  });
});

test.each([
  ['brand: {color: red}', /site\.yml:1: "brand\.color" .*#1a5fb4/],
  ['brand: {colour: "#fff"}', /no setting "colour" in "brand".*Did you mean "color"/],
  ['title: A\nbrand:\n  logo: media/lgoo.svg', /site\.yml:3: there is no file media\/lgoo\.svg.*Did you mean "media\/logo\.svg"/],
  ['brand: {logo: media/site.css}', /cannot be used here.*an image/],
  ['brand: {logo: media/bad.svg}', /cannot be published.*script/],
  ['brand: {favicon: [media/logo.svg, media/site.css]}', /cannot be used here.*an icon/],
  ['brand: {image: media/logo.svg}', /cannot be used here.*a picture/],
  ['brand: {fonts: {body: fonts/gone.woff2}}', /there is no file fonts\/gone\.woff2/],
  ['brand: {fonts: {text: Inter}}', /no setting "text" in "brand\.fonts".*Allowed: body, code, heading/],
  ['brand: {fonts: {body: "a;} *{}"}}', /"brand\.fonts\.body" .*family names/],
  ['brand: {styles: ../x.css}', /there is no file \.\.\/x\.css/],
  ['brand:\n  fonts:\n    body:\n    - file: fonts/text.woff2\n      wieght: 1', /site\.yml:5: there is no setting "wieght".*"weight"/],
  ['footer: {links: [{label: A}]}', /"footer\.links\[0\]\.url".*links/],
  ['footer: {links: [{label: A, url: gone.md}]}', /site\.yml:1: the link "gone\.md" leads nowhere/],
  ['footer: {links: [{label: A, url: "javascript:alert(1)"}]}', /leads nowhere/],
  ['footer: {text: {fr-fr: A}}', /"footer\.text" is given for fr-fr, which is not a locale/],
  ['footer:\n  links:\n  - label: {vi-vn: A, fr: B}\n    url: https://a.example/', /site\.yml:3: "footer\.links\.label" is given for fr/],
  ['social: [{name: X, url: x}]', /"social\[0\]\.url".*- name: GitHub/],
  ['feedback: javascript:alert(1)', /"feedback".*https:\/\/ or mailto:/],
  ['slots: {foot: parts/a.html}', /no setting "foot" in "slots"/],
  ['slots: {head: media/site.css}', /cannot be used here.*HTML/],
])('refuses %j', (yaml, expected) => {
  expect(problem(yaml)).toMatch(expected);
});
