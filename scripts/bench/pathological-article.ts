/** A generated article of the size of the largest one seen (FORMAT.md: 16,848 segments, 3.4 MB): an API reference. */
export function pathologicalArticle(segments = 16_848): string {
  const pairs = pairWriter();
  const blocks = [
    ['---', 'title: Verani tolumi', 'ms.openlocfilehash: 0000000000000000000000000000000000000001', 'ms.translationtype: HT', 'ms.contentlocale: vi-VN', 'ms.lasthandoff: 06/04/2021', '---'].join('\n'),
  ];
  for (let section = 1; pairs.written() < segments; section++) {
    for (const block of BLOCKS) {
      if (pairs.written() >= segments) break;
      blocks.push(block(() => (pairs.written() < segments ? pairs.next() : ''), section));
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

type Pair = () => string;

/** What a section of the reference consists of. */
const BLOCKS: readonly ((pair: Pair, section: number) => string)[] = [
  (pair, section) => `## <a name="call-${section}"></a>${pair()}`,
  (pair) => [pair(), pair(), pair()].join(' '),
  (pair, section) => `### <a name="prototype-${section}"></a>${pair()}`,
  (_, section) => `\`\`\`c\nint call_${section}(CONTEXT *context, int value);\n\`\`\``,
  (pair) => lines(6, () => `- ${pair()}`),
  (pair) => `| ${pair()} | ${pair()} | ${pair()} |\n| --- | --- | --- |\n${lines(8, () => `| ${pair()} | ${pair()} | ${pair()} ${pair()} |`)}`,
  (pair) => lines(4, (index) => `${index + 1}. ${pair()} ${pair()}\n   - ${pair()}`),
  (pair) => `> [!NOTE]\n> ${pair()} ${pair()}`,
];

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

function pairWriter(): { readonly next: () => string; readonly written: () => number } {
  const random = randomNumbers(7);
  let written = 0;
  return {
    written: () => written,
    next() {
      const id = `3a85d-${102 + written}`;
      const length = 3 + random(9);
      const target = sentence(random, TARGET_SYLLABLES, length, written);
      const source = sentence(random, SOURCE_SYLLABLES, length, written);
      written += 1;
      return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
    },
  };
}

const TARGET_SYLLABLES = ['vẽ', 'ra', 'ni', 'tô', 'lu', 'mi', 'sa', 'đe', 'ko', 'bán', 'te', 'fi'];
const SOURCE_SYLLABLES = ['ver', 'an', 'tol', 'um', 'sid', 'ek', 'bar', 'ni', 'fos', 'gal', 'rin', 'op'];

/** Every fourth sentence has markup; the links lead to an anchor that exists. */
function sentence(random: (below: number) => number, syllables: readonly string[], length: number, number: number): string {
  const words = Array.from({ length }, () => Array.from({ length: 1 + random(3) }, () => syllables[random(syllables.length)]).join('')).join(' ');
  switch (number % 16) {
    case 0:
      return `${words} [call ${number}](#call-1).`;
    case 4:
      return `**${words}** ${number}.`;
    case 8:
    case 12:
      return `${words} \`call_${number}\`.`;
    default:
      return `${words}.`;
  }
}

/** The same numbers in every run (Park–Miller). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
