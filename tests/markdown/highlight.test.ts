import { expect, test } from 'vitest';
import { createHighlighter, highlightStyles } from '../../src/markdown/highlight.ts';

test('code is highlighted by classes that the style sheet has', async () => {
  const highlighter = createHighlighter();
  await highlighter.load([' PowerShell', 'JavaScript', 'no-such-language']);
  const html = highlighter.html('JavaScript', 'const a = "<b>"; // x');
  expect(html).toMatch(/^<pre class="code" tabindex="0"><code class="language-javascript">/);
  expect(html).not.toContain('style=');
  for (const [, name] of html.matchAll(/class="(tok-[\w-]+)"/g)) expect(highlightStyles).toContain(`.${name}`);
  expect(html.match(/tok-/g)?.length).toBeGreaterThan(2);
});

test('a block looks the same whatever languages were loaded before', async () => {
  const code = '---\na: b\n---\n\n# T\n\n<span class="x">y</span>\n\n```js\nconst a = 1;\n```\n\n```python\ndef f(): return 1\n```\n';
  const alone = createHighlighter();
  await alone.load(['markdown']);
  const [before, after] = [createHighlighter(), createHighlighter()];
  await before.load(['javascript', 'python', 'css']);
  await before.load(['markdown']);
  await after.load(['markdown', 'yaml']);
  await after.load(['python', 'javascript']);
  expect(before.html('markdown', code)).toBe(alone.html('markdown', code));
  expect(after.html('markdown', code)).toBe(alone.html('markdown', code));
  expect(alone.html('markdown', code)).toMatch(/tok-[\w-]+">span/);
  expect(createHighlighter().html('markdown', code)).not.toContain('tok-');
});

test.each<[string, string, string]>([
  ['no-such-language', 'a < b', '<pre class="code" tabindex="0"><code class="language-no-such-language">a &lt; b\n</code></pre>'],
  ['', 'x', '<pre class="code" tabindex="0"><code>x\n</code></pre>'],
  ['"><script>', 'x', '<pre class="code" tabindex="0"><code>x\n</code></pre>'],
  ['dotnetcli', 'dotnet run', '<pre class="code" tabindex="0"><code class="language-bash">dotnet run\n</code></pre>'],
  ['constructor', 'x', '<pre class="code" tabindex="0"><code class="language-constructor">x\n</code></pre>'],
])('%j is plain', (language, code, expected) => expect(createHighlighter().html(language, code)).toBe(expected));
