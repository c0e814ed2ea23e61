import type { Article } from '../model/article.ts';
import { blankRanges } from '../text/blank-ranges.ts';
import { codeRanges } from '../text/code-ranges.ts';
import { findReferences } from '../text/find-references.ts';
import { defineCheck } from './define-check.ts';
import { countOf } from './shared/count-of.ts';
import { countSentences } from './shared/count-sentences.ts';
import { isMerged } from './shared/ordinals.ts';

type Args = { readonly first: number; readonly last: number; readonly before: string };

export default defineCheck<Args>({
  id: 'missing-ordinal',
  category: 'structure',
  scope: 'article',
  severity: 'warning',
  summary: 'The ordinals of an article have no gap that nothing explains.',
  why: 'Title, description, image descriptions and link definitions use up ordinals, and merged paragraphs answer for several. A gap beyond these means that a sentence was lost, or stands in the file without its pair.',
  whatToDo: 'Compare the article with its original, or with another language, at this place and restore the lost pair.',
  message: ({ first, last, before }) =>
    `${first === last ? `Segment ${first} is` : `Segments ${first} to ${last} (${countOf(last - first + 1, 'sentence')}) are`} missing before segment ${before}, and nothing here explains the gap. Compare with the original and restore what was lost.`,
  examples: [
    { name: 'the title is 101', content: '---\ntitle: Hallo\n---\n⟦102: Eins.⟧⟪One.⟫ ⟦103: Zwei.⟧⟪Two.⟫', expected: [] },
    { name: 'an image description takes one', content: '---\ntitle: Hallo\n---\n⟦102: Eins.⟧⟪One.⟫\n\n![Ein Bild](a.png)\n\n⟦104: Zwei.⟧⟪Two.⟫', expected: [] },
    { name: 'a merged paragraph takes several', content: '---\ntitle: Hallo\n---\n⟦p101: Eins. Zwei. Drei.⟧⟪One. Two. Three.⟫\n\n⟦105: Vier.⟧⟪Four.⟫', expected: [] },
    { name: 'keywords take one each', content: '---\ntitle: Hallo\nkeywords:\n- eins zwei\n- drei\n---\n⟦104: Eins.⟧⟪One.⟫', expected: [] },
    { name: 'a lost sentence', content: '---\ntitle: Hallo\n---\n⟦102: Eins.⟧⟪One.⟫ ⟦104: Drei.⟧⟪Three.⟫', expected: [{ first: 103, last: 103, before: '104' }] },
    { name: 'a description of several sentences', content: '---\ntitle: Hallo\n---\n⟦102: Eins.⟧⟪One.⟫\n\n![Ein Bild](a.png)\n\n⟦106: Drei.⟧⟪Three.⟫', expected: [] },
    { name: 'a short code takes one', content: '| a | b |\n|:---:|---|\n| ⟦101: Eins⟧⟪One⟫ | :x: |\n| ⟦103: Drei⟧⟪Three⟫ | :+1: :tada: |\n| ⟦106: Sechs⟧⟪Six⟫ | |', expected: [] },
    {
      name: 'a short code in code, the marks of a column and times take none',
      content: '| ⟦101: Eins⟧⟪One⟫ | `:x:` |\n| ⟦103: Drei⟧⟪Three⟫ | 10:30:45 |\n\n| a |\n|:---:|\n| ⟦105: Fünf⟧⟪Five⟫ |',
      expected: [{ first: 102, last: 102, before: '103' }, { first: 104, last: 104, before: '105' }],
    },
    { name: 'a short code does not explain two', content: '| ⟦101: Eins⟧⟪One⟫ | :x: |\n| ⟦104: Vier⟧⟪Four⟫ | |', expected: [{ first: 102, last: 103, before: '104' }] },
    {
      name: 'an image without description explains nothing',
      content: '---\ntitle: Hallo\n---\n⟦102: Eins.⟧⟪One.⟫\n\n![](a.png)\n\n⟦105: Drei.⟧⟪Three.⟫',
      expected: [{ first: 103, last: 104, before: '105' }],
    },
  ],
  *run({ article }) {
    let last = 100;
    let lastEnd = article.bodyStart;
    let afterMerged = false;
    for (const segment of article.segments) {
      if (isMerged(segment.ordinal)) {
        afterMerged = true;
        continue;
      }
      const number = Number(segment.ordinal);
      const gap = number - last - 1;
      if (gap > 0 && !afterMerged && gap > (last === 100 ? frontmatterCost(article) : 0) + ordinalCost(article.text.slice(lastEnd, segment.start))) {
        yield { args: { first: last + 1, last: number - 1, before: segment.ordinal }, at: segment, segment: segment.ordinal };
      }
      last = Math.max(last, number);
      lastEnd = segment.end;
      afterMerged = false;
    }
  },
});

/** Ordinals that the Markdown between two neighbouring pairs used up. */
function ordinalCost(between: string): number {
  const shortCodes = between.match(SHORT_CODE) === null ? 0 : (blankRanges(between, codeRanges(between)).match(SHORT_CODE)?.length ?? 0);
  if (!between.includes(']') && !/<img|:::image/i.test(between)) return shortCodes;
  return findReferences(between, codeRanges(between)).reduce((sum, { kind, form, labelStart, labelEnd }) => {
    if (form === 'definition') return sum + 1;
    // One for each sentence of the original description, which the file does not keep; translations join and split them.
    return kind === 'image' && labelEnd > labelStart ? Infinity : sum;
  }, shortCodes);
}

/** `:heavy_check_mark:`, which takes one whether or not its name is known here; `:---:` of a table is none. */
const SHORT_CODE = /(?<![\w:]):(?:[a-z][a-z\d_+-]{0,40}|[+-]1):(?![\w:])/g;

/** Values that the producer translates, besides those that hold pairs; of a list, each by itself. */
const TRANSLATED = ['title', 'titleSuffix', 'description', 'keywords', 'summary'];

function frontmatterCost({ frontmatter: { state, data, sources = {} } }: Article): number {
  if (state === 'none') return 0;
  if (state !== 'valid') return Infinity;
  const translated = new Set([...TRANSLATED, ...Object.keys(sources)]);
  return [...translated].flatMap((key) => data[key]).reduce<number>((sum, value) => sum + (typeof value === 'string' && value !== '' ? countSentences(value) : 0), 0);
}
