import { defineCheck } from './define-check.ts';
import { listOf } from './shared/list-of.ts';

type Args = { readonly path: string; readonly problems: readonly string[] };

/** Names that Windows keeps for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i;

export default defineCheck<Args>({
  id: 'unsafe-path',
  category: 'files',
  scope: 'file',
  severity: 'warning',
  summary: 'A file name can be typed, checked out and served everywhere.',
  why: 'Invisible characters make two names that look equal, links that cannot be typed, and files that some systems cannot check out. The address of the page is made without them.',
  whatToDo: 'Rename the file, in every locale, and add a redirect if the page was published.',
  message: ({ path, problems }) => `The name \`${path}\` has ${listOf(problems)}. Rename the file in every locale.`,
  examples: [
    { name: 'spaces, capitals and letters of any script', content: { 'de-de/Über uns/Set up – Teams.md': 'A' }, expected: [] },
    { name: 'an invisible character', content: { 'de-de/gui\u200Bde.md': 'A' }, expected: [{ path: 'gui[U+200B]de.md', problems: ['an invisible character (U+200B)'] }] },
    { name: 'a character that Windows refuses', content: { 'de-de/what?.md': 'A' }, expected: [{ path: 'what?.md', problems: ['the character `?`'] }] },
    { name: 'a blank at the end of a folder’s name', content: { 'de-de/a /b.md': 'A' }, expected: [{ path: 'a /b.md', problems: ['a blank or full stop at the end of `a `'] }] },
  ],
  *run({ file: { path } }) {
    if (/^[\w./-]*$/.test(path) && !/(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)|\.(?:\/|$)/i.test(path)) return;
    const problems = [...new Set([...charactersIn(path), ...path.split('/').flatMap(nameProblems)])];
    if (problems.length > 0) yield { args: { path: visible(path), problems } };
  },
});

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029\u00A0\u3164]/gu;

function charactersIn(path: string): string[] {
  const invisible = [...path.matchAll(INVISIBLE)].map(([character]) => `an invisible character (${codePoint(character)})`);
  const refused = [...path.matchAll(/[\\:*?"<>|#%]/g)].map(([character]) => `the character \`${character}\``);
  return [...invisible, ...refused];
}

function nameProblems(name: string): string[] {
  if (name === '.' || name === '..') return [`the folder \`${name}\``];
  if (/[ .]$/.test(name)) return [`a blank or full stop at the end of \`${visible(name)}\``];
  if (name.startsWith(' ')) return [`a blank at the beginning of \`${visible(name)}\``];
  return DEVICE.test(name) ? [`the reserved name \`${name}\``] : [];
}

function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `[${codePoint(character)}]`);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
