import { describe, expect, test } from 'vitest';
import { compileSkeleton } from '../../src/markdown/compile-skeleton.ts';
import { html, render, withPlaceholders, words } from './render.ts';

describe('blocks and segments', () => {
  test.each<[string, string, string[], string]>([
    ['a paragraph', '{0} {1}', ['One.', 'Two.'], '<p>One. Two.</p>'],
    ['no blank between Japanese sentences', '{0} {1}', ['送信します。', '受信します。'], '<p>送信します。受信します。</p>'],
    ['a blank between a Japanese and a Latin sentence', '{0}\n{1}', ['送信します。', 'SMTP'], '<p>送信します。 SMTP</p>'],
    ['a hard break', '{0}  \n{1}', ['a', 'b'], '<p>a<br>b</p>'],
    ['a segment cannot make a block', '{0}', ['1. first\n\n# second'], '<p>1. first# second</p>'],
    ['a segment cannot run its emphasis on', '{0} {1}', ['a *b', 'c* d'], '<p>a *b c* d</p>'],
    ['a whole link around a segment', '[{0}](next.md)', ['**On** [x](y)'], '<p><a href="⟨next.md⟩"><strong>On</strong> x</a></p>'],
    ['a link in a segment', '{0}', ['[x](a b.md) [y](y.md)'], '<p>[x](a b.md) <a href="⟨y.md⟩">y</a></p>'],
    ['an absolute link', '{0}', ['[x](https://example.com/?a=1&b=2)'], '<p><a href="https://example.com/?a=1&amp;b=2">x</a></p>'],
    ['unknown tags are text', '<p>{0}</p> Enable <app> now', ['Run <Role Name> or <any>'], '<p>Run &lt;Role Name&gt; or &lt;any&gt;</p> Enable &lt;app&gt; now'],
    ['HTML context', '<table><tr><td>{0}</td></tr></table>', ['**no** <b>yes</b>'], '<div class="table-scroll"><table><tbody><tr><td>**no** <b>yes</b></td></tr></tbody></table></div>'],
    ['Markdown after a blank line in HTML', '<div>\n\n**a** {0}\n\n</div>', ['*b*'], '<div><p><strong>a</strong> <em>b</em></p></div>'],
    ['a pair in an alt text', '![{0}](a.png)', ['say "**hi**"'], '<p><img src="⟨a.png⟩" alt="say &quot;hi&quot;" loading="lazy"></p>'],
    ['breaks as authors write them', '{0}', ['a</br>b<br \\>c\\'], '<p>a<br>b<br>c<br></p>'],
    ['a stray end tag', '{0}</li></div>', ['a'], '<p>a</p>'],
    ['an unclosed comment', 'a <!-- {0}', ['b'], '<p>a &lt;!-- b</p>'],
    ['a literal address stops at Japanese', '{0}', ['https://example.com/aから'], '<p><a href="https://example.com/a">https://example.com/a</a>から</p>'],
    ['a table cell', '| a |\n|---|\n| {0} |', ['x | y'], '<div class="table-scroll"><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>x | y</td></tr></tbody></table></div>'],
    ['a reference link of the skeleton', '{0}\n\n[l]: p.md', ['[x][l]'], '<p><a href="⟨p.md⟩">x</a></p>'],
    ['strikethrough', '{0}', ['~~old~~'], '<p><del>old</del></p>'],
    ['a footnote called by a segment', '{0}\n\n[^1]: {1}', ['a[^1]', 'b'], '<p>a<sup><a href="#x-fn-1">1</a></sup></p><section class="footnotes"><ol><li id="x-fn-1"><p>b</p></li></ol></section>'],
    ['code with its info string', '``` command&nbsp;line\nrun\n```', [], '⟨code command\u00A0line|run⟩'],
    ['a pair in code', '    run {0}', ['x'], '<pre><code>run x</code></pre>'],
  ])('%s', (_name, skeleton, targets, expected) => {
    expect(html(skeleton, targets)).toBe(expected);
  });
});

describe('Docs constructs', () => {
  test.each<[string, string, string[], string]>([
    ['an alert', '> [!NOTE]\n> {0}', ['a'], '<div class="alert alert-note"><p class="alert-title" data-ui="">⟨alert-note⟩</p><p>a</p></div>'],
    ['an alert in any case', '> [!caution]\n> {0}', ['a'], '<div class="alert alert-caution"><p class="alert-title" data-ui="">⟨alert-caution⟩</p><p>a</p></div>'],
    ['an empty alert takes the list', '> [!TIP]\n- {0}', ['a'], '<div class="alert alert-tip"><p class="alert-title" data-ui="">⟨alert-tip⟩</p><ul><li>a</li></ul></div>'],
    ['an empty alert takes quotes in a list', '> [!TIP]\n- > {0}', ['a'], '<div class="alert alert-tip"><p class="alert-title" data-ui="">⟨alert-tip⟩</p><ul><li>a</li></ul></div>'],
    ['an alert in a list', '- > [!NOTE]\n  > {0}', ['a'], '<ul><li><div class="alert alert-note"><p class="alert-title" data-ui="">⟨alert-note⟩</p><p>a</p></div></li></ul>'],
    ['an invalid alert', '> [!TIPS]\n> {0}', ['a'], '<blockquote><p>[!TIPS]a</p></blockquote>'],
    ['an alert after a break in a cell', '| a |\n|---|\n| {0} <br/> [!NOTE] {1} |', ['x', 'y'], '<div class="table-scroll"><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>x <br><strong class="alert-title" data-ui="">⟨alert-note⟩</strong> y</td></tr></tbody></table></div>'],
    ['includes', '[!INCLUDE [t](../a b.md)]\n\nx [!include[t](c.md)] y', [], '<div class="include">⟨include ../a b.md⟩</div><p>x ⟨include c.md inline⟩ y</p>'],
    ['code of a file', '[!code-csharp[Main](../a.cs#Part)]', [], '⟨code csharp||../a.cs|Part⟩'],
    ['code of a file by range', '[!code-json[](a.json?range=1-5)]', [], '⟨code json||a.json|?range=1-5⟩'],
    ['a div', '> [!div class="nextstepaction evil"]\n> [{0}](n.md)', ['Next'], '<div class="nextstepaction"><p><a href="⟨n.md⟩">Next</a></p></div>'],
    ['a video', '> [!VIDEO https://example.com/v]', [], '<figure class="video"><a href="https://example.com/v"><span data-ui="">⟨video⟩</span></a></figure>'],
    ['a video that is a script', '> [!VIDEO javascript:alert(1)]', [], '<figure class="video"><span data-ui="">⟨video⟩</span></figure>'],
    ['an image', ':::image type="content" source="a.png" alt-text="{0}" lightbox="b.png":::', ['x'], '<p><img src="⟨a.png⟩" alt="x" loading="lazy"></p>'],
    ['columns', ':::row:::\n:::column span="2":::\n{0}\n:::column-end:::\n:::row-end:::', ['x'], '<div class="columns"><div class="column"><p>x</p></div></div>'],
    ['columns as their authors indent them', ':::row:::\n   :::column:::\n      **{0}**\n\n      - {1}\n\n        y\n   :::column-end:::\n\t:::column:::\n\t\t```js\n\t\tif (a)\n\t\t    b()\n\t\t```\n\t:::column-end:::\n:::row-end:::\n\n    code', ['a', 'b'],
      '<div class="columns"><div class="column"><p><strong>a</strong></p><ul><li><p>b</p><p>y</p></li></ul></div><div class="column">⟨code js|if (a)    b()⟩</div></div>⟨code |code⟩'],
    ['columns in a list', '- a\n\n  :::row:::\n      :::column:::\n          {0}\n      :::column-end:::\n  :::row-end:::\n\n- b', ['x'], '<ul><li><p>a</p><div class="columns"><div class="column"><p>x</p></div></div></li><li><p>b</p></li></ul>'],
    ['HTML in a column ends with it', ':::row:::\n:::column:::\n<p>{0}</p>\n:::column-end:::\n:::column:::\n{1}\n:::column-end:::\n:::row-end:::', ['x', 'y'], '<div class="columns"><div class="column"><p>x</p></div><div class="column"><p>y</p></div></div>'],
    ['a column that nothing ends', ':::row:::\n:::column:::\n{0}', ['x'], '<p>x</p>'],
    ['columns in code are code', '```\n:::row:::\n   :::column:::\n```', [], '⟨code |:::row:::   :::column:::⟩'],
    ['text for some versions', '::: moniker range=">= app-2.0 || = lib"\n\n{0}\n\n::: moniker-end\n\nb', ['a'], '<div class="range"><p class="range-name" data-ui="">≥ app-2.0, lib</p><p>a</p></div><p>b</p>'],
    ['text for some readers', '* {0}\n:::zone pivot="csharp,java"\n# {1}\n::: zone-end\nb', ['a', 'x'], '<ul><li>a</li></ul><div class="range"><p class="range-name" data-ui="">csharp, java</p><h1 id="source-1">x</h1></div><p>b</p>'],
    ['lines joined to a sentence', '{0}\n\n{1}\n\n{2}\n\n{3}', [':::row::: :::column::: Left', 'Right :::column-end::: :::row-end:::', 'Picture. :::image-end:::', 'One :::column-end::: :::column::: two, `:::row-end::: :::row:::`.'], '<p>Left</p><p>Right</p><p>Picture.</p><p>One two, <code>:::row-end::: :::row:::</code>.</p>'],
    ['names to be left alone', '## :::no-loc(Tide Watch):::\n\n{0} `:::no-loc(Tide):::`', ['Mit :::no-loc(Tide(s)):::, [!OP.NO-LOC(Sea)]'], '<h2 id="tide-watch">Tide Watch</h2><p>Mit Tide(s), Sea <code>Tide</code></p>'],
    ['code on a line of its own behind text', '- {0}\n  [!code-js[](a.js)]\n- see [!code-js[](b.js)] here', ['Item:'], '<ul><li>Item:⟨code js||a.js|⟩</li><li>see [!code-js[](b.js)] here</li></ul>'],
    ['ranges that cross', ':::zone pivot="a"\n\n:::moniker range="b"\n\n{0}\n\n:::zone-end\n\n:::moniker-end', ['x'], '<p class="range-name" data-ui="">a</p><div class="range"><p class="range-name" data-ui="">b</p><p>x</p></div>'],
    ['a line of Docs in a sentence', '{0}\n\n{1}\n\n{2}', ['x :::zone-end', '::: zone-pivot="java" y', '`:::zone-end`'], '<p>x</p><p>y</p><p><code>:::zone-end</code></p>'],
    ['an image with a long description', '1. a\n\n    :::image type="complex" source="a.png" alt-text="b":::\n        {0}\n    :::image-end:::\n\n    c', ['long'], '<ol><li><p>a</p><p><img src="⟨a.png⟩" alt="b" loading="lazy"></p><p>long</p><p>c</p></li></ol>'],
    ['a table without header', '| | |\n|-|-|\n| {0} | b |', ['a'], '<div class="table-scroll"><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table></div>'],
    ['a segment that is an include', '| {0} |\n|-|', ['[!INCLUDE [Name](n.md)]'], '<div class="table-scroll"><table><thead><tr><th>⟨include n.md inline⟩</th></tr></thead></table></div>'],
    ['a title that the producer lost', '![a](a.png "|::ref1::|") [b](b.md "c")', [], '<p><img src="⟨a.png⟩" alt="a" loading="lazy"> <a title="c" href="⟨b.md⟩">b</a></p>'],
    ['symbols by their short codes', ':x: `:x:` a:x:b [:bulb: y](a.md) {0}', [':heavy_check_mark: 10:30:45 :unknown: ::x::'], '<p>❌ <code>:x:</code> a:x:b <a href="⟨a.md⟩">💡 y</a> ✔️ 10:30:45 :unknown: ::x::</p>'],
    ['a paragraph of anchors', '<span id="a"></span><span id="b"> </span>\n\n{0}', ['x'], '<span id="a"></span><span id="b"> </span><p>x</p>'],
    ['a frame of another site', '<iframe src="https://example.com/v?a=1&amp;b=2" width="9"></iframe>\n\n<p>{0} <iframe src="https://example.com/w"></iframe></p>', ['x'], '<figure class="video"><a href="https://example.com/v?a=1&amp;b=2"><span data-ui="">⟨video⟩</span></a></figure><p>x <a href="https://example.com/w"><span data-ui="">⟨video⟩</span></a></p>'],
    ['a frame that leads nowhere', '{0} <iframe src="javascript:alert(1)"></iframe>', ['x'], '<p>x </p>'],
    ['UI words', '[!UICONTROL Save {0}] [!DNL Product]', ['x'], '<p><strong>Save x</strong> Product</p>'],
    ['cross references', '{0}', ['<xref:a.b.c> [t](xref:d)'], '<p>⟨xref a.b.c⟩ <a href="⟨xref:d⟩">t</a></p>'],
    ['tabs', '# [{0}](#tab/a)\n\n{1}\n\n# [{2}](#tab/b/c)\n\n{3}\n\n***\n\nend', ['A', 'x', 'B', 'y'],
      '<div class="tabs"><input type="radio" name="x-tabs-1" id="x-tab-1-1" checked><label for="x-tab-1-1">A</label><div class="tab-panel" data-tab="a"><p>x</p></div>' +
      '<input type="radio" name="x-tabs-1" id="x-tab-1-2"><label for="x-tab-1-2">B</label><div class="tab-panel" data-tab="b"><p>y</p></div></div><p>end</p>'],
    ['Docs syntax in code is code', '`[!NOTE] :::row:::`', [], '<p><code>[!NOTE] :::row:::</code></p>'],
  ])('%s', (_name, skeleton, targets, expected) => {
    expect(html(skeleton, targets)).toBe(expected);
  });

  test.each([
    ['> [!NOTE]\n> {0}', '<div class="alert alert-note"><p class="alert-title" data-ui="" lang="xx">⟨alert-note⟩</p><p>a</p></div>'],
    ['> [!VIDEO https://example.com/v]', '<figure class="video"><a href="https://example.com/v"><span data-ui="" lang="xx">⟨video⟩</span></a></figure>'],
  ])('the language of interface words: %s', (skeleton, expected) => {
    expect(html(skeleton, ['a'], { uiLanguage: ' lang="xx"' })).toBe(expected);
  });
});

describe('ids', () => {
  test('an anchor becomes the id of its heading, once', () => {
    const { headings } = render('# <a name="a"></a>{0}\n\n## <a name="a"></a>{1}', ['**x**', 'y']);
    expect(headings).toEqual([{ depth: 1, id: 'a', html: '<strong>x</strong>', text: 'x' }, { depth: 2, id: 'a-1', html: 'y', text: 'y' }]);
  });
  test('headings without one', () => {
    expect(render('# Über SMTP\n\n# 送信\n\n# {0}', ['x']).headings.map((heading) => heading.id)).toEqual(['ber-smtp', 'section', 'source-0']);
  });
  test('an anchor elsewhere stays', () => expect(html('###<a name="q"></a>{0}', ['x'])).toBe('<p>###<a id="q"></a>x</p>'));
  test('content cannot take the ids of the page', () => {
    expect(compileSkeleton('<p id="s102">a</p><p id="article">b</p>\n\n<a name="x-y"></a>c').anchors).toEqual(['content-s102', 'content-article', 'content-x-y']);
  });
  test('segments have theirs, merged ones all', () => {
    const covers = (index: number) => (index === 0 ? [102, 104] : []);
    expect(render('{0} {1}', ['a', 'b'], { covers }).html).toBe('<p><span id="s102"><span id="s104"></span>a</span> <span id="s103">b</span></p>');
  });
  test('an included article has its own', () => {
    expect(render('# <a name="a"></a>{0}', ['x'], { idPrefix: 'i1-' }).html).toBe('<h1 id="i1-a"><span id="i1-s102">x</span></h1>');
  });
});

test('the summary is the first paragraph of its own', () => {
  expect(render('# {0}\n\n> [!NOTE]\n> {1}\n\n{2} [{3}](x.md)', ['t', 'n', 'a **b**.', 'c']).summary).toBe('a b. c');
});

test('a placeholder where no text can be is shown at the end', () => {
  expect(words('[x]({0}) y', ['lost'])).toBe('x y lost');
  expect(words('a <!-- {0} --> b', ['hidden'])).toBe('a b');
});

test('unknown tags are named', () => {
  expect(compileSkeleton(withPlaceholders('<app> <Role Name>\n\n<div><any></div>')).unknownTags).toEqual(['app', 'role', 'any']);
});
