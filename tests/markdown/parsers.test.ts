import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBlocks, parseBlocksSlowly, parseInline, parseInlineSlowly } from '../../src/markdown/parse-markdown.ts';

/** A tree as text: positions left out, keys in one order. */
function shape(node: Nodes): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'position' || key === 'data' || value === null) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const P = (index: number): string => `\uFDD0${index}\uFDD1`;

test.each([
  `# <a name="setup"></a>${P(0)}\n\n${P(1)} ${P(2)}\n\n- ${P(3)}\n- [${P(4)}](https://example.com "x")\n`,
  `1. ${P(0)}\n\n   ${P(1)}\n\n2. ${P(2)}\n   - ${P(3)}\n`,
  `| ${P(0)} | ${P(1)} |\n|---|:-:|\n| ${P(2)} \\| x | \`a|b\` |\n`,
  `> ${P(0)}\n> - ${P(1)}\n\n\`\`\`js\nx < 1\n\`\`\`\n\n    code\n\n***\n`,
  `<div>\n\n${P(0)}\n\n</div>\n<p>${P(1)}</p>\n\n[${P(2)}]: /x 'y'\n\n![a](b.png)${P(3)}<br/>\n`,
  `<a name="x" />\n\n## <a name="y" />${P(0)}\n\n3. <div id="z"/>${P(1)}\n\n${P(2)}<span id="v" />${P(3)}\n`,
  `> [!NOTE]\n> ${P(0)}\n\n1. ${P(1)}\n   > [!tip]  \n   > - ${P(2)}\n\n> [!WARNING]\n- ${P(3)}\n`,
])('a skeleton has the same blocks for both parsers: %j', (text) => {
  expect(shape(parseBlocks(text))).toBe(shape(parseBlocksSlowly(text)));
});

// The seed is fixed: the two parsers are other people's, and a difference that nobody has written yet is no reason to stop a build.
const PIECES = ['a', ' ', '\n', '*', '**', '_', '`', '``', '[', ']', '](', ')', '(u)', '<b>', '</b>', '<app>', '&amp;', '\\', '!', '~~', '|', '#', '1. ', '- ', '> ', '漢', '。', 'é', 'ا', '"', '/x', P(1)];

test('generated inline text has the same content for both parsers', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
      const text = pieces.join('').trim().replace(/\n\s*\n/g, '\n');
      expect(shape(parseInline(text))).toBe(shape(parseInlineSlowly(text)));
    }),
    { numRuns: 2_000, seed: 1 },
  );
});

test('generated blocks are the same for both parsers', () => {
  const line = fc.constantFrom(P(1), `${P(2)} ${P(3)}`, `- ${P(4)}`, `  - ${P(5)}`, `1. ${P(6)}`, `   ${P(7)}`, `> ${P(8)}`, `## <a name="x"></a>${P(9)}`, '', '', '```', '---', '| a | b |', '|---|---|', '<td>', '</td>', '    x', '***', '[a]: b');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      expect(shape(parseBlocks(text))).toBe(shape(parseBlocksSlowly(text)));
    }),
    { numRuns: 2_000, seed: 1 },
  );
});

test('generated blocks with alerts are the same for both parsers', () => {
  const piece = fc.constantFrom('[!NOTE]', '[!tip]', '[!CAUTION]', '[!other]', P(1), ' ', '\n', '\n\n', '\n> ', '\n- ', '\n   ', '*', '**', '`', '\\', '[', ']', '(u)', '!', '[!note]: /x', '&#91;', '<b>', '</div>', '<div>', '<!--', '-->', '<', '```', '| a |\n|---|\n', 'x');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `> [!NOTE]\n${pieces.join('')}`;
      expect(shape(parseBlocks(text))).toBe(shape(parseBlocksSlowly(text)));
    }),
    { numRuns: 3_000, seed: 1 },
  );
});
