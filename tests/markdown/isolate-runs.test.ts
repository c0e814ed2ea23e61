import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolateRuns } from '../../src/markdown/isolate-runs.ts';
import { html, render } from './render.ts';

test.each([
  ['استخدم .NET الآن', 'استخدم <bdi>.NET</bdi> الآن'],
  ['لغة C# ولغة C++ معًا', 'لغة <bdi>C#</bdi> ولغة <bdi>C++</bdi> معًا'],
  ['הדגל --content קובע', 'הדגל <bdi>--content</bdi> קובע'],
  ['اتصل على 1-800-555-0100 الآن', 'اتصل على <bdi>1-800-555-0100</bdi> الآن'],
  ['افتح Exchange Online (EOP).', 'افتح Exchange Online (EOP).'],
  ['أعداد 10-20 و5.7.57', 'أعداد 10-20 و5.7.57'],
  ['Use .NET now', 'Use .NET now'],
  ['شاهد <a title=".NET هنا" href="/x/.NET"><strong>.NET</strong></a>', 'شاهد <a title=".NET هنا" href="/x/.NET"><strong><bdi>.NET</bdi></strong></a>'],
  [' title=".NET">نص .NET <a title=".NET"', ' title=".NET">نص <bdi>.NET</bdi> <a title=".NET"'],
  ['كيان &amp;nbsp .NET', 'كيان &amp;nbsp <bdi>.NET</bdi>'],
  ['قل &quot;.NET Core&quot; هنا', 'قل &quot;<bdi>.NET Core</bdi>&quot; هنا'],
  // The whole phrase, and nothing where its ends are letters or numbers behind them.
  ['התקן .NET Framework 4.8.', 'התקן <bdi>.NET Framework 4.8</bdi>.'],
  ['עבור .NET Framework (Preview) בלבד', 'עבור <bdi>.NET Framework (Preview)</bdi> בלבד'],
  ['عبر Visual C# الآن', 'عبر <bdi>Visual C#</bdi> الآن'],
  ['تكفي 5 .NET Framework 4.8 هنا', 'تكفي <bdi>5 .NET Framework 4.8</bdi> هنا'],
  ['نظام 64-bit Windows 11 هنا', 'نظام <bdi>64-bit Windows 11</bdi> هنا'],
  ['ראה Word, .NET Core כאן', 'ראה Word, <bdi>.NET Core</bdi> כאן'],
  ['בדוק את C# compiler options כאן', 'בדוק את C# compiler options כאן'],
  ['افتح Microsoft 365 Business Premium الآن', 'افتح Microsoft 365 Business Premium الآن'],
  ['עם C# tools (.NET) כאן', 'עם C# tools (.NET) כאן'],
  ['מיום Exchange 2024-05-01 בגרסה v2.0.1', 'מיום Exchange 2024-05-01 בגרסה v2.0.1'],
  ['שיתוף AT&amp;T .NET כאן', 'שיתוף AT&amp;T .NET כאן'],
  ['ראה https://a.example/b#c כאן', 'ראה https://a.example/b#c כאן'],
  ['لغة C#\u200E compiler هنا', 'لغة C#\u200E compiler هنا'],
  // A hyphen or slash that ties a phrase to the word before stays with that word.
  ['שדרג מ-Dynamics 365 Finance היום.', 'שדרג מ-Dynamics 365 Finance היום.'],
  ['עבור ל-.NET 8 ול-C#', 'עבור ל-<bdi>.NET 8</bdi> ול-<bdi>C#</bdi>'],
  ['חשבון/Account 1 כאן, .a', 'חשבון/Account 1 כאן, <bdi>.a</bdi>'],
])('%s', (text, expected) => {
  expect(isolateRuns(text)).toBe(expected);
});

test('nothing but the elements is added', () => {
  fc.assert(fc.property(fc.stringMatching(/^[ابجA-Z.#+\-/0-9 &;]*$/), (text) => {
    expect(isolateRuns(text).replace(/<\/?bdi>/g, '')).toBe(text);
  }));
});

test.each([
  '.a-', '-.a/', '.a--- ', 'a(', 'a(-a ', 'a (b ', 'a (b c) ', '&a', '1-1', 'a#', '-', '<a',
])('%j by the hundred thousand', (unit) => {
  const text = `א .NET ${unit.repeat(200_000)}`;
  const start = performance.now();
  expect(isolateRuns(text).replace(/<\/?bdi>/g, '')).toBe(text);
  expect(performance.now() - start).toBeLessThan(3_000);
});

test('a phrase longer than a pattern can remember', () => {
  const text = `א .NET ${'a (b.c) '.repeat(2_000_000)}`;
  expect(isolateRuns(text).replace(/<\/?bdi>/g, '')).toBe(text);
});

test('in a sentence, and in no attribute', () => {
  expect(html('{0} ![{1}](a.png)', ['**.NET** مع C++', 'صورة .NET'])).toBe('<p><strong><bdi>.NET</bdi></strong> مع <bdi>C++</bdi> <img src="⟨a.png⟩" alt="صورة .NET" loading="lazy"></p>');
});

test.each([
  ['[gửi SMTP](https://a.example/)được xác thực', '>gửi SMTP</a><span class="g"></span>được xác thực<'],
  ['the [key](https://a.example/)s of', '>key</a>s of<'],
  ['[送信](https://a.example/)から', '>送信</a>から<'],
  ['[a](x.md)bcd', '>a</a><span class="g"></span>bcd<'],
])('a link that runs into the next word: %s', (target, expected) => {
  expect(render('{0}', [target]).html).toContain(expected);
});
