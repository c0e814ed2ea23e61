import { expect, test } from 'vitest';
import { isPassiveSvg } from '../../src/project/is-passive-svg.ts';

const check = (text: string): boolean => isPassiveSvg(new TextEncoder().encode(text));

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"><path d="M0 0"/></svg>',
  '\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- drawn by <hand> & heart -->\n<svg/>',
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>',
  '<svg><style>.a{fill:url(#g)}</style><rect class="a" fill="url(#g)" style="stroke: url(\'#h\')"/><use href="#a" xlink:href=\'#b\'/></svg>',
  '<svg><style type="text/css"><![CDATA[ .a > .b { fill: red } ]]></style></svg>',
  '<svg><text>on time = 5 &#8211; javascript: no &amp; done</text></svg>',
  '<svg xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"><inkscape:grid id="a" inkscape:label="b"/></svg>',
  '<svg><image href="data:image/png;base64,AAAA"/></svg>',
  '<svg><title>One</title>\n<g><!-- a -- b --></g></svg>',
])('accepted: %s', (text) => {
  expect(check(text)).toBe(true);
});

test.each([
  '<svg><script>alert(1)</script></svg>',
  '<svg><SCRIPT href="x"/></svg>',
  '<svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></svg>',
  '<svg onload="alert(1)"/>',
  '<svg/onload=alert(1)>',
  '<svg><g a="x"\tonclick="y"/></svg>',
  '<svg><g a="x"onclick="y"/></svg>',
  '<svg><a xlink:href="javascript:alert(1)"/></svg>',
  '<svg><a href="java\nscript:x"/></svg>',
  '<svg><use href="java&#115;cript:alert(1)"/></svg>',
  '<svg><foreignObject><p/></foreignObject></svg>',
  '<svg><html xmlns="http://www.w3.org/1999/xhtml"/></svg>',
  '<svg><g xmlns="http://www.w3.org/1999/xhtml"><title>x</title></g></svg>',
  '<svg xmlns:h="http://www.w3.org/1999/xhtml"><h:x/></svg>',
  '<svg><set attributeName="href"/></svg>',
  '<svg><animate attributeName="href"/></svg>',
  '<svg><use href="https://evil.example/x.svg#a"/></svg>',
  '<svg><use xlink:href="data:image/svg+xml,x"/></svg>',
  '<svg><image href="https://evil.example/x.png"/></svg>',
  '<svg><image href="data:image/svg+xml;base64,AAAA"/></svg>',
  '<svg><style>@import "https://evil.example"</style></svg>',
  '<svg><style>.a{fill:u\\72l(https://evil.example)}</style></svg>',
  '<svg><style><![CDATA[ .a{fill:url(https://evil.example)} ]]></style></svg>',
  '<svg><rect style="fill:url(https://evil.example)"/></svg>',
  '<svg xml:base="https://evil.example/"><use href="#a"/></svg>',
  '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
  '<?xml-stylesheet href="x.xsl"?><svg/>',
  '<?xml version="1.0" encoding="UTF-7"?><svg/>',
  '<svg><!-- never closed',
  '<svg>a < b</svg>',
  'x\0<svg/>',
])('refused: %s', (text) => {
  expect(check(text)).toBe(false);
});

test('bytes that are not UTF-8 are refused', () => {
  expect(isPassiveSvg(new Uint8Array(Buffer.from('\uFEFF<svg onload="alert(1)"/>', 'utf16le')))).toBe(false);
});

test.each([
  ['blanks in a tag', `<svg ${' '.repeat(1_000_000)}`],
  ['open brackets', '<'.repeat(1_000_000)],
  ['attributes without an end', `<svg ${'a="b" '.repeat(200_000)}`],
  ['a comment without an end', `<!--${'-'.repeat(1_000_000)}`],
])('hostile: %s', (_, text) => {
  expect(check(text)).toBe(false);
});
