import type { InlineText } from '../model/inline.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly near: string };

export default defineCheck<Args>({
  id: 'menu-path',
  category: 'wording',
  scope: 'segment',
  signs: { in: 'target', of: '>' },
  severity: 'warning',
  summary: 'Every step of a menu path (`File > Open`) has its label.',
  why: 'Where translation moved or dropped a label, `> >` or a lone `>` is left over, and readers cannot follow the path.',
  whatToDo: 'Restore the labels between the marks, in the order of the source.',
  message: ({ near }) => `A label is missing in the menu path “${near}”. Restore the labels in the order of the source.`,
  examples: [
    { name: 'whole paths', content: { 'de-de/a.md': '⟦**Datei** > **Öffnen**⟧⟪**File** > **Open**⟫', 'ar-sa/a.md': '⟦**ملف** \\> **فتح**.⟧⟪**File** \\> **Open**.⟫', 'ja-jp/a.md': '⟦[**ファイル**] &gt; [**開く**] の順に⟧⟪**File** &gt; **Open**⟫', 'th-th/a.md': '⟦ไฟล์>เปิด⟧⟪File>Open⟫', 'ru-ru/a.md': '⟦Файл > `x` > Вид⟧⟪File > `x` > View⟫' }, expected: [] },
    { name: 'the same in the source, comparison, shifts', content: { 'vi-vn/a.md': '⟦Chọn > > A⟧⟪Select > > A⟫', 'he-il/a.md': '⟦a >> b⟧⟪a >> b⟫', 'zh-cn/a.md': '⟦> 5⟧⟪> 5⟫' }, expected: [] },
    { name: 'a label moved away', content: { 'de-de/a.md': '⟦Wählen Sie **Datei** >   > **Öffnen**⟧⟪Select **File** > **Info** > **Open**⟫', 'ar-sa/a.md': '⟦**الخصوصية**  >  .⟧⟪**Privacy** > **Camera**.⟫', 'th-th/a.md': '⟦> **เปิด**⟧⟪**File** > **Open**⟫', 'vi-vn/a.md': '⟦Đi đến **Tệp** > , rồi chọn⟧⟪Go to **File** > **Open**, then select⟫', 'zh-cn/a.md': '⟦**文件** >  > **打开**⟧⟪**File** > **Info** > **Open**⟫' }, expected: [{ near: 'الخصوصية > .' }, { near: 'Wählen Sie Datei > > Öffnen' }, { near: '> เปิด' }, { near: 'Đi đến Tệp > , rồi chọn' }, { near: '文件 > > 打开' }] },
  ],
  *run({ source, target }) {
    if (!target.plain.includes('>') || !source.plain.includes('>')) return;
    const shown = labelsOf(target);
    const found = BROKEN.exec(shown);
    if (!found || BROKEN.test(labelsOf(source))) return;
    yield { args: { near: excerpt(shown.slice(Math.max(0, found.index - 20), found.index + 40)) } };
  },
});

/** A mark with nothing between it and the next one, a stop or the end, or with nothing before it. */
const BROKEN = />\s+>|>\s*[.,;。、，،](?:\s|$)|^\s*>\s+\S|\s>\s*$/u;

/** What is shown, with a letter for code and images, which are labels too, and without `<placeholders>`. */
function labelsOf({ tokens }: InlineText): string {
  let shown = '';
  for (const token of tokens) {
    if (token.kind === 'code' || token.kind === 'autolink' || (token.kind === 'open' && token.of === 'image')) shown += 'x';
    else if ('text' in token) shown += token.text;
  }
  return shown.replace(/<[^<>]{1,60}>/g, 'x');
}
