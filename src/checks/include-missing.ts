import { defineCheck } from './define-check.ts';
import { addressOf } from './shared/address-of.ts';

type Args = { readonly kind: 'include' | 'code'; readonly url: string; readonly resolved: string; readonly outside: boolean };

export default defineCheck<Args>({
  id: 'include-missing',
  category: 'links',
  scope: 'reference',
  severity: 'warning',
  summary: 'An included fragment or code file exists in its locale or, failing that, in the source.',
  why: 'The page has a gap where the fragment belongs; a note says so to the reader.',
  whatToDo: 'Add the file, or correct the path. Files outside the content are never included.',
  message: ({ kind, url, resolved, outside }) =>
    outside
      ? `The included ${kind === 'code' ? 'code file' : 'fragment'} \`${url}\` lies outside the content and is not read. Copy it into the content.`
      : `The included ${kind === 'code' ? 'code file' : 'fragment'} ${addressOf(url, resolved)} exists neither in this locale nor in the source. Correct the path or add the file.`,
  examples: [
    { name: 'a fragment of the locale', content: { 'de-de/guide.md': '[!INCLUDE [Hinweis](includes/note.md)]', 'de-de/includes/note.md': 'Hinweis' }, expected: [] },
    { name: 'shown in code', content: '```\n[!INCLUDE [Hinweis](includes/note.md)]\n```', expected: [] },
    { name: 'no such fragment', content: '[!include[Hinweis](includes/note.md)]', expected: [{ kind: 'include', url: 'includes/note.md', resolved: 'includes/note.md', outside: false }] },
    { name: 'lines of no such code file', content: '[!code-js[](samples/a.js?range=1-3)]', expected: [{ kind: 'code', url: 'samples/a.js?range=1-3', resolved: 'samples/a.js', outside: false }] },
    { name: 'no such code file', content: '[!code-js[Beispiel](samples/a.js#run)]', expected: [{ kind: 'code', url: 'samples/a.js#run', resolved: 'samples/a.js', outside: false }] },
  ],
  *run({ references, resolveLink }) {
    for (const { kind, url, start, end } of references) {
      if (kind !== 'include' && kind !== 'code') continue;
      const target = resolveLink(url);
      if (target.kind === 'missing' || target.kind === 'outside') yield { args: { kind, url, resolved: target.resolved.replace(/\?.*$/, ''), outside: target.kind === 'outside' }, at: { start, end } };
    }
  },
});
