import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import type { Point } from 'unist';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { parseLooseOpenings } from '../../src/markdown/loose-openings.ts';
import { parseBlocks, parseBlocksFast, parseBlocksSlowly, parseInline, parseInlineFast, parseInlineSlowly } from '../../src/markdown/parse-markdown.ts';
import { corpusFolder } from '../support/corpus.ts';
import { LONG_RUN } from '../support/long-run.ts';

/** A tree as text: positions left out, keys in one order. */
function shape(node: Nodes): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'position' || key === 'data' || value === null) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Nodes whose places other modules may ask for; the two parsers end some lists and quotations in different ones. */
const INLINE = new Set(['text', 'emphasis', 'strong', 'link', 'inlineCode', 'html', 'break', 'docsMarker']);

/** The same with the places of inline nodes. */
function placed(root: Nodes): string {
  const places: string[] = [];
  const visit = (node: Nodes): void => {
    if (INLINE.has(node.type)) places.push(`${node.type} ${place(node.position?.start)}-${place(node.position?.end)}`);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return [shape(root), ...places].join('\n');
}

function place(point: Point | undefined): string {
  return point === undefined ? '?' : `${point.line}:${point.column}=${point.offset ?? '?'}`;
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
  `## <a name="x"></a>${P(0)}\n\n[!INCLUDE [a (b) c](../d.md)]\n\n> [!VIDEO https://example.com/a?b=c_d]\n\n> [!div class="checklist"]\n> - ${P(1)} &amp; \\@ ${P(2)} [!include[x](y)] z\n\n\`\`\`\n@b c@d.ef https://x.y\n\`\`\`\n`,
  `[!NOTE]\r\n${P(0)}  \r\n[!TIP] \r\n${P(1)}\r\n\r\n1. [!NOTE]\r\n   ${P(2)} [!dnl *a*]\r\n`,
])('a skeleton has the same blocks for both parsers: %j', (text) => {
  expect(placed(parseBlocks(text))).toBe(placed(parseBlocksSlowly(text)));
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

const MARKERS = ['[!NOTE]', '[!tip]', '[!INCLUDE [a b](../c.md)]', '[!include[x (y) z](p)]', '[!VIDEO https://x.com/a?b=c_d]', '[!code-cs[a](b)]', '[!div class="n"]', '[!other]', '[!includes [a](b)]', '[!dnl *a*]', '[!code (a)]', '[!CODE', '[!uicontrol a@b.c]', '[!code "x]', '[!code x) y]', '[!code `]'];
const ADDRESSES = ['https://x.com', 'http://x.com/a_b', 'https://x.com/a?b=c&d', 'www.x.com', 'https://', 'https://a_b.c/d', 'HTTPS://X.y', 'https://x', 'https://x.com/(a)', 'https://localhost:1/a.b', 'a@b.c', 'x.y-z@b-c.de', 'a_b@c.d', '@', 'a@b', '_a@b.c', 'mailto:a@b.c', 'a@b.c1', 'xmpp:a@b.c/d', 'https://x.com**', 'https://x.com/).', 'https://x.com/a;', 'https://x.com&amp;'];
const AROUND = ['a', ' ', ' ', ' ', '\n', '\t', '*', '**', '_', '`', '``', '[', ']', '](', ')', '(', '(u)', '<b>', '</b>', '<b c="', '">', '<a b=', '<', '>', '&amp;', '&', '&#64;', '\\', '\\@', '!', '!?', '~~', '~', '|', '漢', '。', '、', 'é', '"', "'", '/', ':', '.', ',', ';', '[b](c)', '![b](c)', '[b]', '[b](c "t")', '(c\n', ' "t', '<![CDATA[', ']]>', '<!A', '<!--', '-->', '<?', '?>', '0', '\u00A0', '\u3000', P(1)];
const BLOCKS = ['\n> ', '\n- ', '\n\n', '\n   ', '\n1. ', '\n> - ', '\n```\n', '\n| a | b |\n|---|---|\n', '\n# ', '\n<div>\n', '\n</div>\n', '\n[!NOTE]: /x\n', '\n[a]: https://x.com\n', '\r\n> ', '\r\n', '\n    '];
const ESCAPES = ['\\*', '\\_', '\\*', '*', '**', '_', '__', '\\\\', '😀'];
/** Among ten times as many stand texts without markers or addresses that the fast parser by itself reads otherwise, e.g. `<a b=/]]>` and empty items in quotations. */
const RUNS = LONG_RUN ? 20_000 : 3_000;

/** Texts of so many pieces, each from one of the groups. */
function textOf(...groups: readonly (readonly string[])[]): fc.Arbitrary<string> {
  return fc.array(fc.oneof(...groups.map((group) => fc.constantFrom(...group))), { maxLength: 10 }).map((pieces) => pieces.join(''));
}

/** Compares the trees of a text that the fast parser reads. */
function compareBlocks(text: string): void {
  const fast = parseBlocksFast(text);
  if (fast !== undefined) expect(placed(fast)).toBe(placed(parseBlocksSlowly(text)));
}

function compareInline(text: string): void {
  const fast = parseInlineFast(text);
  if (fast !== undefined) expect(placed(fast)).toBe(placed(parseInlineSlowly(text)));
}

test.each([
  ['markers', textOf(MARKERS, MARKERS, AROUND, BLOCKS)],
  ['markers and addresses', textOf(MARKERS, ADDRESSES, ADDRESSES, AROUND, BLOCKS)],
])('generated blocks with %s are the same for both parsers', (_, texts) => {
  fc.assert(fc.property(texts, compareBlocks), { numRuns: RUNS, seed: 1 });
});

test.each([
  ['addresses', textOf(ADDRESSES, AROUND)],
  ['addresses between blanks', textOf(ADDRESSES, [' ', ' ', '。', '\n', ', ', '. ', '.', 'a', '*', '**', '(', ')', '[', '](u)', '<b>'])],
  ['addresses and markers', textOf(ADDRESSES, MARKERS, AROUND)],
  ['escaped marks', textOf(ESCAPES, ESCAPES, AROUND)],
])('generated inline text with %s is the same for both parsers', (_, texts) => {
  fc.assert(
    fc.property(texts, fc.constantFrom('\n', '\r\n'), (joined, end) => compareInline(joined.trim().replace(/\s*\n\s*/g, end))),
    { numRuns: RUNS, seed: 1 },
  );
});

test.each([
  '> [!NOTE]\n> a <b>c</b> \\@ &amp;\n',
  '# <a name="x"></a>y\n\n[!INCLUDE [a (b)](../c.md)]\n\n> [!VIDEO https://x.com/a?b=c_d]\n',
  '> [!div class="nextstepaction"]\n> [a](b)\n',
  '- a [!include[b](c)] d\r\n',
  '```\na@b.cd @e https://x.y\n```\n',
])('the fast parser reads the skeleton %j', (text) => {
  expect(parseBlocksFast(text)).toBeDefined();
  compareBlocks(text);
});

test.each(['see https://x.com/a_b?c=d.', '**https://x.com** a', '漢字 https://x.com/ 漢', 'a *b@c.de*, "f@g.hi".', 'a @ b @c d@', '[a@b.cd](mailto:a@b.cd)', 'a\\* \\_b_ \\*c\\*'])('the fast parser reads the text %j', (text) => {
  expect(parseInlineFast(text)).toBeDefined();
  compareInline(text);
});

test.each(['\\[!NOTE]', '[!NOTE]: /x', '![!NOTE]', '`[!NOTE]`', '<a b="[!NOTE]">', '[a]([!NOTE])', '[a][!NOTE]', '*[!NOTE]*', '[!NOTE](u)', '[!code "a"]', '<xy:[!NOTE]>', '<!--[!NOTE]-->'])('a marker in a doubtful place is left to the other one: %j', (text) => {
  expect(parseBlocksFast(text)).toBeUndefined();
});

test.each(['https://x.com、', 'https://x.com/a(b)', 'https://a_b.c', 'www.x.com', 'https://x.com&amp;', '[ https://x.com', 'a@b', 'a@b.c_d', '\\**a*', '*😀*'])('so is a doubtful address or mark: %j', (text) => {
  expect(parseInlineFast(text)).toBeUndefined();
});

/** One article of so many is read. */
const EVERY = LONG_RUN ? 1 : 10;
/** What only remark's parser could read once. */
const SPECIAL = /\[!|@|https?:\/\/|\\[*_]/;

test.each([
  ['between other markup', 'a <b *c* `<d` [e](<f> "<g") ![<h](i) <https://j.example> <k l="<m"> n <o\n'],
  ['in blocks', '> - <a href="x&quot;> <b\n> - <div <c\n\n# <d <e\n\n<div\nclass="f <g">\n\n<h\n\n| <i |\n| - |\n| <j |\n\n    <k\n\n'],
])('floods of openings that begin nothing are read as they are without masks: %s', (_name, around) => {
  const text = `${around}${'<a href="x&quot;> '.repeat(2_100)}${around}`;
  let masked = '';
  const tree = parseLooseOpenings(text, (given) => parseBlocksSlowly((masked = given)));
  expect(masked).not.toBe(text);
  expect(placed(tree)).toBe(placed(parseBlocksSlowly(text)));
});

test('a long line with many signs is left to the other parser', () => {
  expect([parseBlocksFast('*a* '.repeat(10_000)), parseBlocksFast('*ä*\n'.repeat(10_000))].every((tree) => tree !== undefined)).toBe(true);
  expect(parseBlocksFast('*ä* '.repeat(10_000))).toBeUndefined();
});

describe.each(['alchemy/ar-sa', 'alchemy/de-de', 'alchemy/ja-jp', 'alchemy/vi-vn', 'office-js/ja-jp'])('the markers, addresses and escapes of %s', (name) => {
  const root = corpusFolder(name);
  const absent = !existsSync(root);

  test.skipIf(absent)(absent ? `skipped: ${root} is absent; set INTERLINEAR_CORPUS` : 'are the same for both parsers', () => {
    const skeletons = new Set<string>();
    const texts = new Set<string>();
    for (const path of globSync('**/*.md', { cwd: root }).sort().filter((_, at) => at % EVERY === 0)) {
      const { skeleton, segments } = ingest({ locale: 'x', path, file: path, text: readFileSync(join(root, path), 'utf8') });
      if (SPECIAL.test(skeleton)) skeletons.add(skeleton);
      for (const text of segments.flatMap(({ source, target }) => [source.trim(), target.trim()])) if (SPECIAL.test(text) && !/\n\s*\n/.test(text)) texts.add(text);
    }
    skeletons.forEach(compareBlocks);
    texts.forEach(compareInline);
    expect(skeletons.size + texts.size).toBeGreaterThan(0);
  });
});
