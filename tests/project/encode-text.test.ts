import { expect, test } from 'vitest';
import { createTextEncoding } from '../../src/project/encode-text.ts';
import { fillTemplate, type Template } from '../../src/views/slots.ts';

const TEMPLATE: Template = ['<title>Café 日本', '語</title>', { slot: 'head' }, { slot: 'menu' }, '<main>ü', { slot: 'article' }, '</main>', { slot: 'head' }, '\n'];

test.each<[string, Template, Record<string, string>]>([
  ['all scripts', TEMPLATE, { head: 'العربية', menu: 'a', article: 'Tiếng Việt 😀' }],
  ['empty slots', TEMPLATE, { head: '', article: '' }],
  ['a slot that the template does not have', TEMPLATE, { other: 'x' }],
  ['no slot', ['só ', 'đó'], { head: 'x' }],
  ['nothing', [], {}],
  ['nothing but slots', [{ slot: 'head' }, { slot: 'menu' }], { head: 'a', menu: 'ß' }],
  ['a text with the character that stands between slots', TEMPLATE, { head: 'a\0b', menu: 'c', article: '\0' }],
  ['that character at the end', TEMPLATE, { head: 'ab\0', article: 'c' }],
  ['half a surrogate pair', TEMPLATE, { head: 'a\ud83d', menu: 'c\ude00', article: 'b' }],
  ['a long text', TEMPLATE, { article: '日'.repeat(0x40001) }],
])('a page with %s is the same as the filled template', (_, template, slots) => {
  const encoding = createTextEncoding();
  const expected = Buffer.from(fillTemplate(template, slots));
  expect(Buffer.from(encoding.page(template, slots))).toEqual(expected);
  expect(Buffer.from(encoding.page(template, slots))).toEqual(expected);
});

test('a page is not changed by the next one', () => {
  const encoding = createTextEncoding();
  const first = encoding.page(TEMPLATE, { head: 'Hà Nội' });
  const before = Buffer.from(first);
  encoding.page(TEMPLATE, { head: 'x'.repeat(999) });
  encoding.text('ü'.repeat(999));
  expect(Buffer.from(first)).toEqual(before);
});
