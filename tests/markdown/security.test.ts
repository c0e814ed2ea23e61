import { describe, expect, test } from 'vitest';
import { compileInline } from '../../src/markdown/compile-inline.ts';
import { urlKind } from '../../src/markdown/urls.ts';
import { html } from './render.ts';

const PAYLOADS = [
  '<script>alert(1)</script>', '<SCRIPT SRC=//x.example></SCRIPT>', '<script\n>alert(1)', '<img src=x onerror=alert(1)>', '<img src="javascript:alert(1)">',
  '<svg onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<svg><a xlink:href="javascript:alert(1)">x</a></svg>', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>', '<iframe srcdoc="<script>alert(1)</script>">', '<style>@import "//x.example";</style>', '<p style="background:url(javascript:alert(1))">x</p>',
  '<meta http-equiv=refresh content="0;url=//x.example">', '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>', '<base href="//x.example/">',
  '<object data="x.swf"></object><embed src="x.swf">', '<link rel=stylesheet href="//x.example">', '<a href="&#106;avascript:alert(1)">x</a>', '<a href="java&#10;script:alert(1)">x</a>',
  '<a href=" &#1;javascript:alert(1)">x</a>', '<a href="JaVaScRiPt&colon;alert(1)">x</a>', '<a href="vbscript:x">x</a>', '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '[x](javascript:alert(1))', '[x](<java\tscript:alert(1)>)', '[x](&#x6A;avascript:alert(1))', '[x](JAVASCRIPT:alert(1))', '![x](data:image/svg+xml;base64,AAAA)', '![x](javascript:alert(1))',
  '<javascript:alert(1)>', '[x][y]\n\n[y]: javascript:alert(1)', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<template><img src=x onerror=alert(1)></template>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>">', '<a b\'><script>alert(1)</script>\'>x', '<img alt="`><script>alert(1)</script>">', '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>', '<div title="a&quot;onmouseover=&quot;alert(1)">x</div>', '<img src=x alt=\'" onerror="alert(1)\'>', '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>', '<video><source onerror=alert(1)></video>', '<body onload=alert(1)>', '<x onclick=alert(1)>y', '<p/onclick=alert(1)>x</p>', '<title><img src=x onerror=alert(1)></title>',
  ':::image source="javascript:alert(1)" alt-text="x":::', ':::image source="a.png" alt-text="x\'onerror=alert(1)":::', '> [!VIDEO javascript:alert(1)]', '[!div class="x onclick=y"]',
  '`<script>alert(1)</script>`', '```html\n<script>\n```', '<xref:"><script>alert(1)</script>>',
];

/** Tags of the output with their attributes: the output writes every `>` of text and attributes as an entity. */
const tagsOf = (output: string): string[] => output.match(/<[^>]*>/g) ?? [];

function expectHarmless(output: string): void {
  for (const tag of tagsOf(output)) {
    const bare = tag.replace(/"[^"]*"/g, '""');
    expect(bare).toMatch(/^<\/?(?:a|br|blockquote|code|dd|details|div|em|figure|h[1-6]|img|li|ol|p|pre|section|span|strong|sup|table|tbody|td|th|thead|tr|ul)(?: (?:id|class|href|src|alt|title|loading|open|align|data-ui)(?:="")?)*>$/);
    expect(tag).not.toMatch(/(?:href|src)="[^"#/]*(?:script|data:text|data:image\/svg)[^"/]*:/i);
  }
}

/** Finished attributes only: what a slot holds is judged where links are resolved. */
const closed = { link: () => '', image: () => '', code: () => '', include: () => '', xref: () => '' };

describe('what content may not do', () => {
  test.each(PAYLOADS)('in the skeleton: %s', (payload) => {
    expectHarmless(html(`Text\n\n${payload}\n\nmore ${payload} text`, [], closed));
  });
  test.each(PAYLOADS)('in a segment: %s', (payload) => {
    expectHarmless(html('{0}\n\n<table><tr><td>{1}</td></tr></table>\n\n![{2}](a.png)\n\n[{3}](b.md)', [payload, payload, payload, payload], closed));
  });
});

test.each<[string, string]>([
  ['https://example.com', 'absolute'], ['mailto:a@b.example', 'absolute'], ['//example.com/x', 'absolute'], ['a/b.md#c', 'relative'], ['#c', 'relative'], ['?a=b:c', 'relative'], ['./a:b.md', 'relative'],
  ['xref:a.b', 'xref'], ['data:image/png;base64,AA', 'image-data'], ['data:image/svg+xml,x', 'refused'], ['data:text/html,x', 'refused'], ['javascript:x', 'refused'], ['JAVA\nSCRIPT:x', 'refused'],
  ['\u0001 javascript:x', 'refused'], ['java\u0001script:x', 'refused'], ['ms-settings:a', 'refused'], ['file:///etc', 'refused'],
])('%j is %s', (url, kind) => expect(urlKind(url)).toBe(kind));

test('image data stays in images and nowhere else', () => {
  const url = 'data:image/png;base64,AAAA';
  expect(html(`![x](${url}) [y](${url})`)).toBe(`<p><img src="${url}" alt="x" loading="lazy"> <a>y</a></p>`);
});

test.each<[string, string]>([
  ['quotes', '>'.repeat(10_000)], ['lists', '- '.repeat(10_000)], ['elements', '<div>'.repeat(10_000)], ['inline elements', `a ${'<b>'.repeat(10_000)}`], ['elements on lines', '<div>\n\n'.repeat(3_000)],
  ['brackets', '['.repeat(10_000)], ['emphasis', '*a _'.repeat(5_000)], ['unclosed comments', 'x <!-- '.repeat(5_000)], ['markers', '[!NOTE '.repeat(3_000)], ['openings', '<a '.repeat(20_000)],
  ['addresses', 'https://a.example/x b@c.example '.repeat(30_000)],
  ['brackets in brackets', '[[[a]]] '.repeat(50_000)],
])('%s by the thousand are survived, and the text behind is shown', (_name, flood) => {
  expect(html(`${flood} end`)).toContain('end');
  for (const syntax of ['markdown', 'html'] as const) expect(compileInline(`${flood} end`, { syntax, inLink: false, flow: true }, '').plain).toContain('end');
}, 60_000);
