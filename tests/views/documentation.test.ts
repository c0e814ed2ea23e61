import { expect, test } from 'vitest';
import { documentation } from '../../src/views/documentation.ts';
import { render } from '../../src/views/html.ts';

test.each([
  ['A `code` word.\n\nSecond **paragraph**.', '<p>A <code>code</code> word.</p>\n<p>Second <strong>paragraph</strong>.</p>'],
  ['<script>alert(1)</script>', ''],
  ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
])('%s', (markdown, expected) => {
  expect(render(documentation(markdown))).toBe(expected);
});
