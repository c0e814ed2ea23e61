import { defineCheck } from './define-check.ts';

type Args = { readonly debris: string };

export default defineCheck<Args>({
  id: 'machine-debris',
  category: 'wording',
  scope: 'segment',
  signs: { in: 'target', of: '#_<' },
  severity: 'error',
  summary: 'No placeholder of a translation machine or tag of an exchange file is left in the target.',
  why: 'Tools put `#A0`, `_GT_` or `<bpt>` in the place of markup and characters. Left over, it is published, and what it stood for is lost.',
  whatToDo: 'Replace it with what the source has there.',
  message: ({ debris }) => `\`${debris}\` was left over by a translation tool. Replace it with what the source has there.`,
  examples: [
    { name: 'the same in the source', content: { 'de-de/a.md': '⟦Farbe #A0⟧⟪Color #A0⟫', 'ja-jp/a.md': '⟦色 #A0B0C0⟧⟪Color #A0B0C0⟫', 'ar-sa/a.md': '⟦`<x id="1"/>`⟧⟪`<x id="1"/>`⟫', 'th-th/a.md': '⟦TX_GT_1⟧⟪TX_GT_1⟫', 'ru-ru/a.md': '⟦Тег⟧⟪Tag⟫' }, expected: [] },
    { name: 'placeholders', content: { 'de-de/a.md': '⟦Um die #A0 zu beheben⟧⟪To fix the **error**⟫', 'he-il/a.md': '⟦**קובץ _GT_ ניהול**⟧⟪**File** > **Manage**⟫', 'th-th/a.md': '⟦แก้ไข #A1⟧⟪Fix **it**⟫' }, expected: [{ debris: '#A0' }, { debris: '_GT_' }, { debris: '#A1' }] },
    { name: 'tags', content: { 'zh-cn/a.md': '⟦<bpt id="1">点击</bpt>⟧⟪**Click**⟫', 'ar-sa/a.md': '⟦انقر &lt;ph id="2"/&gt;⟧⟪Click `x`⟫', 'ru-ru/a.md': '⟦Файл <x id="1"/>⟧⟪File `x`⟫' }, expected: [{ debris: '&lt;ph id' }, { debris: '<x id' }, { debris: '<bpt id' }] },
  ],
  *run({ source, target: { raw } }) {
    if (!POSSIBLE.test(raw)) return;
    for (const match of raw.matchAll(DEBRIS)) {
      const [debris] = match;
      if (source.raw.includes(debris)) continue;
      yield { args: { debris }, inTarget: { start: match.index, end: match.index + debris.length } };
      return;
    }
  },
});

const POSSIBLE = /#A\d|_[A-Z]{2}|(?:<|&lt;)(?:bpt|ept|ph|it|x|g|mrk|pc|sc|ec)[ \d]|\\?_\\?_\\?_/;
/** `#A0`: the producer's machine translation (FORMAT.md §5 Q23); tags: XLIFF and TMX; `_GT_`: characters made names. */
const DEBRIS = /(?<![\p{L}\d_&])#A\d(?![\p{L}\d])|(?<![A-Za-z\d])_(?:GT|LT|AMP|QUOT|NBSP)_(?![A-Za-z\d])|(?:<|&lt;)(?:bpt|ept|ph|it|x|g|mrk|pc|sc|ec) +(?:id|i|rid|mid|ctype|equiv-text|dataRef)(?= *=)/gu;
