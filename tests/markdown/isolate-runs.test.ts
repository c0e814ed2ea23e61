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
])('%s', (text, expected) => {
  expect(isolateRuns(text)).toBe(expected);
});

test('nothing but the elements is added', () => {
  fc.assert(fc.property(fc.stringMatching(/^[ابجA-Z.#+\-/0-9 &;]*$/), (text) => {
    expect(isolateRuns(text).replace(/<\/?bdi>/g, '')).toBe(text);
  }));
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
