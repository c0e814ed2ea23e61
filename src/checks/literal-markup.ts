import type { Article } from '../model/article.ts';
import type { InlineText } from '../model/inline.ts';
import { codeRanges } from '../text/code-ranges.ts';
import { findReferences } from '../text/find-references.ts';
import { defineCheck } from './define-check.ts';
import { outsideText } from './shared/article-text.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly mark: string; readonly near: string };

export default defineCheck<Args>({
  id: 'literal-markup',
  category: 'markup',
  scope: 'segment',
  signs: { in: 'target', of: '*`]' },
  severity: 'error',
  summary: 'No markup of the target is shown to the reader.',
  why: 'The page shows stars, backticks or brackets instead of bold text, code or a link. It happens where a mark stands beside a blank or a bracket, or where one of two marks was lost.',
  whatToDo: 'Close what is open, remove blanks inside the marks, and put punctuation outside bold text (`**注意**：` instead of `**注意：**`). Keep the label of a reference link as the article defines it.',
  message: ({ mark, near }) => `The reader sees ${mark === '`' ? 'a backtick' : `\`${mark}\``} in “${near}”. ${mark.endsWith('[') ? 'Write `[text][label]` without a blank between, and with a label that the article defines.' : 'Close the markup, and put blanks and punctuation outside of it.'}`,
  examples: [
    { name: 'markup that works', content: { 'de-de/a.md': '⟦**Neu** und `x`⟧⟪**New** and `x`⟫', 'ja-jp/a.md': '⟦**注意**：これは [UI] (画面) です。⟧⟪**Note**: this is [UI] (screen).⟫', 'ar-sa/a.md': '⟦انقر **موافق**.⟧⟪Click **OK**.⟫', 'th-th/a.md': '⟦เลือก **ตกลง**⟧⟪Select **OK**⟫', 'ru-ru/a.md': '⟦2 * 3 * 4⟧⟪2 * 3 * 4⟫' }, expected: [] },
    { name: 'shown in the original too', content: { 'vi-vn/a.md': '⟦Gõ ** hai lần.⟧⟪Type ** twice.⟫', 'he-il/a.md': '⟦הקלד ` כאן.⟧⟪Type ` here.⟫' }, expected: [] },
    { name: 'punctuation inside the marks', content: { 'zh-cn/a.md': '⟦**示例：**直接⟧⟪**Example:** direct⟫', 'ja-jp/a.md': '⟦これは**「共有」**を⟧⟪The **Share** one⟫' }, expected: [{ mark: '**', near: 'これは**「共有」**を' }, { mark: '**', near: '**示例：**直接' }] },
    { name: 'a blank inside, a lost mark', content: { 'th-th/a.md': '⟦เลือก ** ตกลง** แล้ว⟧⟪Select **OK** now⟫', 'ru-ru/a.md': '⟦Введите `код.⟧⟪Enter `code`.⟫', 'de-de/a.md': '⟦Siehe [Hilfe](a b.md).⟧⟪See [help](a.md).⟫' }, expected: [{ mark: '](', near: 'Siehe [Hilfe](a b.md).' }, { mark: '`', near: 'Введите `код.' }, { mark: '**', near: 'เลือก ** ตกลง** แล้ว' }] },
    { name: 'in Arabic', content: { 'ar-sa/a.md': '⟦انقر **موافق .⟧⟪Click **OK**.⟫' }, expected: [{ mark: '**', near: 'انقر **موافق .' }] },
    {
      name: 'reference links that work, or do not in the original either',
      content: { 'nl-nl/a.md': '⟦Zie [de gids][The  Guide], [hulp] [the guide] en t[i][j].⟧⟪See [the guide][the guide], [help] [the guide] and t[i][j].⟫\n\n[the guide]: a.md', 'de-de/a.md': '⟦[Rat][1] [Tat]⟧⟪[Rat][1] [Tat][2]⟫ ⟦[Rat] [Tat] [1]⟧⟪[Rat][Rat] [Tat][Tat] [One][1]⟫ ⟦[Eins] [1]⟧⟪[One](a.md) [1]⟫\n\n[1]: b.md\n[Rat]: a.md\n[Tat]: b.md', 'pt-br/a.md': '⟦[Tabela][tabela 1]⟧⟪[Table][table 1]⟫' },
      expected: [],
    },
    {
      name: 'a reference link with a blank, a translated label',
      content: { 'nl-nl/a.md': '⟦Zie [de gids] [ the guide] voor meer.⟧⟪See [the guide][the guide] for more.⟫\n\n[the guide]: a.md', 'pt-br/a.md': '⟦Veja a [Tabela][tabela 1].⟧⟪See [the table][table 1].⟫\n\n[Table 1]: #t', 'ja-jp/a.md': '⟦[`x`] [the x]を参照⟧⟪See [`x`][the x]⟫\n\n[the x]: a.md' },
      expected: [{ mark: '] [', near: '[`x`] [the x]を参照' }, { mark: '] [', near: 'Zie [de gids] [ the guide] voor meer.' }, { mark: '][', near: 'Veja a [Tabela][tabela 1].' }],
    },
  ],
  *run({ source, target, article }) {
    const broken = brokenReference(source, target, article);
    if (broken) {
      const { mark, start, end } = broken;
      yield { args: { mark, near: excerpt(target.raw.slice(wordStart(target.raw, start), start + 30)) }, inTarget: { start, end } };
      return;
    }
    if (!POSSIBLE.test(target.raw)) return;
    for (const mark of MARKS) {
      if (!target.raw.includes(mark)) continue;
      const places = shownPlaces(target, mark);
      if (places.length === 0 || places.length <= countIn(source.plain, mark)) continue;
      const start = places[0] ?? 0;
      yield { args: { mark, near: excerpt(target.raw.slice(wordStart(target.raw, start), start + 30)) }, inTarget: { start, end: start + mark.length } };
      return;
    }
  },
});

const MARKS = ['**', '`', ']('] as const;
const POSSIBLE = /\*\*|`|\]\(/;

/** Offsets of a mark in text that is not escaped and did not become markup. */
function shownPlaces({ tokens }: InlineText, mark: string): number[] {
  const places: number[] = [];
  let images = 0;
  for (const token of tokens) {
    if (token.kind === 'open' && token.of === 'image') images++;
    if (token.kind === 'close' && token.of === 'image') images--;
    if (token.kind !== 'text' || images > 0) continue;
    for (let at = token.text.indexOf(mark); at >= 0; at = token.text.indexOf(mark, at + mark.length)) places.push(token.start + at);
  }
  return places;
}

interface Broken {
  readonly mark: '] [' | '][';
  /** Of the brackets and what stands between them, in the target. */
  readonly start: number;
  readonly end: number;
}

/** The first reference link that the target broke where the source has one that works. */
function brokenReference(source: InlineText, target: InlineText, article: Article): Broken | undefined {
  if (!source.raw.includes('][') || !REFERENCE.test(target.raw)) return undefined;
  const labels = labelsOf(article);
  if (labels.size === 0) return undefined;
  const original = readReferences(source, labels);
  const translated = readReferences(target, labels);
  return translated.working < original.working && translated.broken.length > original.broken.length ? translated.broken[0] : undefined;
}

const REFERENCE = /\][^\S\r\n]*\[/;
const WORKING = /\]\[([^[\]]+)\]/g;
/** Text, what stands between, label; no footnote. The look back is behind the bracket, so that it is made only there. */
const BROKEN = /\](?<=(?:\[([^[\]]*))?\])([^\S\r\n]*)\[(?=([^[\]^][^[\]]*)\])/g;

function readReferences({ tokens }: InlineText, labels: ReadonlySet<string>): { readonly working: number; readonly broken: readonly Broken[] } {
  let working = 0;
  const broken: Broken[] = [];
  for (const token of tokens) {
    if (token.kind !== 'text') continue;
    const rest = token.text.replace(WORKING, (whole, label: string) => {
      if (!labels.has(normalised(label))) return whole;
      working++;
      return '\0'.repeat(whole.length);
    });
    for (const { 1: text = '', 2: between = '', 3: label = '', index } of rest.matchAll(BROKEN)) {
      // With a blank between, two labels that are both defined are two links, and two that are not may be names of buttons.
      if (between !== '' && (labels.has(normalised(text)) || !labels.has(normalised(label)))) continue;
      broken.push({ mark: between === '' ? '][' : '] [', start: token.start + index, end: token.start + index + between.length + 2 });
    }
  }
  return { working, broken };
}

const labelsByArticle = new WeakMap<Article, ReadonlySet<string>>();

/** Labels of the article's link definitions, as CommonMark compares them. */
function labelsOf(article: Article): ReadonlySet<string> {
  const known = labelsByArticle.get(article);
  if (known) return known;
  const outside = article.text.includes(']:') ? outsideText(article) : '';
  const definitions = findReferences(outside, codeRanges(outside)).filter(({ form }) => form === 'definition');
  const labels = new Set(definitions.map(({ labelStart, labelEnd }) => normalised(outside.slice(labelStart, labelEnd))));
  labelsByArticle.set(article, labels);
  return labels;
}

function normalised(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function countIn(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** A little before the place, at the beginning of a word where there is one. */
function wordStart(text: string, at: number): number {
  const from = Math.max(0, at - 20);
  const space = from === 0 ? -1 : text.indexOf(' ', from);
  return space >= 0 && space < at ? space + 1 : from;
}
