import type { InlineText } from '../model/inline.ts';
import { defineCheck, type SegmentHit } from './define-check.ts';
import { countOf } from './shared/count-of.ts';

type Kind = 'bold passage' | 'italic passage' | 'link' | 'image' | 'HTML tag';
type Args = { readonly kind: Kind; readonly source: number; readonly target: number };

export default defineCheck<Args>({
  id: 'markup-count-differs',
  category: 'markup',
  scope: 'segment',
  signs: { in: 'either', of: '*_[<' },
  severity: 'warning',
  summary: 'The target has as many bold and italic passages, links, images and HTML tags as its source.',
  why: 'A lost link or image is missing on the page. Labels of buttons and menus are bold so that readers find them; where two became one, or one was lost, they look for the wrong thing.',
  whatToDo: 'Restore the markup of the source around the words that translate it.',
  message: ({ kind, source, target }) => `The target has ${countOf(target, kind)}, its source ${source}. Restore the markup around the words that translate it.`,
  examples: [
    { name: 'as many, in another order', content: { 'de-de/a.md': '⟦*b* und **a**, [c](c.md)⟧⟪**a** and *b*, [c](c.md)⟫', 'ar-sa/a.md': '⟦انقر **موافق**<br>⟧⟪Click **OK**<br>⟫', 'ja-jp/a.md': '⟦**[ファイル]** を選ぶ⟧⟪Select **File**⟫', 'he-il/a.md': '⟦__אישור__⟧⟪**OK**⟫', 'ru-ru/a.md': '⟦![рис.](a.png)⟧⟪![fig.](a.png)⟫' }, expected: [] },
    { name: 'quotation marks for italics, bold for italics', content: { 'zh-cn/a.md': '⟦请参阅《指南》。⟧⟪See *Guide*.⟫', 'ja-jp/a.md': '⟦「ガイド」を参照⟧⟪See *Guide*.⟫', 'th-th/a.md': '⟦ดู **คู่มือ**⟧⟪See *Guide*⟫' }, expected: [] },
    { name: 'one label bold instead of two', content: { 'th-th/a.md': '⟦เลือก **ไฟล์ > เปิด**⟧⟪Select **File** > **Open**⟫', 'ar-sa/a.md': '⟦اختر **ملف > فتح**⟧⟪Select **File** > **Open**⟫' }, expected: [{ kind: 'bold passage', source: 2, target: 1 }, { kind: 'bold passage', source: 2, target: 1 }] },
    { name: 'a lost link, a lost image', content: { 'vi-vn/a.md': '⟦Xem trợ giúp.⟧⟪See [help](a.md).⟫', 'ru-ru/a.md': '⟦Значок⟧⟪Icon ![i](i.png)⟫' }, expected: [{ kind: 'image', source: 1, target: 0 }, { kind: 'link', source: 1, target: 0 }] },
    { name: 'an anchor without an original', content: '⟦<a name="top"> </a>⟧⟪⟫', expected: [] },
    { name: 'a lost tag', content: { 'zh-cn/a.md': '⟦水⟧⟪H<sub>2</sub>O⟫' }, expected: [{ kind: 'HTML tag', source: 2, target: 0 }] },
  ],
  *run({ source, target }) {
    // A source without text is a finding of its own.
    if ((source.tokens.length === 1 && target.tokens.length === 1) || source.raw.trim() === '') return;
    const wanted = countsOf(source);
    const found = countsOf(target);
    const hit = (kind: Kind, from: number, to: number, severity: 'error' | 'warning' | 'info'): SegmentHit<Args> => ({ args: { kind, source: from, target: to }, severity });
    if (wanted.link !== found.link) yield hit('link', wanted.link, found.link, 'error');
    if (wanted.image !== found.image) yield hit('image', wanted.image, found.image, 'error');
    if (wanted.html !== found.html) yield hit('HTML tag', wanted.html, found.html, 'warning');
    if (found.strong < wanted.strong) yield hit('bold passage', wanted.strong, found.strong, 'warning');
    // Many languages set titles in quotation marks or bold where English has italics.
    else if (found.emphasis < wanted.emphasis && found.strong === wanted.strong && !QUOTES.test(target.plain)) yield hit('italic passage', wanted.emphasis, found.emphasis, 'info');
  },
});

const QUOTES = /[“”„«»「」『』《》〈〉"]/;

interface Counts {
  link: number;
  image: number;
  html: number;
  strong: number;
  emphasis: number;
}

function countsOf({ tokens }: InlineText): Counts {
  const counts = { link: 0, image: 0, html: 0, strong: 0, emphasis: 0 };
  for (const token of tokens) {
    if (token.kind === 'html' || ((token.kind === 'open' || token.kind === 'close') && token.of === 'html')) counts.html++;
    else if (token.kind === 'open' && token.of !== 'strikethrough' && token.of !== 'html') counts[token.of]++;
  }
  return counts;
}
