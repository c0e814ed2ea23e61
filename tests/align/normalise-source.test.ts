import { describe, expect, test } from 'vitest';
import { normaliseSource } from '../../src/align/normalise-source.ts';
import { sentenceKey } from '../../src/align/sentence-key.ts';

describe('what is not a difference between two sources', () => {
  test.each([
    ['white space', 'Open it. Close it.\n', 'Open  it.\u00A0Close it.'],
    ['a zero-width space', 'Open\u200B it.', 'Open it.'],
    ['alt texts', '![The icon](a.png)', '![الأيقونة](a.png)'],
    ['alt texts with brackets', '![The [Save] icon](a.png)', '![[保存]](a.png)'],
    ['alt texts of reference images', '![The icon][one]', '![Das Symbol][one]'],
    ['alt attributes', '<img src="a.png" alt="The icon">', "<img src=\"a.png\" alt='Das Symbol'>"],
    ['alt texts of image directives', ':::image source="a.png" alt-text="The icon":::', ':::image source="a.png" alt-text="Das Symbol":::'],
    ['link titles', '[Go](a.md "To A")', "[Go](a.md 'Zu A')"],
    ['link titles that only one has', '[Go](a_(b).md "To A")', '[Go](a_(b).md)'],
    ['labels of definitions', '[the page]: a.md', '[die Seite]: a.md'],
    ['the locale in a URL', '[Go](https://example.com/en-us/a)', '[Go](https://example.com/ja-JP/a)'],
    ['the locale at the end of a URL', '[Go](https://example.com/en-us)', '[Go](https://example.com/sr-Latn-RS)'],
    ['the locale in a site-root link', '[Go](/en-us/a)', '[Go](/de-de/a)'],
    ['anchors of headings', '# <a name="start"></a>Start', '# Start'],
  ])('%s', (_, a, b) => {
    expect(normaliseSource(a)).toBe(normaliseSource(b));
  });
});

describe('what is a difference', () => {
  test.each([
    ['a word', 'Open it.', 'Close it.'],
    ['the image', '![x](a.png)', '![x](b.png)'],
    ['the host', 'https://a.example/en-us/x', 'https://b.example/en-us/x'],
    ['the case of a path', 'https://example.com/Teams', 'https://example.com/teams'],
    ['a query', 'https://example.com/a?', 'https://example.com/a??'],
    ['link text', '[One](a.md)', '[Two](a.md)'],
    ['an attribute that is not an alt text', '<img src="a.png" width="1">', '<img src="a.png" width="2">'],
  ])('%s', (_, a, b) => {
    expect(normaliseSource(a)).not.toBe(normaliseSource(b));
  });
});

test.each([
  ['[Learn more](a.md)', 'Learn more', true],
  ['[Learn more](a.md).', 'Learn more.', false],
])('a link around a whole sentence is passed over: %s, %s', (a, b, equal) => {
  expect(sentenceKey(a) === sentenceKey(b)).toBe(equal);
});

test.each(['![', '![[', '![ [a] ', '](x "', '](aaaa', '](x(', '<img ', '<img alt="', ':::image ', '//', '<a name="', '[a](', '\n[a'])('hostile repetition ends: %s', (unit) => {
  expect(normaliseSource(unit.repeat(200_000)).length).toBeGreaterThan(0);
});
