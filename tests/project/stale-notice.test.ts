import { expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import type { Locale } from '../../src/model/locale.ts';
import { staleNotice } from '../../src/project/stale-notice.ts';
import type { SourceChange } from '../../src/views/article-page.ts';
import { buildInput } from '../align/build-input.ts';

const english: Locale = { tag: 'en-US', id: 'en-us', dir: 'ltr', script: 'Latn', label: 'English', folder: 'en-us' };
const arabic: Locale = { tag: 'ar-SA', id: 'ar-sa', dir: 'rtl', script: 'Arab', label: 'العربية', folder: 'ar-sa' };

/** What the Arabic reader is told when the Vietnamese translation is of a newer source. `ids`: those on the page. */
function changes(older: string, newer: string, ids: readonly string[] = ['s102', 's103', 's104']): readonly SourceChange[] | undefined {
  const inputs = [buildInput('ar-sa', older, { hash: 'aa', date: '2022-01-01' }), buildInput('vi-vn', newer, { hash: 'bb', date: '2024-01-01' })];
  const family = align('guide.md', inputs, { sourceLocale: 'en-us', locales: ['ar-sa', 'vi-vn'] });
  const html = ids.map((id) => `<span id="${id}">x</span>`).join('');
  const notice = staleNotice(family, 1, { source: english, target: arabic, sourceUrl: undefined, html, plain: (raw) => inlineText(raw).plain });
  return notice.changes?.list;
}

test.each<[string, string, string, SourceChange[] | undefined]>([
  ['what a reader sees of an edited sentence', '⟦102|ا **ب**|Press **Save** now.⟧', '⟦102|x|Choose **Save** now.⟧',
    [{ kind: 'edited', id: 's102', target: 'ا ب', diff: [{ kind: 'removed', text: 'Press' }, { kind: 'added', text: 'Choose' }, { kind: 'same', text: ' Save now.' }] }]],
  ['new and removed sentences', '⟦102|ا|One.⟧ ⟦103|ب|Restart the old phone.⟧', '⟦102|x|One.⟧ ⟦103|y|Everything is fine.⟧',
    [{ kind: 'removed', id: 's103', target: 'ب', before: 'Restart the old phone.' }, { kind: 'new', after: 'Everything is fine.' }]],
  ['nothing for a source that is the same', '⟦102|ا|One.⟧', '⟦102|x|One.⟧', undefined],
  ['nothing where the translation has no segments', 'ا', '⟦102|x|One.⟧', undefined],
])('%s', (_, older, newer, expected) => {
  expect(changes(older, newer)).toEqual(expected);
});

test('only a sentence that has a place is linked', () => {
  expect(changes('⟦102|ا|Press Save now.⟧', '⟦102|x|Choose Save now.⟧', [])).toMatchObject([{ kind: 'edited', id: undefined }]);
});

test('a change that only markup shows is shown as written', () => {
  const [change] = changes('⟦102|ا|See [this](a.md) page.⟧', '⟦102|x|See [this](b.md) page.⟧') ?? [];
  expect(change?.kind === 'edited' && change.diff.filter(({ kind }) => kind !== 'same').map(({ text }) => text).join('')).toContain('b');
});

test('a long sentence is cut at a word', () => {
  const [change] = changes(`⟦102|${'كلمة '.repeat(60)}|Press Save now.⟧`, '⟦102|x|Choose Save now.⟧') ?? [];
  const target = change?.kind === 'edited' ? change.target : '';
  expect(target.length).toBeLessThanOrEqual(91);
  expect(target).toMatch(/كلمة…$/);
});
