import type { RedirectFault } from '../model/redirect.ts';
import { defineCheck } from './define-check.ts';

type Args = { readonly from: string; readonly fault: RedirectFault; readonly about: string };

export default defineCheck<Args>({
  id: 'invalid-redirect',
  category: 'links',
  scope: 'redirect',
  severity: 'error',
  summary: 'Every redirect can be published as it is written.',
  why: 'The redirect is left out: whoever asks for the old address gets the error page, or the page that is still there.',
  whatToDo: 'Correct the entry, or remove it when nobody needs the old address any more.',
  message({ from, fault, about }) {
    switch (fault) {
      case 'unreadable':
        return `The redirects of this file cannot be read: ${about}. Write \`{ "redirections": [ … ] }\`.`;
      case 'incomplete':
        return `The redirect${from === '' ? '' : ` of \`${from}\``} has no ${about}. Write both the old path and the new address.`;
      case 'bad-address':
        return `\`${from}\` is no address that a redirect can have. Write a path of the content, or an address of this site without \`?\` and \`#\`.`;
      case 'unsafe-target':
        return `The redirect of \`${from}\` leads to \`${about}\`. Write a path of the content, an address of this site, or one that begins with https://.`;
      case 'page-exists':
        return `The redirect of \`${from}\` is not used, because there is a page at ${about}. Remove the one or the other.`;
      case 'repeated':
        return `\`${from}\` is redirected twice, to different addresses; the first counts. Remove one of the two.`;
    }
  },
  examples: [
    { name: 'a renamed article', content: { 'de-de/new.md': 'Neu', 'de-de/.openpublishing.redirection.json': '{"redirections":[{"source_path":"old.md","redirect_url":"/new","redirect_document_id":true}]}' }, expected: [] },
    { name: 'another site', content: { 'ja-jp/old.md': '---\nredirect_url: https://learn.example.com/new\n---\n' }, expected: [] },
    { name: 'no JSON', content: { 'de-de/a.md': 'A', 'de-de/.openpublishing.redirection.json': '{"redirections":[' }, expected: [{ from: '', fault: 'unreadable', about: 'it is not valid JSON' }] },
    {
      name: 'no new address; the other entry counts',
      content: { 'vi-vn/new.md': 'Mới', 'vi-vn/.openpublishing.redirection.json': '{"redirections":[{"source_path":"old.md"},{"source_path":"older.md","redirect_url":"/new"}]}' },
      expected: [{ from: 'old.md', fault: 'incomplete', about: '"redirect_url"' }],
    },
    { name: 'a script', content: { 'ar-sa/old.md': '---\nredirect_url: "javascript:alert(1)"\n---\n' }, expected: [{ from: 'old.md', fault: 'unsafe-target', about: 'javascript:alert(1)' }] },
    { name: 'the article is still there', content: { 'de-de/old.md': 'Alt', 'de-de/new.md': 'Neu', 'site.yml': 'redirects:\n- { from: old.md, to: new.md }' }, expected: [{ from: 'old.md', fault: 'page-exists', about: '/de-de/old/' }] },
    { name: 'out of the site', content: { 'de-de/new.md': '---\naliases: [../old.md, former.md]\n---\nNeu' }, expected: [{ from: '../old.md', fault: 'bad-address', about: '../old.md' }] },
    {
      name: 'two ends',
      content: { 'th-th/a.md': '---\naliases: old.md\n---\nก', 'th-th/b.md': '---\naliases: old.md\n---\nข' },
      expected: [{ from: 'old.md', fault: 'repeated', about: 'old.md' }],
    },
  ],
  *run({ redirects }) {
    for (const redirect of redirects) {
      const { from, end } = redirect;
      if (end.kind === 'faulty') yield { redirect, args: { from, fault: end.fault, about: end.about } };
    }
  },
});
