import { describe, expect, test } from 'vitest';
import type { MachineNotice, Notice, StaleNotice } from '../../src/views/article-page.ts';
import { render } from '../../src/views/html.ts';
import { notices } from '../../src/views/notices.ts';
import { uiFor } from '../../src/views/ui.ts';

const machine: MachineNotice = { kind: 'machine', date: '2024-03-12', sourceUrl: '/en-us/a/' };
const stale: StaleNotice = { kind: 'stale', sentences: 2, sourceUrl: '/en-us/a/' };

function shown(list: readonly Notice[], tag = 'en-US'): string {
  return render(notices(list, uiFor({ tag })));
}

test('no notice, no element', () => {
  expect(shown([])).toBe('');
});

test.each([
  ['vi-VN', 'Bản dịch máy', '12 tháng 3, 2024'], ['ar-SA', 'ترجمة آلية', '١٢ مارس ٢٠٢٤'], ['ja-JP', '機械翻訳', '2024年3月12日'], ['de-DE', 'Maschinelle Übersetzung', '12. März 2024'],
])('%s: a machine’s translation says so, with its date', (tag, title, date) => {
  const html = shown([machine], tag);
  expect(html).toContain(`<p class="notice-title" id="notice-machine">${title}</p>`);
  expect(html).toContain(date);
  expect(html).toContain('href="/en-us/a/"');
});

test('with the original beside it, the notice switches to it without a script', () => {
  const html = shown([{ ...machine, facing: true }]);
  expect(html).toContain('<label for="x-both" class="to-facing">Read it beside the original</label>');
  expect(html).not.toContain('href=');
  expect(shown([machine])).not.toContain('<label');
});

test.each([
  ['https://h.example/new?title=a.md', 'href="https://h.example/new?title=a.md"'],
  ['javascript:alert(1)', 'href="#"'],
])('another translation can be proposed: %s', (suggestUrl, href) => {
  expect(shown([{ ...machine, suggestUrl }])).toContain(`<a rel="nofollow" ${href}>Suggest a better translation</a>`);
});

describe('sentences that people have read', () => {
  test.each([
    ['en-US', 12, 14, '12 of 14 sentences reviewed'], ['en-US', 0, 1, undefined], ['ru-RU', 12, 21, 'из 21 предложения'], ['ru-RU', 12, 14, 'из 14 предложений'],
    ['ar-SA', 1, 2, 'تمت مراجعة ١ من جملتين'], ['ar-SA', 2, 11, 'من ١١ جملة'], ['ja-JP', 12, 14, '14 文のうち 12 文'], ['vi-VN', 12, 14, '12 trên 14 câu'], ['sr-Latn-RS', 3, 21, '3 od 21 rečenice'], ['fr-FR', 1_000, 2_000, /1\s?000 sur 2\s?000/],
  ] as const)('%s: %i of %i', (tag, reviewed, of, text) => {
    const html = shown([{ ...machine, reviewed: { reviewed, of } }], tag);
    if (text === undefined) expect(html).not.toMatch(/reviewed/);
    else expect(html).toMatch(text);
    expect(html).not.toMatch(/\{\w+\}/);
  });

  test('with all of them read there is no notice, and others stay', () => {
    const reviewed = { reviewed: 14, of: 14 };
    expect(shown([{ ...machine, reviewed }])).toBe('');
    expect(shown([{ ...machine, reviewed }, stale])).toMatch(/^<div class="notices" data-ui><section class="notice notice-stale"/);
  });

  test('none of none is not all', () => {
    expect(shown([{ ...machine, reviewed: { reviewed: 0, of: 0 } }])).toContain('notice-machine');
  });
});

describe('a stale article', () => {
  const changes: NonNullable<StaleNotice['changes']> = {
    source: { tag: 'en-US', dir: 'ltr' },
    target: { tag: 'ar-SA', dir: 'rtl' },
    list: [
      { kind: 'edited', id: 's103', target: 'اختر حفظ.', diff: [{ kind: 'removed', text: 'Press' }, { kind: 'added', text: 'Choose' }, { kind: 'same', text: ' Save <b>.' }] },
      { kind: 'removed', id: undefined, target: 'انتظر.', before: 'Wait.' },
      { kind: 'new', after: 'Close the window.' },
    ],
  };
  const html = shown([{ ...stale, changes }], 'ar-SA');

  test('says how many sentences changed, and which', () => {
    expect(html).toContain('تغيّرت جملتان');
    expect(html.match(/<li class="change">/g)).toHaveLength(3);
    expect(html).toContain('<details class="changes"><summary>');
  });

  test('links to the sentences that have a place, in their language', () => {
    expect(html).toContain('<a href="#s103" lang="ar-SA" dir="rtl">اختر حفظ.</a>');
    expect(html).toContain('<span lang="ar-SA" dir="rtl">انتظر.</span>');
    expect(html.match(/href="#/g)).toHaveLength(1);
  });

  test('shows the words of the original, marked as its text', () => {
    expect(html).toContain('<p data-side="source" lang="en-US" dir="ltr"><del>Press</del><ins>Choose</ins> Save &lt;b&gt;.</p>');
    expect(html).toContain('<p data-side="source" lang="en-US" dir="ltr"><del>Wait.</del></p>');
    expect(html).toContain('<p data-side="source" lang="en-US" dir="ltr"><ins>Close the window.</ins></p>');
  });

  test('without knowledge of the sentences there is no list', () => {
    expect(shown([stale])).not.toContain('<details');
  });
});

test('one way to the original is enough', () => {
  expect(shown([machine, stale]).match(/href="\/en-us\/a\/"/g)).toHaveLength(1);
});

test('interface texts in another language say so', () => {
  expect(shown([machine], 'fi-FI')).toContain('<div class="notices" data-ui lang="en" dir="ltr">');
});
