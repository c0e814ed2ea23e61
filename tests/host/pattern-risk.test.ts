import { expect, test } from 'vitest';
import { patternRisk } from '../../src/host/pattern-risk.ts';

test.each([/\bclick here\b/i, /[０-９]+/, /\s+$/, /(?<!\p{L})du(?!\p{L})/iu, /\w+ing\b/, /"[^"]*"/, /(?:a|b)+c/, /.*x/, /(\w)\1/])('%s is taken', (pattern) => {
  expect(patternRisk(pattern)).toBeUndefined();
});

test.each([/(a+)+$/, /(\w+\s?)*x/, /(.*)*$/, /\d+\d+x/, /a.*b.*c.*d/s, /^(([a-z])+.)+[A-Z]([a-z])+$/])('%s is refused', (pattern) => {
  expect(patternRisk(pattern)).toMatch(/^text such as “.+” fits it in very many ways$/);
});
