import type { RefusedEntry } from '../model/host.ts';
import { defineCheck } from './define-check.ts';

type Args = { readonly path: string; readonly reason: RefusedEntry['reason'] };

const WORDS: Readonly<Record<RefusedEntry['reason'], string>> = {
  outside: 'is a link that leads out of the content and is not followed. Replace it with a copy of what it leads to.',
  'broken-link': 'is a link to something that does not exist. Remove or correct it.',
  unreadable: 'cannot be opened and is left out. Check its permissions.',
  cycle: 'is a link to a folder above it, or to one reached over other links, and is not followed. Remove it.',
};

export default defineCheck<Args>({
  id: 'refused-path',
  category: 'files',
  scope: 'site',
  severity: 'error',
  summary: 'Every file and folder of the content lies inside it and can be opened.',
  why: 'Content comes from outside: a link that leads out of it could publish any file of the machine that builds the site. It is never followed.',
  whatToDo: 'Replace links by the files themselves and check permissions. A locale may live elsewhere as a whole: set its `dir` in site.yml.',
  message: ({ path, reason }) => `\`${path}\` ${WORDS[reason]}`,
  examples: [
    { name: 'ordinary files', content: { 'de-de/guide.md': 'Hallo' }, expected: [] },
    { name: 'a link out of the content', content: {}, facts: { refused: [{ path: 'de-de/secret.md', reason: 'outside' }] }, expected: [{ path: 'de-de/secret.md', reason: 'outside' }] },
    { name: 'a broken link', content: {}, facts: { refused: [{ path: 'de-de/old.md', reason: 'broken-link' }] }, expected: [{ path: 'de-de/old.md', reason: 'broken-link' }] },
  ],
  *run({ refused }) {
    for (const entry of refused) yield { entry, args: { path: entry.file, reason: entry.reason } };
  },
});
