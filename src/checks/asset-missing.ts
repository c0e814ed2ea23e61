import { defineCheck } from './define-check.ts';
import { addressOf } from './shared/address-of.ts';
import { isRelativeUrl } from './shared/is-relative-url.ts';

type Args = { readonly url: string; readonly resolved: string; readonly outside: boolean };

export default defineCheck<Args>({
  id: 'asset-missing',
  category: 'links',
  scope: 'reference',
  severity: 'warning',
  summary: 'An image of the content exists in its locale or, failing that, in the source.',
  why: 'The reader sees a broken image, or only its description.',
  whatToDo: 'Correct the path, or add the file. Without a localized picture the original’s is used.',
  message: ({ url, resolved, outside }) =>
    outside ? `The image \`${url}\` lies outside the content. Copy it into the content.` : `The image ${addressOf(url, resolved)} exists neither in this locale nor in the source. Correct the path or add the file.`,
  examples: [
    { name: 'a localized image', content: { 'de-de/guide.md': '![Bild](media/a.png)', 'de-de/media/a.png': '' }, expected: [] },
    { name: 'the original’s image', content: { 'de-de/guide.md': '![Bild](media/a.png)', 'en-us/media/a.png': '' }, expected: [] },
    { name: 'an image in the address itself', content: '![Punkt](data:image/gif;base64,R0lGODlhAQABAAAAACw=)', expected: [] },
    { name: 'an image of another site', content: '![Bild](//cdn.example/a.png)', expected: [] },
    { name: 'no such file', content: '<img src="media/a.png" alt="Bild">', expected: [{ url: 'media/a.png', resolved: 'media/a.png', outside: false }] },
    { name: 'no such file below the root', content: '![Bild](/media/a.png)', expected: [{ url: '/media/a.png', resolved: '/media/a.png', outside: false }] },
  ],
  *run({ references, resolveLink }) {
    for (const { kind, url, start, end } of references) {
      if (kind !== 'image' || !(isRelativeUrl(url) || /^(?:~\/|\/(?![/\\]))/.test(url))) continue;
      const target = resolveLink(url);
      if (target.kind === 'missing' || target.kind === 'outside') yield { args: { url, resolved: target.resolved, outside: target.kind === 'outside' }, at: { start, end } };
    }
  },
});
