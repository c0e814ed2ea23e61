import { expect, test } from 'vitest';
import { articleTitle } from '../../src/ingest/article-title.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { sourceTitle } from '../../src/ingest/source-title.ts';
import { pair } from './pair.ts';
import { sourceFile } from './source-file.ts';

const heading = `# <a name="a"></a>${pair('102', '**Eins** `x`', '[One](a.md) &amp; \\*all\\*')} ${pair('103', 'zwei', 'snake_case')}`;

test.each<[string, string, string, string, string]>([
  ['frontmatter first', `---\ntitle: " Titel "\n---\n${heading}`, 'a.md', 'Titel', 'One & *all* snake_case'],
  ['a number', '---\ntitle: 2020\n---\n', 'a.md', '2020', 'A'],
  ['the heading', heading, 'a.md', 'Eins x zwei', 'One & *all* snake_case'],
  ['broken frontmatter', `---\ntitle: a: b\n---\n${heading}`, 'a.md', 'Eins x zwei', 'One & *all* snake_case'],
  ['a heading behind code', `\`\`\`\n# no\n\`\`\`\n${heading}`, 'a.md', 'Eins x zwei', 'One & *all* snake_case'],
  ['a plain heading', '# One #\n', 'a.md', 'One', 'One'],
  ['no heading', 'text', 'a/set-up_\u200Bmail.v2.md', 'Set up mail.v2', 'Set up mail.v2'],
  ['an empty heading', '#  \n', 'x.md', 'X', 'X'],
])('%s', (_, text, path, title, source) => {
  const article = ingest(sourceFile(text, path));
  expect([articleTitle(article), sourceTitle(article)]).toEqual([title, source]);
});
