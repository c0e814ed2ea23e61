import { defineCheck } from './define-check.ts';
import { listOf } from './shared/list-of.ts';

type Args = { readonly keys: readonly string[]; readonly block: boolean };

/** Keys that every hand-back carries (FORMAT.md §3: present in all files with frontmatter of all measured repositories). */
const REQUIRED = ['title', 'ms.openlocfilehash', 'ms.lasthandoff', 'ms.translationtype', 'ms.contentlocale'];

export default defineCheck<Args>({
  id: 'missing-metadata',
  category: 'metadata',
  scope: 'article',
  severity: 'info',
  summary: 'A translated article says what it was translated from, when, how and into which language.',
  why: 'Without `ms.openlocfilehash` and `ms.lasthandoff` nobody can tell whether a translation is current; without `title` its name in lists and searches is a guess.',
  whatToDo: 'Keep the frontmatter of the hand-back. READMEs and included fragments often have none: there this is only a note, elsewhere a warning.',
  message: ({ keys, block }) =>
    block ? `The frontmatter lacks ${listOf(keys)}. Copy the missing lines from the hand-back.` : 'The article has no frontmatter, so that its source version, date and title are unknown. Restore it from the hand-back.',
  examples: [
    {
      name: 'a complete hand-back',
      content:
        '---\ntitle: Hallo\nms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567\nms.lasthandoff: 01/31/2026\nms.translationtype: HT\nms.contentlocale: de-DE\n---\n⟦Hallo.⟧⟪Hello.⟫',
      expected: [],
    },
    { name: 'an original needs none', content: { 'en-us/guide.md': '# Hello' }, expected: [] },
    { name: 'a title in the heading, as in reference articles', content: '---\nms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567\nms.lasthandoff: 01/31/2026\nms.translationtype: HT\nms.contentlocale: de-DE\n---\n# ⟦101: Get-Foo⟧⟪Get-Foo⟫', expected: [] },
    { name: 'no frontmatter', content: '⟦Hallo.⟧⟪Hello.⟫', expected: [{ keys: REQUIRED, block: false }] },
    {
      name: 'no version and no date',
      content: '---\ntitle: Hallo\nms.translationtype: HT\nms.contentlocale: de-DE\n---\n⟦Hallo.⟧⟪Hello.⟫',
      expected: [{ keys: ['ms.openlocfilehash', 'ms.lasthandoff'], block: true }],
    },
  ],
  *run({ article: { frontmatter, path, skeleton }, isSource }) {
    if (isSource || frontmatter.state === 'invalid' || frontmatter.state === 'bilingual') return;
    const keys = REQUIRED.filter((key) => isBlank(frontmatter.data[key]) && !(key === 'title' && frontmatter.state === 'valid' && FIRST_HEADING.test(skeleton)));
    if (keys.length === 0) return;
    const fragment = /(^|\/)(includes?\/|readme\.mdx?$)/i.test(path);
    yield { args: { keys, block: frontmatter.state !== 'none' }, severity: fragment ? 'info' : 'warning' };
  },
});

/** The name of a page that begins with it. */
const FIRST_HEADING = /^\s*#[ \t]+\S/;

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
