import type { Article, Range } from '../model/article.ts';
import type { Translation } from '../model/family.ts';
import { codeRanges } from '../text/code-ranges.ts';
import { findReferences } from '../text/find-references.ts';
import { defineCheck } from './define-check.ts';
import { outsideText } from './shared/article-text.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly other: string; readonly image: string; readonly expected: string };

export default defineCheck<Args>({
  id: 'asset-sequence-differs',
  category: 'alignment',
  scope: 'family',
  severity: 'warning',
  summary: 'Translations of one source version show the same images in the same order.',
  why: 'Images outside the pairs have no source beside them. Only the comparison with another language shows that one was lost, added or swapped.',
  whatToDo: 'Compare the images of the two files and restore the original order. A localized picture belongs into the locale’s folder, under the same name.',
  message: ({ other, image, expected }) => {
    if (image === '') return `The image \`${expected}\` of the ${other} translation is missing here. Restore it at its place.`;
    if (expected === '') return `The image \`${image}\` is not in the ${other} translation of the same source. Remove it, or restore it there.`;
    return `The image \`${image}\` stands where the ${other} translation of the same source has \`${expected}\`. Restore the original sequence.`;
  },
  examples: [
    {
      name: 'the same images, one of them localized',
      content: {
        'de-de/guide.md': '⟦Hallo.⟧⟪Hello.⟫\n\n![Bild](/de-de/media/a.png)',
        'ja-jp/guide.md': '⟦こんにちは。⟧⟪Hello.⟫\n\n![画像](/ja-jp/media/a.png)',
      },
      expected: [],
    },
    {
      name: 'a lost image',
      content: {
        'de-de/guide.md': '⟦Hallo.⟧⟪Hello.⟫\n\n![Bild](a.png)\n\n![Bild](b.png)',
        'ja-jp/guide.md': '⟦こんにちは。⟧⟪Hello.⟫\n\n![画像](a.png)',
      },
      expected: [{ other: 'de-DE', image: '', expected: 'b.png' }],
    },
    {
      name: 'two images swapped',
      content: {
        'de-de/guide.md': '⟦Hallo.⟧⟪Hello.⟫\n\n![Bild](a.png)\n\n![Bild](b.png)',
        'ja-jp/guide.md': '⟦こんにちは。⟧⟪Hello.⟫\n\n![画像](b.png)\n\n![画像](a.png)',
      },
      expected: [{ other: 'de-DE', image: 'b.png', expected: 'a.png' }],
    },
  ],
  *run({ family: { translations }, locales }) {
    if (translations.length < 2 || !translations.some(({ article }) => mayHoldImages(article.skeleton))) return;
    for (const members of Map.groupBy(translations, ({ version }) => version).values()) {
      const [reference, ...others] = bySequence(members);
      if (!reference) continue;
      for (const { locale, article, images } of others) {
        const at = images.findIndex((image, index) => image !== reference.images[index]);
        const index = at < 0 ? images.length : at;
        if (at < 0 && images.length === reference.images.length) continue;
        const other = locales.get(reference.locale)?.tag ?? reference.locale;
        const place = imagePlace(article, index);
        yield { locale, args: { other, image: excerpt(images[index] ?? ''), expected: excerpt(reference.images[index] ?? '') }, ...(place && { at: place }) };
      }
    }
  },
});

interface ImageSequence {
  readonly locale: string;
  readonly article: Article;
  readonly images: readonly string[];
}

/** The sequences with one that most locales share in front, of equally frequent ones the longer: what the others are compared with. */
function bySequence(members: readonly Translation[]): ImageSequence[] {
  const sequences = members.map(({ locale, article }) => ({ locale, article, images: imagesOf(article) }));
  const frequency = Map.groupBy(sequences, ({ images }) => images.join('\n'));
  const weight = ({ images }: ImageSequence): number => frequency.get(images.join('\n'))?.length ?? 0;
  const reference = sequences.reduce<ImageSequence | undefined>(
    (best, one) => (!best || weight(one) > weight(best) || (weight(one) === weight(best) && one.images.length > best.images.length) ? one : best),
    undefined,
  );
  return reference ? [reference, ...sequences.filter((one) => one !== reference)] : [];
}

function mayHoldImages(skeleton: string): boolean {
  return skeleton.includes('![') || /<img\s|:::image/i.test(skeleton);
}

function imagesOf({ skeleton, locale }: Article): string[] {
  if (!mayHoldImages(skeleton)) return [];
  return findReferences(skeleton, codeRanges(skeleton))
    .filter(({ kind }) => kind === 'image')
    .map(({ url }) => url.split('/').map((part) => (part.toLowerCase() === locale ? '…' : part)).join('/'));
}

/** Where an image outside the pairs stands in the file: the skeleton does not tell. */
function imagePlace(article: Article, index: number): Range | undefined {
  const text = outsideText(article);
  return findReferences(text, codeRanges(text)).filter(({ kind }) => kind === 'image')[index];
}
