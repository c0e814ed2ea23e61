import { defineCheck } from './define-check.ts';
import { inlinePairs, type InlinePair } from './shared/inline-pairs.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly url: string };

export default defineCheck<Args>({
  id: 'empty-link-text',
  category: 'markup',
  scope: 'segment',
  signs: { in: 'target', of: '[' },
  severity: 'error',
  summary: 'A link of the target has a text.',
  why: 'Nobody can see or follow a link without text, and a screen reader reads its address out. Machine translation often leaves the words beside the link.',
  whatToDo: 'Move the words that belong to the link between its brackets.',
  message: ({ url }) => `${url === '' ? 'A link' : `The link to \`${excerpt(url)}\``} has no text. Move the words that belong to it between the brackets.`,
  examples: [
    { name: 'links with a text', content: { 'de-de/a.md': '⟦Siehe [Hilfe](a.md).⟧⟪See [help](a.md).⟫', 'ar-sa/a.md': '⟦راجع [تعليمات](a.md).⟧⟪See [help](a.md).⟫', 'ja-jp/a.md': '⟦[ヘルプ](a.md) を参照。⟧⟪See [help](a.md).⟫', 'th-th/a.md': '⟦ดู[วิธีใช้](a.md)⟧⟪See [help](a.md).⟫', 'ru-ru/a.md': '⟦См. [`код`](a.md).⟧⟪See [`code`](a.md).⟫' }, expected: [] },
    { name: 'an image, a character reference', content: '⟦[![Logo](a.png)](a.md) [&gt;](b.md)⟧⟪[![Logo](a.png)](a.md) [&gt;](b.md)⟫', expected: [] },
    { name: 'empty in the original too', content: '⟦Text [](a.md)⟧⟪Text [](a.md)⟫', expected: [] },
    { name: 'the words stand beside the link', content: { 'zh-cn/a.md': '⟦请参阅插入目录[](a.md)。⟧⟪See [Insert a table](a.md).⟫', 'he-il/a.md': '⟦ראה [](a.md) עזרה.⟧⟪See [help](a.md).⟫' }, expected: [{ url: 'a.md' }, { url: 'a.md' }] },
    { name: 'only blanks', content: { 'vi-vn/a.md': '⟦Xem [ ](a.md) trợ giúp.⟧⟪See [help](a.md).⟫', 'ru-ru/a.md': '⟦См. [&nbsp;](a.md) справку.⟧⟪See [help](a.md).⟫' }, expected: [{ url: 'a.md' }, { url: 'a.md' }] },
  ],
  *run({ source, target }) {
    if (!target.raw.includes('](')) return;
    const empty = inlinePairs(target, 'link').filter(isEmpty);
    if (empty.length === 0) return;
    const known = inlinePairs(source, 'link').filter(isEmpty).length;
    for (const { open, close } of empty.slice(known)) yield { args: { url: open.url ?? '' }, inTarget: { start: open.start, end: close.end } };
  },
});

/** Invisible characters that are no white space to JavaScript. */
const INVISIBLE = /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*$/;

function isEmpty({ content }: InlinePair): boolean {
  return content.every((token) => {
    if (token.kind === 'open') return token.of !== 'image';
    return token.kind === 'close' || ('text' in token && INVISIBLE.test(token.text)) || (token.kind === 'html' && token.value !== 'img');
  });
}
