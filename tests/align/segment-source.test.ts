import { expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { segmentSource } from '../../src/align/segment-source.ts';
import { buildInput } from './build-input.ts';

const HASH = { hash: 'aa', date: '2024-01-02' };

/** Sentences of the source file with the ordinals they were given, and the file put together again. */
function segmented(source: string, ...translations: readonly string[]): { readonly sentences: readonly string[]; readonly text: string } | undefined {
  const inputs = [buildInput('en-us', source), ...translations.map((body, index) => buildInput(['ar-sa', 'vi-vn'][index] ?? 'ja-jp', body, HASH))];
  const found = segmentSource(align('guide.md', inputs, { sourceLocale: 'en-us', locales: ['ar-sa', 'vi-vn'] }));
  return found && {
    sentences: found.joined.map(({ segment, covers }) => `${covers.join('+')} ${segment.target}`),
    text: found.article.skeleton.replace(/\uFDD0(\d+)\uFDD1/g, (_, index: string) => found.article.segments[Number(index)]?.source ?? ''),
  };
}

test.each<[string, string, readonly string[], readonly string[] | undefined]>([
  ['sentences', '# Mail\n\nOpen it. Wait.\n', ['# <a name="mail"></a>⟦102|T|Mail⟧\n\n⟦103|Ö.|Open it.⟧ ⟦104|W.|Wait.⟧\n'], ['102 Mail', '103 Open it.', '104 Wait.']],
  ['the same words twice', 'Mail\n\nMail Mail\n', ['⟦102|T|Mail⟧\n\n⟦103|T|Mail⟧ ⟦104|T|Mail⟧\n'], ['102 Mail', '103 Mail', '104 Mail']],
  ['not in a link or an image', '![Mail](Mail.png)\n\nMail\n', ['![Post](Mail.png)\n\n⟦102|T|Mail⟧\n'], ['102 Mail']],
  ['not in code', '`Wait.` Wait.\n', ['`Wait.` ⟦102|W.|Wait.⟧\n'], ['102 Wait.']],
  ['other white space: left out, the next is found', 'Open  it. Wait.\n', ['⟦102|Ö.|Open it.⟧ ⟦103|W.|Wait.⟧\n'], ['103 Wait.']],
  ['a merged paragraph covers its sentences', 'Open it. Wait.\n', ['⟦p102|ÖW.|Open it. Wait.⟧\n', '⟦102|Ö.|Open it.⟧ ⟦103|W.|Wait.⟧\n'], ['102 Open it.', '103 Wait.']],
  ['an older translation tells nothing', 'Open it now.\n', ['⟦102|Ö.|Open it.⟧\n'], undefined],
  ['no translation with segments', 'Open it.\n', ['Ö.\n'], undefined],
])('%s', (_, source, translations, expected) => {
  const found = segmented(source, ...translations);
  expect(found?.sentences).toEqual(expected);
  if (found) expect(found.text).toBe(source);
});
