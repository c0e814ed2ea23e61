import { expect, test } from 'vitest';
import { markdownSentences } from '../../src/align/split-sentences.ts';

test.each([
  ['paragraphs over several lines', 'Open the\nfile. Close it.\n\nWait.', ['Open the file.', 'Close it.', 'Wait.']],
  ['headings', '# Start\nOpen it.\n## <a name="end"></a>End', ['Start', 'Open it.', 'End']],
  ['lists and quotes', '- One.\n  1. Two. Three.\n> > - Four.', ['One.', 'Two.', 'Three.', 'Four.']],
  ['tables', '| A | B |\n|---|:-:|\n| One. Two. | |', ['A', 'B', 'One.', 'Two.']],
  ['alerts', '> [!NOTE]\n> Take care.', ['Take care.']],
  ['line breaks', 'One<br/>Two\n| Three<br>Four |', ['One', 'Two', 'Three', 'Four']],
  ['no code', 'One.\n```js\nTwo.\n```\nThree.\n\n~~~\nFour.', ['One.', 'Three.']],
  ['code on one line', '```One.```\nTwo.', ['```One.```', 'Two.']],
  ['no comments, images, includes, definitions', '<!-- One.\nTwo. -->\n![Three.](a.png)\n[!INCLUDE [x](a.md)]\n[a]: b.md\n:::image source="a.png":::', []],
  ['no split inside a URL', 'See [one. Or two?](a.md?b) now.', ['See [one.', 'Or two?](a.md?b) now.']],
  ['closing emphasis stays with its sentence', '**Why? Because.** Yes.', ['**Why?', 'Because.**', 'Yes.']],
])('%s', (_, body, expected) => {
  expect(markdownSentences(body)).toEqual(expected);
});
