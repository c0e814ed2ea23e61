import { expect, test } from 'vitest';
import { html, render, safeUrl, trusted } from '../../src/views/html.ts';

test('values are escaped, finished HTML and nothing are not', () => {
  const name = '<img src=x onerror="a()"> & co';
  expect(render(html`<b title="${name}">${name}</b>`)).toBe(
    '<b title="&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; co">&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; co</b>',
  );
  expect(render(html`${undefined}${false}${0}${[html`<i>`, '<', trusted('</i>')]}`)).toBe('0<i>&lt;</i>');
});

test.each([
  ['/vi-vn/a/', '/vi-vn/a/'],
  ['../a/?b=c:d#e', '../a/?b=c:d#e'],
  ['https://host.example/', 'https://host.example/'],
  ['mailto:a@host.example', 'mailto:a@host.example'],
  ['javascript:alert(1)', '#'],
  [' java\nscript:alert(1)', '#'],
  ['DATA:text/html,x', '#'],
  ['vbscript:x', '#'],
])('safeUrl(%j)', (url, expected) => {
  expect(safeUrl(url)).toBe(expected);
});
