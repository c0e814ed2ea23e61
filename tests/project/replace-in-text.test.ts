import { expect, test } from 'vitest';
import { htmlText } from '../../src/markdown/html-text.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import { replaceInText, textFinder } from '../../src/project/replace-in-text.ts';

test.each([
  ['a text', 'Mail lesen', 'Mail', 'Post', 'Post lesen'],
  ['not in code, addresses and tags', 'Mail `Mail` [Mail](Mail) <Mail> **Mail**', 'Mail', 'Post', 'Post `Mail` [Post](Mail) <Mail> **Post**'],
  ['what Markdown would take for markup', 'Mail', 'Mail', '*Post*', '\\*Post\\*'],
  ['what is written with a reference', 'A&amp;B und AT&amp;T', 'AT&T', 'Telekom', 'A&amp;B und Telekom'],
  ['what is written with an escape', '1 \\* 2 \\* 3', '2 *', '4 *', '1 \\* 4 * 3'],
  ['characters beside it stay as they are written', 'Mail&nbsp;1 \\> 2', 'Mail', 'Post', 'Post&nbsp;1 \\> 2'],
  ['a part of a reference is no text', 'A &amp; B', 'amp', 'x', undefined],
  ['over the border of markup it is not found', '**Ma**il', 'Mail', 'Post', undefined],
  ['nothing but what is written', 'a.c abc', 'a.c', '$&', '$& abc'],
])('Markdown, %s: %s', (_, raw, find, replacement, expected) => {
  expect(replaceInText(inlineText(raw), find, replacement, true, inlineText)).toBe(expected);
  if (expected !== undefined) expect(textFinder(find, true)(raw)).toBe(true);
});

test.each([
  ['marks of Markdown are text', '**Mail** *Mail* `Mail`', 'Mail', 'Post', '**Post** *Post* `Post`'],
  ['and stay so', 'Mail', 'Mail', '*Post* `1` \\', '*Post* `1` &#92;'],
  ['tags stay', '<b title="Mail">Mail</b> &lt;Mail>', 'Mail', 'Post', '<b title="Mail">Post</b> &lt;Post>'],
  ['what HTML would take for a tag', 'Mail', 'Mail', '<b>', '&lt;b>'],
  ['a reference', 'R&amp;D', 'R&D', 'F&E', 'F&E'],
  ['what HTML would take for a reference', 'Mail', 'Mail', '&lt;', '&amp;lt;'],
])('HTML, %s', (_, raw, find, replacement, expected) => {
  expect(replaceInText(htmlText(raw), find, replacement, true, htmlText)).toBe(expected);
});

test('upper and lower case', () => {
  expect(replaceInText(inlineText('MAIL mail'), 'Mail', 'Post', false, inlineText)).toBe('Post Post');
  expect(replaceInText(inlineText('MAIL mail'), 'Mail', 'Post', true, inlineText)).toBeUndefined();
});
