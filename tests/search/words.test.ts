import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchExcerpt } from '../../src/text/search-excerpt.ts';
import { placeWord } from '../../src/text/search-places.ts';
import { compoundEnds, divideWords, EXTRA_WORDS, joinWords, oddWords, queryWords, searchFold, searchSpellings, wordBefore } from '../../src/text/search-words.ts';

describe('searchFold', () => {
  test.each([
    ['Đăng', 'dang'], ['ĐĂNG', 'dang'], ['Straße', 'strasse'], ['مدرسة', 'مدرسه'], ['الأولى', 'الاولي'], ['إعدادات', 'اعدادات'],
    ['كلـــمة', 'كلمه'], ['مُعَلَّم', 'معلم'], ['שָׁלוֹם', 'שלום'], ['ＰＣ', 'pc'], ['٢٠٢٦', '2026'], ['ガ', 'ガ'], ['ｶﾞ', 'ガ'], ['Plain', 'plain'],
  ])('%s is found as %s', (word, folded) => expect(searchFold(word)).toBe(folded));

  test('is the same after a second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(searchFold(searchFold(text))).toBe(searchFold(text));
    }));
  });
});

test.each([
  ['Größe', 'de', ['groesse']], ['Straße', 'de', ['strasse']], ['đăng', 'vi', ['dang']], ['mật', 'vi', []], ['password', 'en', []], ['مدرسة', 'ar', ['مدرسه']],
])('%s (%s) is also indexed as %j', (word, language, spellings) => expect([...searchSpellings(word, language)].filter((spelling) => spelling !== 'grosse')).toEqual(spellings));

test('oddWords leaves out no word that has further spellings', () => {
  const letters = fc.constantFrom('a', 'ä', 'a\u0308', 'Đ', 'đ', 'ß', 'ﬁ', 'Ａ', 'ｶﾞ', 'ガ', 'ة', 'أ', 'م', '٣', '𝒜', 'ö', 'å', 'ø', 'ế', 'ㄱ', '²', '٠', '々', 'ﳲ');
  fc.assert(fc.property(fc.array(fc.string({ unit: fc.oneof(letters, fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' })), minLength: 1, maxLength: 8 })), fc.constantFrom('de', 'sv', 'vi', 'ar', 'ja'), (words, language) => {
    const text = words.join(' ');
    const all = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const odd = new Set(oddWords(text));
    expect(all.filter((word) => searchSpellings(word, language).length > 0 && !odd.has(word))).toEqual([]);
  }), { numRuns: 1000 });
  expect(oddWords('Bạn đăng nhập ở đây😀, PASSWORD 1')).toEqual(['đăng', 'đây']);
  expect(oddWords('aß😀ö 𝒜b')).toEqual(['aß', 'ö', '𝒜b']);
});

describe('divideWords', () => {
  test.each([
    ['PCの設定', 'ja', ['PC', 'の', '設定']],
    ['開きます。次に', 'ja', ['開き', 'ます。', '次に']],
    ['รหัสผ่าน', 'th', ['รหัส', 'ผ่าน']],
    ['ロケールの色', 'ja', ['ロケール', 'の', '色']],
    ['開きます。Excel「表」、PC(新)', 'ja', ['開き', 'ます。', 'Excel', '「表」、', 'PC(新)']],
    ['設定 保存', 'ja', ['設定', '保存']],
    ['PC、設定「表」', 'ja', ['PC、', '設定', '「表」']],
    ['(設定)です', 'ja', ['(設定)', 'です']],
    ['𠮷野家a', 'ja', ['𠮷', '野家', 'a']],
    ['no change', 'en', ['no', 'change']],
  ])('%s', (text, language, words) => expect(divideWords(text, language).split(/[\u2060\u2063]? /)).toEqual(words));

  test('can be undone', () => {
    const text = fc.string({ unit: fc.constantFrom('設', '定', 'の', 'ア', 'ー', 'a', ' ', '。', '「', 'ก', 'า', '1') });
    fc.assert(fc.property(text, (whole) => {
      expect(joinWords(divideWords(whole, 'ja'))).toBe(whole);
    }));
  });

  test('is undone word by word too, as an excerpt shows it', () => {
    const text = fc.string({ unit: fc.constantFrom('設', 'の', 'ア', 'a', ' ', '。', '「', '」', 'ก', '(', '.') });
    fc.assert(fc.property(text, (whole) => {
      const words = divideWords(whole, 'ja').trim().split(/\s+/);
      expect(words.map((word, at) => wordBefore(word, words[at + 1] ?? '')).join('').trim()).toBe(whole.trim().replace(/\s+/g, ' '));
    }));
  });
});

test.each([
  ['dang nhap', 'vi', ['dang', 'nhap']], ['"đăng nhập"', 'vi', ['dang', 'nhập']], ['パスワード変更', 'ja', ['パスワード', '変更']], ['- – “', 'en', []], ['רמטכ״ל "צבא"', 'he', ['רמטכ״ל', 'צבא']],
])('a query for %s asks for %j', (query, language, words) => expect(queryWords(query, language)).toEqual(words));

test('a compound is found by its last parts', () => {
  const known = new Set(['konto', 'verwaltung', 'benutzer']);
  expect(compoundEnds('benutzerkontoverwaltung', known)).toEqual(['kontoverwaltung', 'verwaltung']);
  expect(compoundEnds('benutzungsverwaltung', new Set(['benutzung']))).toEqual(['sverwaltung', 'verwaltung']);
  expect(compoundEnds('verwaltung', known)).toEqual([]);
});

describe('searchExcerpt', () => {
  test('shows the text as it is written, without the words added for the index', () => {
    const { pieces } = searchExcerpt(`Bạn đăng nhập ở đây. ${EXTRA_WORDS} dang o day`, ['dang'], [6], 'vi');
    expect(pieces).toEqual([{ text: 'Bạn ', found: false }, { text: 'đăng', found: true }, { text: ' ', found: false }, { text: 'nhập ở đây. ', found: false }]);
  });

  test('has no blanks between words that are written without', () => {
    const { pieces } = searchExcerpt(divideWords('新しいパスワードを変更します。', 'ja'), ['パスワード', '変更'], [], 'ja');
    expect(pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('').trim()).toBe('新しい[パスワード]を[変更]します。');
  });

  test('chooses the passage with most of the words', () => {
    const content = `${placeWord('s1')} one ${'filler '.repeat(60)}${placeWord('s2')} one two ${placeWord('s3')} ${'filler '.repeat(60)}`;
    expect(searchExcerpt(content, ['one', 'two'], [], 'en').place).toBe('s2');
  });

  test('leads to the place of what was found, which is not shown', () => {
    const content = `Tiêu đề ${placeWord('s1')} Một câu. ${placeWord('tài-liệu')} Hai câu. ${placeWord('')} Ba nhà ga.`;
    const found = (word: string, locations: readonly number[] = []): unknown => {
      const { pieces, place } = searchExcerpt(content, [word], locations, 'vi');
      return [pieces.map(({ text, found: isFound }) => (isFound ? `[${text}]` : text)).join('').trim(), place];
    };
    expect(found('tieu')).toEqual(['[Tiêu] đề Một câu. Hai câu. Ba nhà ga.', undefined]);
    expect(found('mot')).toEqual(['Tiêu đề [Một] câu. Hai câu. Ba nhà ga.', 's1']);
    expect(found('hai')).toEqual(['Tiêu đề Một câu. [Hai] câu. Ba nhà ga.', 'tài-liệu']);
    expect(found('nha')).toEqual(['… đề Một câu. Hai câu. Ba [nhà] ga.', '']);
    // The index counts the words of places as well; it gave the second sentence's first word.
    expect(found('?', [6])).toEqual(['Tiêu đề Một câu. [Hai] câu. Ba nhà ga.', 'tài-liệu']);
    const { pieces } = searchExcerpt(`新しい ${placeWord('s2')} パスワード`, ['パスワード'], [], 'ja');
    expect(pieces.map(({ text }) => text).join('').trim()).toBe('新しいパスワード');
  });

  test('marks what only the index understood', () => {
    expect(searchExcerpt('Die Häuser stehen', ['hausern'], [1], 'de').pieces.find(({ found }) => found)?.text).toBe('Häuser');
  });
});
