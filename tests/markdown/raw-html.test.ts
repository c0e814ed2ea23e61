import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlText } from '../../src/markdown/html-text.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import { readTag, rewriteRawHtml, TagEnds } from '../../src/markdown/raw-html.ts';
import { html, render } from './render.ts';

const LINK = '<a href="https://example.com/x">d</a>';

describe('a tag that its author closed in itself', () => {
  test.each([
    ['<a name="q" />', true], ['<span/>', true], ['<a href="u"/>', true], ['<a name=q />', true], ["<div id='q'/>", true],
    ['<a href=u/>', false], ['<a / name="q">', false], ['<a title="/">', false], ['<a name="q">', false], ['</a/>', false],
    ['<br/>', false], ['<img src="a.png" />', false], ['<br \\>', false], ['<p/>', false], ['<td />', false],
  ])('%s: %s', (tag, empty) => expect(readTag(tag, 0)?.empty).toBe(empty));

  test.each([
    ['<a name="q" />x', '<a name="q"></a>x'],
    ['<a name="q" /></a>x', '<a name="q"></a></a>x'],
    ['<app/><script/>x<br/><img alt="" />', '&lt;app/>x<br><img alt="">'],
  ])('%s', (written, expected) => expect(rewriteRawHtml(written).html).toBe(expected));

  test.each([
    ['on a line', '<a name="q" />\n\n[d](https://example.com/x)\n\n## <a name="n"></a>Next', [], `<a id="q"></a><p>${LINK}</p><h2 id="n">Next</h2>`],
    ['before a table, read by the other parser', '<span id="q" />\n\n| {0} |\n|-|\n\n> [!NOTE]\n> {1}', ['a', '[d](https://example.com/x)'], `<span id="q"></span><div class="table-scroll"><table><thead><tr><th>a</th></tr></thead></table></div><div class="alert alert-note"><p class="alert-title" data-ui="">⟨alert-note⟩</p><p>${LINK}</p></div>`],
    ['in a heading', '## <a name="q" />Next\n\n[d](https://example.com/x)', [], `<h2 id="next"><a id="q"></a>Next</h2><p>${LINK}</p>`],
    ['in a list', '3. <div id="q"/>{0}\n4. [d](https://example.com/x)', ['a'], `<ol start="3"><li><div id="q"></div>a</li><li>${LINK}</li></ol>`],
    ['in a segment', '{0} {1}', ['a <a name="q" />b [d](https://example.com/x)', 'c'], `<p>a <a id="q"></a>b ${LINK} c</p>`],
    ['in a segment of raw HTML', '<div>{0}</div>', [`a <a name="q" />b ${LINK}`], `<div>a <a id="q"></a>b ${LINK}</div>`],
    ['a link', 'a <a href="https://example.com/x" />b', [], '<p>a <a href="https://example.com/x"></a>b</p>'],
    ['with its end tag', '<a name="q" /></a>a [d](https://example.com/x)', [], `<p><a id="q"></a>a ${LINK}</p>`],
    ['a paragraph, which HTML ends', 'a<p/>b', [], '<p>a</p><p>b</p>'],
  ])('%s', (_name, skeleton, targets, expected) => expect(html(skeleton, targets)).toBe(expected));

  test('in the source', () => {
    const segments = [{ target: 'x', source: '<a name="q" />[d](https://example.com/x)', ordinal: '102' }];
    expect(html('{0}', [], { side: 'source', segments })).toContain(`</a>${LINK}`);
  });

  test('many do not nest', () => expect(html(`${'<span id="q" />\n\n'.repeat(150)}**b**`)).toContain('<p><strong>b</strong></p>'));

  test.each([inlineText, htmlText])('it is no start of a pair: %o', (read) => {
    expect(read('<b><a name="q" />x</b>').tokens.map((token) => token.kind)).toEqual(['open', 'html', 'text', 'close']);
    expect(read('<span id="q" />x</span>').tokens.map((token) => token.kind)).toEqual(['html', 'text', 'html']);
  });
});

describe('a value whose closing quote is escaped', () => {
  test.each([
    ['<a name="half&quot;></a>', 'half'], ['<a name="half&quot; />x', 'half'], ['<a name="half&quot;></a><b class="c">', 'half'],
    ['<a name="half&quot;>">', 'half&quot;>'], ['<a name="a &quot;b&quot;></a>">', 'a &quot;b&quot;></a>'], ['<a name="half&quot;">', 'half&quot;'],
  ])('%s', (tag, value) => expect(readTag(tag, 0)?.attributes).toEqual([['name', value]]));

  test.each([
    ['## <a name="half&quot;></a>{0}', ['half']],
    ['- ## <a id="half&quot;></a>{0}\r\n\r\n## <a name="other"></a>{1}', ['half', 'other']],
    ['## <a name=&quot;full&quot;></a>{0}', ['full']],
  ])('%s', (skeleton, ids) => expect(render(skeleton, ['a', 'b']).headings.map((heading) => heading.id)).toEqual(ids));

  test.each([
    ['in code', '`<a name="half&quot;></a>`', '<p><code>&lt;a name=&quot;half&amp;quot;&gt;&lt;/a&gt;</code></p>'],
    ['in a block', '<div id="half&quot;>{0}</div>', '<div id="half">a</div>'],
    ['a quote that is meant', '<span title="5&quot;>4">{0}</span>', '<p><span title="5&quot;&gt;4">a</span></p>'],
  ])('%s', (_name, skeleton, expected) => expect(html(skeleton, ['a'])).toBe(expected));
});

test('what is read once is read as if it were read each time', () => {
  const piece = fc.constantFrom('<a', '<b>', '</b>', '<foo', '<', '>', '/>', ' ', '\n', '=', '"', "'", ' x="', " y='", '">', '&quot;', '&quot;>', '\\', 'z', '<!--', '-->', '<script', '</script');
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
    const text = pieces.join('');
    const ends = new TagEnds(text);
    for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', open + 1)) {
      expect(ends.readAt(open)).toEqual(readTag(text, open));
      const name = /^<\/?[a-z]+/.exec(text.slice(open))?.[0];
      if (name !== undefined && /^[\s/>]/.test(text.slice(open + name.length))) expect(ends.from(open + name.length)).toBe(readTag(text, open)?.end ?? -1);
    }
  }), { numRuns: 2_000 });
});
