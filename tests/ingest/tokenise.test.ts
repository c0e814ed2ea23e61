import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { placeholder } from '../../src/model/skeleton.ts';
import { pair } from './pair.ts';
import { sourceFile } from './source-file.ts';

const [P0, P1] = [placeholder(0), placeholder(1)];
const [ONE, TWO] = [pair('102', 'eins', 'one'), pair('103', 'zwei', 'two')];
const quot = (markup: string): string => markup.replaceAll('"', '&quot;');

/** Halves as `target=source`, so that a row shows them at a glance. */
function read(text: string): { pairs: string[]; skeleton: string; damage: string[]; repaired: (string | undefined)[] } {
  const { segments, skeleton, damage } = ingest(sourceFile(text));
  return {
    pairs: segments.map(({ target, source }) => `${target}=${source}`),
    skeleton,
    damage: damage.map(({ kind }) => kind),
    repaired: segments.map((segment) => segment.repaired),
  };
}

describe('pairs', () => {
  test.each<[string, string, string[], string]>([
    ['none', 'Nur Text.', [], 'Nur Text.'],
    ['one', ONE, ['eins=one'], P0],
    ['two on a line', `${ONE} ${TWO}`, ['eins=one', 'zwei=two'], `${P0} ${P1}`],
    ['without a separator', ONE + TWO, ['eins=one', 'zwei=two'], P0 + P1],
    ['in a heading', `# <a name="one"></a>${ONE}`, ['eins=one'], `# <a name="one"></a>${P0}`],
    ['link text', `- [${ONE}](a.md)`, ['eins=one'], `- [${P0}](a.md)`],
    ['table cells', `| ${ONE} | ${TWO} |`, ['eins=one', 'zwei=two'], `| ${P0} | ${P1} |`],
    ['raw HTML', `<td>${ONE}</td>`, ['eins=one'], `<td>${P0}</td>`],
    ['inside a plain span', `<span lang="de">${ONE}</span>`, ['eins=one'], `<span lang="de">${P0}</span>`],
    ['nested spans', pair('102', '<span>a<span>:</span></span>', '<span>b</span>'), ['<span>a<span>:</span></span>=<span>b</span>'], P0],
    ['nested span at the end', pair('102', 'a <span>b</span>', 'c <span>d</span>'), ['a <span>b</span>=c <span>d</span>'], P0],
    ['line breaks in halves', pair('102', 'a\nb', 'c\nd'), ['a\nb=c\nd'], P0],
    ['blank lines at the end of a half', pair('102', 'a\n\n\n', 'b'), ['a\n\n\n=b'], P0],
    ['empty halves', pair('102', '', ''), ['='], P0],
    ['a trailing backslash', `${pair('102', 'a\\', 'b\\')} ${TWO}`, ['a\\=b\\', 'zwei=two'], `${P0} ${P1}`],
    ['a line break between the tags', ONE.replace('</span><span class', '</span>\n<span class'), ['eins=one'], P0],
    ['CRLF between the tags', ONE.replace('</span><span class', '</span>\r\n<span class'), ['eins=one'], P0],
    ['a line of Docs that was made a pair', `${ONE}\n\n${pair('103', '::: zone pivot="a"', '::: zone pivot="a"')}\n${TWO}`, ['eins=one', '::: zone pivot="a"=::: zone pivot="a"', 'zwei=two'], `${P0}\n\n::: zone pivot="a"\n${placeholder(2)}`],
    ['two of them in one pair', `  ${pair('102', ':::row::: :::column:::', ':::row::: :::column:::')}`, [':::row::: :::column:::=:::row::: :::column:::'], '  :::row:::\n  :::column:::'],
    ['one that is part of a sentence', `${pair('102', 'a :::zone-end', 'b ::: zone-end')} ${pair('103', ':::zone-end', ':::zone-end')}`, ['a :::zone-end=b ::: zone-end', ':::zone-end=:::zone-end'], `${P0} ${P1}`],
    ['one that has a sentence behind it', pair('102', '::: zone-pivot="a" Los', '::: zone-pivot="a" Go'), ['::: zone-pivot="a" Los=::: zone-pivot="a" Go'], P0],
    ['code of a file', `> ${pair('102', '[!code-cs[Haupt #&1;](a.cs#1)]', '[!code-cs[Main#1](a.cs#1)]')}  \r\n>`, ['[!code-cs[Haupt #&1;](a.cs#1)]=[!code-cs[Main#1](a.cs#1)]'], '> [!code-cs[Main#1](a.cs#1)]  \n>'],
    ['an include in a sentence', `- ${pair('102', '[!INCLUDE [a](a.md)]', '[!INCLUDE [a](a.md)]')}`, ['[!INCLUDE [a](a.md)]=[!INCLUDE [a](a.md)]'], `- ${P0}`],
    ['block markers inside', pair('102', '1. a', '1.b'), ['1. a=1.b'], P0],
  ])('%s', (_, text, pairs, skeleton) => {
    expect(read(text)).toEqual({ pairs, skeleton, damage: [], repaired: pairs.map(() => undefined) });
  });

  test.each<[string, string, string, string]>([
    ['3a85d-102', '3a85d', '102', '3a85d-102'],
    ['3a85d-p104', '3a85d', 'p104', '3a85d-p104'],
    ['102', '', '102', '102'],
    ['-102', '', '-102', '-102'],
  ])('id %s', (id, prefix, ordinal, sourceId) => {
    expect(ingest(sourceFile(ONE.replaceAll('3a85d-102', id))).segments[0]).toMatchObject({ prefix, ordinal, sourceId });
  });

  test('keeps ids that disagree, repeat or run backwards', () => {
    const mixed = ONE.replace('stu-id="3a85d-102', 'stu-id="3a85d-109');
    const { segments, damage } = ingest(sourceFile(`${TWO}\n${mixed}\n${TWO}`));
    expect(segments.map(({ ordinal, sourceId }) => [ordinal, sourceId])).toEqual([
      ['103', '3a85d-103'],
      ['102', '3a85d-109'],
      ['103', '3a85d-103'],
    ]);
    expect(damage).toEqual([]);
  });
});

describe('code', () => {
  test.each<[string, string, string[], string]>([
    ['a fence', `\`\`\`html\n${ONE}\n\`\`\`\n${TWO}`, ['zwei=two'], `\`\`\`html\n${ONE}\n\`\`\`\n${P0}`],
    ['a tilde fence', `~~~\n${ONE}\n~~~\n${TWO}`, ['zwei=two'], `~~~\n${ONE}\n~~~\n${P0}`],
    ['a fence in a quote', `> \`\`\`\n> ${ONE}\n\n${TWO}`, ['zwei=two'], `> \`\`\`\n> ${ONE}\n\n${P0}`],
    ['a fence that its list item ends', `    - x\n\n        \`\`\`\n        a\n\n- ${TWO}\n\n\`\`\`\nb\n\`\`\``, ['zwei=two'], `    - x\n\n        \`\`\`\n        a\n\n- ${P0}\n\n\`\`\`\nb\n\`\`\``],
    ['a fence that nothing ends', `\`\`\`\ncode\n\n${ONE}`, ['eins=one'], `\`\`\`\ncode\n\n${P0}`],
    ['a line of backticks is no fence', `\`\`\`setup.exe /x\`\`\`\n${ONE}`, ['eins=one'], `\`\`\`setup.exe /x\`\`\`\n${P0}`],
    ['inline code with tags', `\`<span data-ttu-id="x-1">\` ${ONE}`, ['eins=one'], `\`<span data-ttu-id="x-1">\` ${P0}`],
    ['inline code with a whole pair', `\`${ONE}\` ${TWO}`, ['zwei=two'], `\`${ONE}\` ${P0}`],
    ['a stray backtick before a pair with another', `\` ${pair('102', 'a ` b', 'c')}`, ['a ` b=c'], `\` ${P0}`],
    ['a stray backtick before a pair with code', `\` ${pair('102', '`a`', '`b`')}`, ['`a`=`b`'], `\` ${P0}`],
    ['stray backticks in two paragraphs', `\` ${ONE}\n\n${TWO} \``, ['eins=one', 'zwei=two'], `\` ${P0}\n\n${P1} \``],
    ['stray backticks in two lines', `a \` ${ONE}\nb \` ${TWO}`, ['eins=one', 'zwei=two'], `a \` ${P0}\nb \` ${P1}`],
    ['an escaped backtick', `\\\` ${ONE} \``, ['eins=one'], `\\\` ${P0} \``],
    ['code with span tags in both halves', pair('102', '`<div>`, `<span>`', '`<div>` `<span>`'), ['`<div>`, `<span>`=`<div>` `<span>`'], P0],
    ['code with closing tags in both halves', pair('102', 'a `</span>` b', 'c `</span>` d'), ['a `</span>` b=c `</span>` d'], P0],
    ['code that shows a pair, inside a pair', pair('102', `a \`${TWO}\` b`, `c \`${TWO}\` d`), [`a \`${TWO}\` b=c \`${TWO}\` d`], P0],
    ['code that shows the end of a pair', pair('102', 'a `</span></span>` b', 'c `</span></span>` d'), ['a `</span></span>` b=c `</span></span>` d'], P0],
    ['a stray backtick in each half', `${pair('102', 'a ` b', 'c ` d')} ${TWO}`, ['a ` b=c ` d', 'zwei=two'], `${P0} ${P1}`],
    ['a stray backtick in two pairs', `${pair('102', 'a', 'b ` c')} ${pair('103', 'd ` e', 'f')}`, ['a=b ` c', 'd ` e=f'], `${P0} ${P1}`],
  ])('%s', (_, text, pairs, skeleton) => {
    expect(read(text)).toEqual({ pairs, skeleton, damage: [], repaired: pairs.map(() => undefined) });
  });
});

describe('damage that leaves both halves readable (FORMAT.md §1.6)', () => {
  test.each<[string, string, string[], string]>([
    ['extra-close', `${pair('102', 'a </span> b', 'c</span> d.')} ${TWO}`, ['a </span> b=c</span> d.', 'zwei=two'], `${P0} ${P1}`],
    ['escaped-quotes', `${quot(ONE)} ${TWO}`, ['eins=one', 'zwei=two'], `${P0} ${P1}`],
    ['escaped-quotes', `${ONE.replace('102">', '102&quot;>')} ${TWO}`, ['eins=one', 'zwei=two'], `${P0} ${P1}`],
  ])('%s', (repaired, text, pairs, skeleton) => {
    expect(read(text)).toEqual({ pairs, skeleton, damage: [], repaired: [repaired, undefined] });
  });

  test.each<[string, string, string]>([
    ['in the target', pair('102', 'a <span>b', 'c'), 'a <span>b=c'],
    ['in the source', pair('102', 'a', 'b <span>c'), 'a=b <span>c'],
  ])('reads and reports a span left open %s', (_, text, expected) => {
    expect(read(`${text} ${TWO}`)).toEqual({ pairs: [expected, 'zwei=two'], skeleton: `${P0} ${P1}`, damage: ['unbalanced-span'], repaired: [undefined, undefined] });
  });
});

describe('damage that makes no pair: target text stays, tags and source text go', () => {
  test.each<[string, string, string, string[]]>([
    ['unclosed at the end', 'x <span data-ttu-id="3a85d-109">neun', 'x neun', ['unbalanced-span']],
    ['closed target without a source', `<span data-ttu-id="3a85d-109">neun</span> ${ONE}`, `neun ${P0}`, ['unbalanced-span']],
    ['source cut off', `<span data-ttu-id="3a85d-109">neun</span><span class="sxs-lookup"><span data-stu-id="3a85d-109">nine`, 'neun', ['unbalanced-span', 'unbalanced-span']],
    ['source cut off before another pair', `<span data-ttu-id="3a85d-109">neun</span><span class="sxs-lookup"><span data-stu-id="3a85d-109">nine ${ONE}`, `neun${P0}`, ['unbalanced-span', 'unbalanced-span']],
    ['source cut off before a paragraph', `<span data-ttu-id="3a85d-109">neun</span><span class="sxs-lookup"><span data-stu-id="3a85d-109">nine\n\nzehn`, 'neun\n\nzehn', ['unbalanced-span', 'unbalanced-span']],
    ['a source half alone', `x<span class="sxs-lookup"><span data-stu-id="3a85d-109">nine</span></span> y ${ONE}`, `x y ${P0}`, ['unbalanced-span']],
    ['an inner source half alone', `x<span data-stu-id="3a85d-109">nine</span> y ${ONE}`, `x y ${P0}`, ['unbalanced-span']],
    ['another spelling of the tags', ONE.replaceAll('"', "'"), 'eins', ['unbalanced-span', 'unbalanced-span']],
    ['an empty id', '<span data-ttu-id="">eins</span>', 'eins', ['unbalanced-span']],
    ['escaped quotes without a source', quot('<span data-ttu-id="3a85d-109">neun</span>'), 'neun', ['escaped-span-quotes']],
  ])('%s', (_, text, skeleton, damage) => {
    expect(read(text)).toMatchObject({ skeleton, damage });
  });

  test('cuts the excerpt and points at the markup', () => {
    const { damage } = ingest(sourceFile(`ab <span class="sxs-lookup"><span data-stu-id="3a85d-109">${'x'.repeat(200)}</span></span>`));
    expect(damage).toMatchObject([{ start: 3, excerpt: expect.stringMatching(/^.{80}$/) }]);
  });
});

describe('skeleton', () => {
  test.each<[string, string, string]>([
    ['line ends', `a\r\nb\rc\n${ONE}\r\n`, `a\nb\nc\n${P0}\n`],
    ['a byte order mark', `\uFEFF${ONE}`, P0],
    ['placeholders of the content', '\uFDD00\uFDD1', '\uFFFD0\uFFFD'],
    ['NUL', 'a\0b', 'a\uFFFDb'],
    ['lone surrogates', 'a\uD800b', 'a\uD800b'],
  ])('%s', (_, text, skeleton) => {
    expect(ingest(sourceFile(text)).skeleton).toBe(skeleton);
  });

  test('is the same for all locales', () => {
    const german = `---\ntitle: Eins\n---\n# <a name="one"></a>${ONE}\n\n- ${TWO}\n`;
    const arabic = `---\r\ntitle: x\r\n---\r\n# <a name="one"></a>${pair('102', 'واحد', 'one', '0f7dc')}\r\n\r\n- ${pair('103', 'اثنان', 'two', '0f7dc')}\r\n`;
    expect(ingest(sourceFile(german)).skeleton).toBe(ingest(sourceFile(arabic)).skeleton);
  });
});
