import type { RefusedEntry } from '../model/host.ts';
import type { SiteEntry } from './define-check.ts';
import { defineCheck } from './define-check.ts';

type Args = { readonly path: string; readonly reason: RefusedEntry['reason'] };

const WORDS: Readonly<Record<RefusedEntry['reason'], string>> = {
  outside: 'is a link that leads out of the content and is not followed. Copy the file into the content.',
  'broken-link': 'is a link to something that does not exist. Remove or correct it.',
  unreadable: 'cannot be opened. Check its permissions.',
};

export default defineCheck<Args>({
  id: 'refused-path',
  category: 'files',
  scope: 'site',
  severity: 'error',
  summary: 'Every file and folder of the content lies inside it and can be opened.',
  why: 'Content comes from outside: a link that leads out of it could publish any file of the machine that builds the site. It is never followed.',
  whatToDo: 'Replace links by the files themselves and check permissions.',
  message: ({ path, reason }) => `\`${path}\` ${WORDS[reason]}`,
  examples: [
    { name: 'ordinary files', content: { 'de-de/guide.md': 'Hallo' }, expected: [] },
    { name: 'a link out of the content', content: {}, facts: { refused: [{ path: 'de-de/secret.md', reason: 'outside' }] }, expected: [{ path: 'de-de/secret.md', reason: 'outside' }] },
    { name: 'a broken link', content: {}, facts: { refused: [{ path: 'de-de/old.md', reason: 'broken-link' }] }, expected: [{ path: 'de-de/old.md', reason: 'broken-link' }] },
  ],
  *run({ refused }) {
    for (const { path, reason } of refused) yield { entry: entryOf(path), args: { path, reason } };
  },
});

/** The first folder of the content is the locale's. */
function entryOf(file: string): Omit<SiteEntry, 'slug'> {
  const [folder = '', ...rest] = file.split('/');
  return { locale: folder.toLowerCase(), path: rest.length > 0 ? rest.join('/') : file, file };
}
