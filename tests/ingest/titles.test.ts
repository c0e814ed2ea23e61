import { expect, test } from 'vitest';
import { articleTitle } from '../../src/ingest/article-title.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { pair } from './pair.ts';
import { sourceFile } from './source-file.ts';

const heading = `# <a name="a"></a>${pair('102', '**Eins** `x`', '[One](a.md) &amp; \\*all\\*')} ${pair('103', 'zwei', 'snake_case')}`;

test.each<[string, string, string, string]>([
  ['frontmatter first', `---\ntitle: " Titel "\n---\n${heading}`, 'a.md', 'Titel'],
  ['a number', '---\ntitle: 2020\n---\n', 'a.md', '2020'],
  ['the heading', heading, 'a.md', 'Eins x zwei'],
  ['a link, escapes and underlines', `# ${pair('102', '[Eins](a.md) &amp; \\*alle\\*', 'One')} ${pair('103', 'snake_case', 'two')}`, 'a.md', 'Eins & *alle* snake_case'],
  ['entities', "---\ntitle: '&lt;port&gt;&nbsp;and R&amp;D&apos;s &amp;lt;'\n---\n", 'a.md', "<port> and R&D's &lt;"],
  ['a heading about an entity', '# The text &amp;lt; &lt;b\n', 'a.md', 'The text &lt; <b'],
  ['a pair in the title', `---\ntitle: '${pair('101', 'Eins &amp; <b>zwei</b>', 'One &amp; two')}'\n---\n${heading}`, 'a.md', 'Eins & <b>zwei</b>'],
  ['broken frontmatter', `---\ntitle: a: b\n---\n${heading}`, 'a.md', 'Eins x zwei'],
  ['a heading behind code', `\`\`\`\n# no\n\`\`\`\n${heading}`, 'a.md', 'Eins x zwei'],
  ['a plain heading', '# One #\n', 'a.md', 'One'],
  ['no heading', 'text', 'a/set-up_\u200Bmail.v2.md', 'Set up mail.v2'],
  ['an empty heading', '#  \n', 'x.md', 'X'],
])('%s', (_, text, path, title) => {
  expect(articleTitle(ingest(sourceFile(text, path)))).toBe(title);
});
