import { expect, test } from 'vitest';
import { parseTocMarkdown } from '../../src/ingest/parse-toc-markdown.ts';
import { pair } from './pair.ts';

test.each<[string, string, unknown]>([
  ['nothing', 'Text\n', []],
  ['groups and articles', '# [Start](index.md)\n# Einrichten\n## [A & B \\[neu\\]](setup/a.md)\n### C\n## D', [
    { title: 'Start', href: 'index.md', items: [] },
    { title: 'Einrichten', items: [{ title: 'A & B [neu]', href: 'setup/a.md', items: [{ title: 'C', items: [] }] }, { title: 'D', items: [] }] },
  ]],
  ['a level left out', '### A\n# B\n', [{ title: 'A', items: [] }, { title: 'B', items: [] }]],
  ['another table, by a path of Windows', '# [SQL](sql\\tools\\TOC.md)', [{ title: 'SQL', href: 'sql/tools/TOC.md', items: [] }]],
  ['uids', '# [A](xref:a.b)\n# [B](@c?view=x)', [{ title: 'A', uid: 'a.b', items: [] }, { title: 'B', uid: 'c', items: [] }]],
  ['brackets in a name and an address', '# [a[0] &lt;T&gt;](a_(b).md "words")', [{ title: 'a[0] <T>', href: 'a_(b).md', items: [] }]],
  ['comments', '<!--\n# A\n-->\n# B\n<!-- # C', [{ title: 'B', items: [] }]],
  ['pairs, frontmatter and anchors', `---\nms.contentlocale: de-DE\n---\n# <a name="x"></a>[${pair('101', 'Eins', 'One')}](a.md)\r\n`, [{ title: 'Eins', href: 'a.md', items: [] }]],
  ['closing marks', '#A #\n', [{ title: 'A', items: [] }]],
])('%s', (_, text, nodes) => {
  expect(parseTocMarkdown(text).nodes).toEqual(nodes);
});

test('says in which line every link stands', () => {
  const text = `---\na: b\n---\n# [A](a.md)\n<!--\n# [B](b.md)\n-->\n${pair('101', 'x\ny', 'z\nz')}\r\n## [${pair('102', 'C\n# D', 'C')}](c.md)\n# [E](xref:e)\n# [F](f.md)`;
  expect(parseTocMarkdown(text).links).toEqual([{ href: 'a.md', line: 4, column: 1 }, { href: 'c.md', line: 11, column: 1 }, { href: 'f.md', line: 14, column: 1 }]);
});
