import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileInline, markdownInline } from '../../src/markdown/compile-inline.ts';
import { fill } from '../../src/markdown/fill.ts';
import { compileSkeleton } from '../../src/markdown/compile-skeleton.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { render, withPlaceholders } from './render.ts';

const CONTEXT = { syntax: 'markdown', inLink: false, flow: true } as const;

const token = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'từ', '日本', '。', ' ', ' ', '**', '*', '_', '`', '[', ']', '](u.md)', '](https://e.example/x&amp;y)', '\\', '!', '&', '&amp;', '&nbsp;', '.', '(', ')', ':', '"', '**b**', '[l](m)', '~', '#', '1.', 'https://e.example/x', '[https://e.example](', 'www.e.example', 'a@e.example', ' https://e.example/x ', '[[b]](m)', '@', '\\.', '`x`', '😀', '𠮷') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
);
const inlineText = fc.array(token, { maxLength: 14 }).map((tokens) => tokens.join(''));

test('the quick reading of simple texts and the parser agree', () => {
  fc.assert(
    fc.property(inlineText, (text) => {
      const trimmed = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
      fc.pre(trimmed !== '' && !/[\r\n\uFDD0-\uFDD5\0]/.test(trimmed));
      expect(compileInline(trimmed, CONTEXT, '')).toEqual(markdownInline(trimmed, CONTEXT, ''));
    }),
    { numRuns: 1_000 },
  );
}, 60_000);

test.each(['*😀*0', '0*😀*', '**😀**a', '😀**a**b', '𠮷*a*', '*𠮷*a', '𠮷_a_', '😀_a_', 'a_😀_'])('%s beside characters of two code units', (text) => {
  expect(compileInline(text, CONTEXT, '')).toEqual(markdownInline(text, CONTEXT, ''));
});

test.each([
  'https://e.example/a_b?c=d#e.', 'x https://e.example/日本 y', 'xhttps://e.example', 'https://e.example/a&b', 'https://e.example: x', 'https://e_f.example', 'ghttp://e.example *x*', '*https://e.example*', '(https://e.example)',
  'a.b+c@e-f.example, x', '「a@e.example」と', '"a@e.example"', 'mailto:a@e.example', 'a_b@e.example', 'a@e.example1', '/a@e.example', 'a@e', 'www.e.example',
  '[[a]](u) [b [c] d](u)', '[[a](u)](v)', '[a [b](u) c](v)', '*a [b*c*d] e*', '[a https://e.example b] c', '[l](https://e.example) \\> **a**', 'www\\.e.example',
])('%s with addresses and brackets', (text) => {
  for (const context of [CONTEXT, { ...CONTEXT, inLink: true }]) expect(compileInline(text, context, '')).toEqual(markdownInline(text, context, ''));
});

const BLOCKS = [
  '# <a name="h"></a>{n}', '{n} {n}', '- {n}\n- {n}\n  1. {n}', '> [!NOTE]\n> {n}', '> [!TIP]\n- > {n}', '| a |\n|---|\n| {n}<br/>{n} |', '<table><tr><td>{n}</td></table>', '[{n}](x.md)', '![{n}](y.png)',
  '<p>{n}', '</li>{n}', '# [{n}](#tab/t)\n\n{n}\n\n---', '1. {n}\\\n   {n}', '    {n}', '`{n}`', '<!-- x -->\n{n}', '[^f]: {n}', ':::row:::\n{n}\n:::row-end:::', '<div>\n\n{n}\n\n</div>', '[!UICONTROL {n}]', '{n}  \n{n}', '<b>{n}', '[x]({n})',
];

test('every target word is shown once and no source word', () => {
  const markup = fc.constantFrom('@', '**@**', '[@](u)', '`@`', '*@', '@ <app>', '@\n\n# @', '1. @', '@\\', '<b>@', '</span>@', '@ | @', '&amp; @', '> @', '_@_ https://e.example');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...BLOCKS), { minLength: 1, maxLength: 8 }), fc.array(markup, { minLength: 24, maxLength: 24 }), (blocks, forms) => {
      let count = 0;
      const skeleton = blocks.map((block) => block.replace(/\{n\}/g, () => `{${count++}}`)).join('\n\n');
      const expected: string[] = [];
      const targets = Array.from({ length: count }, (_, index) => {
        let part = 0;
        return (forms[index % forms.length] ?? '@').replace(/@/g, () => {
          const word = `Wort${index}x${part++}q`;
          expected.push(word);
          return word;
        });
      });
      const page = render(skeleton, targets).html;
      const shown = (page.match(/Wort\d+x\d+q/g) ?? []).sort();
      expect(shown).toEqual(expected.sort());
      expect(page).not.toContain('Source');
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('nothing in a text makes compiling or filling throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), inlineText, (skeleton, text) => {
      const compiled = compileSkeleton(withPlaceholders(`${skeleton}\n\n{0} ${text}`));
      for (const syntax of ['markdown', 'html', 'text'] as const) compileInline(skeleton + text, { syntax, inLink: false, flow: false }, compiled.definitions);
      const filled = fill(compiled, {
        side: 'target', segments: [{ target: text, source: skeleton, ordinal: '102' }], covers: () => [102], inline: (part, context) => compileInline(part, context, compiled.definitions), link: () => '', image: () => '',
        include: () => '', xref: () => '', ui: () => '', uiLanguage: '', code: () => '', idPrefix: '', usedIds: new Set(),
      });
      expect(plainText(filled.html)).not.toMatch(/[\uFDD0-\uFDD5]/);
    }),
    { numRuns: 150 },
  );
}, 60_000);
