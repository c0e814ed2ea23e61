import { defineCheck } from './define-check.ts';

type Args = { readonly href: string };

export default defineCheck<Args>({
  id: 'toc-target-missing',
  category: 'links',
  scope: 'toc',
  severity: 'warning',
  summary: 'An entry of the table of contents leads to an article that some locale has.',
  why: 'The navigation leaves the entry out, or shows it without a link where it has entries below. Nobody finds the article, and nobody sees why.',
  whatToDo: 'Correct the path, which is relative to the table of contents, or remove the entry. For an article of another site, write the full address.',
  message: ({ href }) => `An entry leads to \`${href}\`, and there is no such article or file, neither in this locale nor in another. Correct the path, which is relative to this file, or remove the entry.`,
  examples: [
    { name: 'an article of the locale, by any letter case', content: { 'de-de/toc.yml': '- name: Start\n  href: guides/Start.md#a\n', 'de-de/guides/start.md': 'Start' }, expected: [] },
    { name: 'only another locale has it', content: { 'ja-jp/toc.yml': '- name: 開始\n  href: start.md\n', 'vi-vn/start.md': 'Bắt đầu' }, expected: [] },
    {
      name: 'folders, other tables and other files',
      content: { 'ar-sa/toc.yml': '- href: guides/\n- href: guides/toc.yml\n- href: ./index.yml\n- href: a.pdf\n', 'ar-sa/guides/a.md': 'A', 'en-us/a.pdf': '' },
      expected: [],
    },
    {
      name: 'addresses, and what stands in another document set',
      content: { 'de-de/docs/toc.yml': '- href: /azure/a\n- href: https://a.example/b.md\n- href: ?view=c\n- href: ../other/d.md\n- href: ~/e.md\n- tocHref: f/\n  topicHref: g\n', 'de-de/docs/a.md': 'A' },
      expected: [],
    },
    { name: 'a mistyped path', content: { 'vi-vn/toc.yml': '- name: Bắt đầu\n  href: guides/strat.md\n', 'vi-vn/guides/start.md': 'Bắt đầu' }, expected: [{ href: 'guides/strat.md' }] },
    { name: 'an article that was removed, in the older form', content: { 'de-de/docs/TOC.md': '# [Start](start.md)\n## [Alt](../docs/old.md)\n', 'de-de/docs/start.md': 'Start' }, expected: [{ href: '../docs/old.md' }] },
    { name: 'a table that is not there', content: { 'ja-jp/toc.yml': '- name: 参照\n  href: reference/toc.yml\n', 'ja-jp/start.md': '開始' }, expected: [{ href: 'reference/toc.yml' }] },
  ],
  *run({ links, isMissing }) {
    for (const { href, line, column } of links) if (isMissing(href)) yield { args: { href }, line, column };
  },
});
