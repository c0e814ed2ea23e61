import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inlineText, parsedText } from '../../src/markdown/inline-text.ts';
import { inlineFault } from '../support/inline-fault.ts';

/** Tokens in short: `<strong` and `strong>` for the ends of pairs, the kind before others, what is shown behind. */
function short(text: string): string[] {
  return inlineText(text).tokens.map((token) => {
    const written = text.slice(token.start, token.end);
    if (token.kind === 'open') return `<${token.of} ${written}`;
    if (token.kind === 'close') return `${token.of}> ${written}`;
    return `${token.kind} ${JSON.stringify('text' in token ? token.text : 'value' in token ? token.value : '')}`;
  });
}

describe('tokens', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['Plain.', ['text "Plain."']],
    ['*a* __b__', ['<emphasis *', 'text "a"', 'emphasis> *', 'text " "', '<strong __', 'text "b"', 'strong> __']],
    ['***a***', ['<emphasis *', '<strong **', 'text "a"', 'strong> **', 'emphasis> *']],
    ['~~a~~ ~b~', ['<strikethrough ~~', 'text "a"', 'strikethrough> ~~', 'text " "', '<strikethrough ~', 'text "b"', 'strikethrough> ~']],
    ['[a](u "t")', ['<link [', 'text "a"', 'link> ](u "t")']],
    ['x[](u)y', ['text "x"', '<link [', 'link> ](u)', 'text "y"']],
    ['[ ](u)', ['<link [', 'text " "', 'link> ](u)']],
    ['[a [b](c) d](e)', ['text "[a "', '<link [', 'text "b"', 'link> ](c)', 'text " d](e)"']],
    ['[![a](b)](c)', ['<link [', '<image ![', 'text "a"', 'image> ](b)', 'link> ](c)']],
    ['![](b)', ['<image ![', 'image> ](b)']],
    ['![a [b] \\] c](d)', ['<image ![', 'text "a [b] "', 'escape "]"', 'text " c"', 'image> ](d)']],
    ['`a` `` b`c ``', ['code "a"', 'text " "', 'code "b`c"']],
    ['<https://a.b> <a@b.c> <xref:d>', ['autolink "https://a.b"', 'text " "', 'autolink "a@b.c"', 'text " "', 'autolink "xref:d"']],
    ['https://a.b/c a@b.c', ['text "https://a.b/c a@b.c"']],
    ['<b>a</b><br><app>', ['<html <b>', 'text "a"', 'html> </b>', 'html "br"', 'html "app"']],
    ['<b><i>a</b>', ['<html <b>', 'html "i"', 'text "a"', 'html> </b>']],
    ['<b>*a</b>*', ['html "b"', '<emphasis *', 'text "a"', 'html "b"', 'emphasis> *']],
    ['<!-- a -->', ['html "!--"']],
    ['\\> &amp; &nope; &#65; &#x42; \\a', ['escape ">"', 'text " "', 'entity "&"', 'text " &nope; "', 'entity "A"', 'text " "', 'entity "B"', 'text " \\\\a"']],
    ['a\nb  \nc\\\nd', ['text "a"', 'break " "', 'text "b"', 'break "\\n"', 'text "c"', 'break "\\n"', 'text "d"']],
    ['a\r\n\r\n  **b**', ['text "a"', 'break " "', 'break " "', '<strong **', 'text "b"', 'strong> **']],
    ['# a', ['text "# a"']],
    ['1. *a*', ['text "1. "', '<emphasis *', 'text "a"', 'emphasis> *']],
    ['- *a*', ['text "- "', '<emphasis *', 'text "a"', 'emphasis> *']],
    ['    `a`', ['text "    "', 'code "a"']],
    ['> *a*', ['text "> "', '<emphasis *', 'text "a"', 'emphasis> *']],
    ['[a]: b', ['text "[a]: b"']],
    ['a \\', ['text "a "', 'break "\\n"']],
    ['**注意：**これ', ['text "**注意：**これ"']],
    ['[!NOTE] *a*', ['text "[!NOTE] "', '<emphasis *', 'text "a"', 'emphasis> *']],
  ])('%j', (text, expected) => expect(short(text)).toEqual(expected));

  test('carry address, title, name and number', () => {
    const { tokens } = inlineText('[a](b&amp;c "t") ![](d) <B>e</B>');
    const ends = tokens.filter((token) => token.kind === 'open' || token.kind === 'close').map(({ start: _, end: __, ...rest }) => rest);
    expect(ends).toEqual([
      { kind: 'open', pair: 0, of: 'link', url: 'b&c', title: 't' },
      { kind: 'close', pair: 0, of: 'link', url: 'b&c', title: 't' },
      { kind: 'open', pair: 1, of: 'image', url: 'd' },
      { kind: 'close', pair: 1, of: 'image', url: 'd' },
      { kind: 'open', pair: 2, of: 'html', name: 'b' },
      { kind: 'close', pair: 2, of: 'html', name: 'b' },
    ]);
  });
});

describe('what a reader sees', () => {
  test.each<[string, string, string[]]>([
    ['**a** [b](c) &lt;\\>', 'a b <>', ['a b <>']],
    ['a `b` c', 'a b c', ['a ', ' c']],
    ['a ![b](c) d', 'a  d', ['a ', ' d']],
    ['a<br>b <https://c.d>', 'ab https://c.d', ['a', 'b ']],
    ['<b>a</b>b', 'ab', ['ab']],
    ['a\nb', 'a b', ['a b']],
  ])('%j', (text, plain, runs) => {
    const read = inlineText(text);
    expect(read.plain).toBe(plain);
    expect(read.runs.map((run) => run.text)).toEqual(runs);
  });

  test('each character knows its place', () => {
    const raw = 'a **b** &amp;\\>😀';
    const [run] = inlineText(raw).runs;
    expect(run?.text).toBe('a b &>😀');
    expect([...(run?.offsets ?? [])]).toEqual([0, 1, 4, 7, 8, 13, 15, 16, 17]);
  });
});

const PIECES = ['a', ' ', '\n', '\r\n', '*', '**', '_', '`', '``', '[', ']', '](', '![', '](u "t")', ')', '(u)', '<b>', '</b>', '<br>', '<app>', '<!-- x -->', '&amp;', '&x;', '\\', '!', '~~', '|', '# ', '1. ', '- ', '> ', '    ', '漢', '。', 'ا', '😀', 'http://x.y', 'a@b.c', '[!NOTE]', '\0', '\uFDD0', '\uD800'];

test('no character is lost, whatever the text', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }), (pieces) => inlineFault(inlineText(pieces.join(''))) === undefined), { numRuns: 5_000 });
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => inlineFault(inlineText(text)) === undefined), { numRuns: 1_000 });
});

test.each([
  ['stars', '*a'.repeat(50_000)],
  ['opening brackets', '['.repeat(50_000)],
  ['nested emphasis', `${'*a **b '.repeat(5_000)}${'** *'.repeat(5_000)}`],
  ['links', '[a](b)'.repeat(20_000)],
  ['brackets in brackets', '[a [b] '.repeat(20_000)],
  ['images in images', `${'!['.repeat(2_000)}${'](a)'.repeat(2_000)}`],
  ['backticks', Array.from({ length: 1_000 }, (_, index) => '`'.repeat(index)).join(' ')],
  ['comments', '<!-- '.repeat(20_000)],
  ['tags', `${'<b>'.repeat(10_000)}${'</b>'.repeat(10_000)}`],
  ['entities', '&amp;'.repeat(50_000)],
  ['blank lines', '\n \n'.repeat(50_000)],
  ['a long line', 'a *b* '.repeat(1_000_000)],
])('hostile: %s', (_, text) => expect(inlineFault(inlineText(text))).toBeUndefined());

const SIMPLE = ['a', ' ', '*', '**', '_', '`', '[', ']', '[a [b] c', '](', '](u)', '(u)', ')', '&amp;', '&x;', '\\', '\\*', '\\>', '!', '漢', '。', '"', '/x', '@', 'http://x.y', '(a&b=c)', '# '];

test('the quick reader gives the tokens of the parser', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SIMPLE), { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      expect(inlineText(text).tokens).toEqual(parsedText(text).tokens);
    }),
    { numRuns: 5_000, seed: 1 },
  );
});
