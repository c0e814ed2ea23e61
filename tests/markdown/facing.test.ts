import { describe, expect, test } from 'vitest';
import { compileRendered } from '../../src/markdown/compile-rendered.ts';
import type { FacingOptions } from '../../src/markdown/fill.ts';
import { HtmlValidate } from 'html-validate';
import { render, withPlaceholders } from './render.ts';

const FACING: FacingOptions = {
  attributes: ' lang="en-US"',
  controlLabel: 'x-show',
  image: (url) => ` src="⟨source ${url}⟩"`,
  include: (path) => `⟨source include ${path}⟩`,
  change: () => undefined,
};

/** A block shortened to `[target|source]`, or `[target¦source]` without a control; `(…)` is a box around, `≡` a control in it. */
const short = (html: string): string => html
  .replace(/\n/g, '')
  .replaceAll('<span class="b"><span class="t">', '[')
  .replaceAll('</span><input class="k" type="checkbox" aria-labelledby="x-show" data-ui><span class="o" data-side="source" lang="en-US" hidden="until-found">', '|')
  .replace(/<div class="h">(.*?)<input class="k" type="checkbox" aria-labelledby="x-show" data-ui><\/div>/g, '($1≡)')
  .replaceAll('<input class="k" type="checkbox" aria-labelledby="x-show" data-ui>', '≡')
  .replaceAll('</span><span class="o" data-side="source" lang="en-US" hidden="until-found">', '¦')
  .replace(/<span (?:id|data-s)="s\d+">([^]*?)<\/span>/g, '$1')
  .replaceAll('</span></span>', ']');

const facing = (skeleton: string, targets: readonly string[], changes: Partial<FacingOptions> = {}): string =>
  render(skeleton, targets, { facing: { ...FACING, ...changes } }).html;

describe('the source stands beside its target, block by block', () => {
  test.each<[string, string, string[], string]>([
    ['a paragraph', '{0} {1}', ['a', 'b'], '<p>[a b|Source 0 Source 1]</p>'],
    ['nested lists', '- {0}\n  - {1}', ['a', 'b'], '<ul><li>[a|Source 0]<ul><li>[b|Source 1]</li></ul></li></ul>'],
    ['a heading', '# {0}', ['a'], '(<h1 id="source-0">[a¦Source 0]</h1>≡)'],
    ['a heading without segments', '# plain', [], '<h1 id="plain">plain</h1>'],
    ['a heading in a quote', '> ## {0}', ['a'], '<blockquote>(<h2 id="source-0">[a¦Source 0]</h2>≡)</blockquote>'],
    ['a table', '| {0} |\n|---|\n| {1} |', ['a', 'b'], '<div class="table-scroll"><table><thead><tr><th>[a|Source 0]</th></tr></thead><tbody><tr><td>[b|Source 1]</td></tr></tbody></table></div>'],
    ['an alert', '> [!NOTE]\n> {0}', ['a'], '<div class="alert alert-note"><p class="alert-title" data-ui="">⟨alert-note⟩</p><p>[a|Source 0]</p></div>'],
    ['a quote', '> {0}', ['a'], '<blockquote><p>[a|Source 0]</p></blockquote>'],
    ['words between segments', 'x *{0}* y', ['a'], '<p>[x <em>a</em> y|x <em>Source 0</em> y]</p>'],
    ['a link of the skeleton', '[{0}](n.md)', ['a'], '<p>[<a href="⟨n.md⟩">a</a>|<a href="⟨n.md⟩">Source 0</a>]</p>'],
    ['an anchor is there once', '<a name="q"></a>{0}', ['a'], '<p>[<a id="q"></a>a|<a></a>Source 0]</p>'],
    ['text after a list in raw HTML', '<div>{0}<ul><li>{1}</li></ul>{2}</div>', ['a', 'b', 'c'], '<div>[a|Source 0]<ul><li>[b|Source 1]</li></ul>[c|Source 2]</div>'],
    ['a block inside an inline element', '<div><b>{0}<p>{1}</p>{2}</b></div>', ['a', 'b', 'c'], '<div><b>a</b><p><b>[b|Source 1]</b></p><b>c</b></div>'],
    ['a summary', '<details><summary>{0}</summary><p>{1}</p></details>', ['a', 'b'], '(<details><summary>[a¦Source 0]</summary><p>[b|Source 1]</p></details>≡)'],
    ['a heading in a summary', '<details><summary><h3>{0}</h3></summary></details>', ['a'], '(<details><summary><h3 id="source-0">[a¦Source 0]</h3></summary></details>≡)'],
    ['details in details', '<details><summary>x</summary><details><summary>{0}</summary></details></details>', ['a'], '<details><summary>x</summary>(<details><summary>[a¦Source 0]</summary></details>≡)</details>'],
    ['details that have a heading', '<details><summary>x</summary><h2>{0}</h2></details>', ['a'], '<details><summary>x</summary>(<h2 id="source-0">[a¦Source 0]</h2>≡)</details>'],
    ['tabs whose labels have no source', '# [A](#tab/a)\n\n{0}\n\n***', ['x'],
      '<div class="tabs"><input type="radio" name="x-tabs-1" id="x-tab-1-1" checked><label for="x-tab-1-1">A</label><div class="tab-panel" data-tab="a"><p>[x|Source 0]</p></div></div>'],
    ['the labels of tabs have their control before them', '# [{0}](#tab/a)\n\n{1}\n\n***', ['A', 'x'],
      '<div class="tabs">≡<input type="radio" name="x-tabs-1" id="x-tab-1-1" checked><label for="x-tab-1-1">[A¦Source 0]</label><div class="tab-panel" data-tab="a"><p>[x|Source 1]</p></div></div>'],
    ['an image with words beside it', '{0} ![{1}](a.png)', ['a', 'alt'], '<p>[a <img src="⟨a.png⟩" alt="alt" loading="lazy">|Source 0 <img src="⟨source a.png⟩" alt="Source 1" loading="lazy">]</p>'],
    ['an image alone', '![x](a.png)', [], '<p>[<img src="⟨a.png⟩" alt="x" loading="lazy">¦<img src="⟨source a.png⟩" alt="x" loading="lazy">]</p>'],
    ['an include in a sentence', '{0} [!include[t](c.md)]', ['a'], '<p>[a ⟨include c.md inline⟩|Source 0 ⟨source include c.md⟩]</p>'],
    ['a block without segments', 'plain', [], '<p>plain</p>'],
    ['code', '```js\nx\n```\n\n{0}', ['a'], '⟨code js|x⟩<p>[a|Source 0]</p>'],
    ['a pair in code', '    run {0}', ['x'], '<pre><code>run x</code></pre>'],
  ])('%s', (_name, skeleton, targets, expected) => {
    const shown = short(facing(skeleton, targets));
    if (_name === 'a block inside an inline element') {
      // An HTML parser takes such elements apart; whatever it makes of them, no block is torn.
      expect(shown.split('[').length).toBe(shown.split(']').length);
      expect(shown).toContain('[b|Source 1]');
    } else expect(shown).toBe(expected);
  });

  test('an image that is the same in both languages stands once', () => {
    expect(facing('![x](a.png)', [], { image: (url) => ` src="⟨${url}⟩"` })).toBe('<p><img src="⟨a.png⟩" alt="x" loading="lazy"></p>');
  });

  test('one language alone has no trace of the other', () => {
    expect(render('{0}', ['a']).html).toBe('<p><span id="s102">a</span></p>');
  });
});

test('a sentence names the one that it answers, and has no id', () => {
  const html = facing('{0} {1}', ['a', 'b']);
  expect(html).toContain('<span id="s102">a</span> <span id="s103">b</span>');
  expect(html).toContain('<span data-s="s102">Source 0</span> <span data-s="s103">Source 1</span>');
});

test('a sentence whose source has changed is marked, and its changes follow the source', () => {
  const html = facing('{0} {1}', ['a', 'b'], { change: (index) => (index === 1 ? { label: 'new "x"', html: '<ins>y</ins>' } : undefined) });
  expect(html).toContain('<span id="s102">a</span> <span id="s103" data-stale="new &quot;x&quot;">b</span>');
  expect(html).toContain('<span data-s="s103">Source 1</span><ins>y</ins></span>');
});

test('headings know their source', () => {
  expect(render('# *{0}*', ['a'], { facing: FACING }).headings[0]?.source).toBe('<em>Source 0</em>');
  expect(render('# {0}', ['a']).headings[0]?.source).toBeUndefined();
});

test('it is valid HTML wherever a block can stand', async () => {
  const html = facing('# {0}\n\n{1}\n\n- {2}\n  1. {3}\n\n| {4} |\n|---|\n| {5} |\n\n> {6}\n\n<dl><dt>{7}</dt><dd>{8}</dd></dl>\n\n<details><summary>{9}</summary>{10}</details>\n\n<figure><figcaption>{11}</figcaption></figure>',
    Array.from({ length: 12 }, (_, index) => `t${index}`));
  expect(html.match(/class="o"/g)).toHaveLength(12);
  const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error', 'void-style': 'off', 'attribute-empty-style': 'off', 'attribute-boolean-style': 'off', 'no-raw-characters': 'off' } });
  const report = await validator.validateString(`<!doctype html><html lang="vi"><head><title>t</title></head><body><p id="x-show" hidden>o</p>${html}</body></html>`);
  expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId} ${message} ${line}:${column}`))).toEqual([]);
});

describe('MDX that Astro has rendered', () => {
  const parts = (html: string): string => compileRendered(withPlaceholders(html)).parts.map((part) => {
    if (typeof part === 'string') return part;
    if (part.kind === 'segment') return `${part.side === 'source' ? 's' : ''}${part.index}`;
    if (part.kind === 'control') return part.place === 'around' ? '(' : '≡)';
    return part.kind === 'block-start' ? '[' : part.kind === 'block-end' ? ']' : part.kind === 'gap' ? ' ' : `⟨${part.kind}⟩`;
  }).join('');

  test.each<[string, string, string]>([
    ['paragraphs and lists', '<p>{0} {1}</p><ul><li>{2}<ul><li>{3}</li></ul></li></ul>', '<p>[0 1]</p><ul><li>[2]<ul><li>[3]</li></ul></li></ul>'],
    ['a card', '<div class="card"><h3><a href="x">{0}</a></h3></div>', '<div class="card">(<h3>[<a⟨link⟩>0</a>]</h3>≡)</div>'],
    ['details', '<details><summary>{0}</summary><h2>x</h2><p>{1}</p></details>', '(<details><summary>[0]</summary><h2>x</h2><p>[1]</p></details>≡)'],
    ['a component that shows both sides', '<div class="facing-text"><div><p>{0}</p></div><div data-side="source"><p>\uFDD0s0\uFDD1</p></div></div><p>{1}</p>', '<div class="facing-text"><div><p>0</p></div><div data-side="source"><p>s0</p></div></div><p>[1]</p>'],
    ['an element around a block', '<em><p>{0}</p></em>', '<em><p>[0]</p></em>'],
    ['an element that a block cuts', '<em>{0}<p>{1}</p></em>', '<em>0<p>[1]</p></em>'],
  ])('%s', (_name, html, expected) => {
    expect(parts(html)).toBe(expected);
  });
});
