import { expect, test } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import { parseSiteFile } from '../../src/project/parse-site-file.ts';

const parse = (text: string) => parseSiteFile(text, 'site.yml', ['stale-translation', 'missing-ordinal']);

test.each([
  ['', {}],
  ['# nothing yet\n', {}],
  ['title: Help', { title: 'Help' }],
  ['title:\n  vi-VN: Giúp\n', { title: { 'vi-VN': 'Giúp' } }],
  ['locales: [vi-VN, {tag: de, dir: x}]', { locales: ['vi-VN', { tag: 'de', dir: 'x' }] }],
  ['checks:\n  stale-translation: off', { checks: { 'stale-translation': 'off' } }],
  ['locales: [no]', { locales: ['no'] }],
])('%j', (text, values) => {
  expect(parse(text).values).toEqual(values);
});

test.each([
  ['wrong key', 'title: A\nsorceLocale: en', 'site.yml:2: there is no setting "sorceLocale".', 'Did you mean "sourceLocale"?'],
  ['wrong key without a near one', 'zzzzzzzz: 1', 'site.yml:1: there is no setting "zzzzzzzz".', /^Allowed: base, .*url\.$/],
  ['wrong key of a locale', 'locales:\n- vi-VN\n- tag: de\n  folder: x', 'site.yml:4: there is no setting "folder" in "locales[1]".', /Allowed: dir, label, tag\./],
  ['wrong value', 'title: A\nmissing: show', 'site.yml:2: "missing" has a value that is not allowed.', 'Allowed: source, hide.'],
  ['wrong severity', 'checks:\n  missing-ordinal: error\n  stale-translation: fatal', 'site.yml:3: "checks.stale-translation" has a value that is not allowed.', 'Allowed: error, warning, info, off.'],
  ['unknown check', 'checks:\n  stale-translations: error', 'site.yml:2: there is no check "stale-translations".', 'Did you mean "stale-translation"?'],
  ['wrong kind', 'title: A\nbase: 5', 'site.yml:2: "base" has a value of the wrong kind.', /path such as \/help\//],
  ['no tag', 'locales:\n- label: Deutsch', 'site.yml:2: "locales[0].tag" has a value of the wrong kind.', /Write a list/],
  ['number for a locale', 'locales:\n- vi-VN\n- 5', 'site.yml:3: "locales[1]" has a value of the wrong kind.', /Write a list/],
  ['no list', 'locales: vi-VN', 'site.yml:1: "locales" has a value of the wrong kind.', /Write a list/],
  ['address without a scheme', 'url: help.example.com', 'site.yml:1: "url" has a value of the wrong kind.', /begins with https/],
  ['script for an address', 'repository: javascript:alert(1)', 'site.yml:1: "repository" has a value of the wrong kind.', /begins with https/],
  ['script for a proposal', 'suggest: javascript:alert(1)', 'site.yml:1: "suggest" has a value of the wrong kind.', /begins with https/],
  ['list for the whole file', '- a\n- b', 'site.yml:1: the file must be a list of settings, each `name: value`.', /^Settings: title/],
  ['broken YAML', 'title: A\n  base: [', /^site\.yml:1 is not valid YAML: .*\.$/, /indentation/],
  ['key twice', 'base: a\nbase: b', /^site\.yml:2 is not valid YAML/, /Correct the line/],
  ['alias bomb', `a: &a [x, x, x]\nb: &b [${'*a,'.repeat(20)}]\ntitle: [${'*b,'.repeat(20)}]`, /^site\.yml cannot be read: Excessive alias count/, /instead of using aliases/],
])('%s', (_, text, message, hint) => {
  let thrown: unknown;
  try {
    parse(text);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(UserError);
  const problem = thrown instanceof UserError ? thrown : undefined;
  if (typeof message === 'string') expect(problem?.message).toBe(message);
  else expect(problem?.message).toMatch(message);
  if (typeof hint === 'string') expect(problem?.hint).toBe(hint);
  else expect(problem?.hint).toMatch(hint);
});
