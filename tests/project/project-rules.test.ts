import { expect, test } from 'vitest';
import { patternRisk } from '../../src/host/pattern-risk.ts';
import { UserError } from '../../src/model/user-error.ts';
import { openSite } from './open-site.ts';

const ARTICLE = { 'de-de/a.md': 'x' };

test('rules, names and terms of a project', () => {
  const { rules } = openSite({
    ...ARTICLE,
    'site.yml': "rules:\n- id: no-please\n  pattern: '\\bplease\\b'\n  flags: i\n  side: source\n  locales: [de]\n  message: Leave it out.\n  severity: info\n- id: plain\n  pattern: a\n  message: No a.\nnames: [Contoso]",
    'glossary.yml': 'terms:\n- term: board\n  targets:\n    de: Tafel',
  });
  expect(rules).toEqual({
    patterns: [
      { id: 'no-please', pattern: '\\bplease\\b', flags: 'i', side: 'source', locales: ['de'], message: 'Leave it out.', severity: 'info' },
      { id: 'plain', pattern: 'a', flags: 'u', side: 'target', message: 'No a.', severity: 'warning' },
    ],
    names: ['Contoso'],
    terms: [{ source: 'board', targets: { de: { use: ['Tafel'], avoid: [] } } }],
  });
});

test('a project without any', () => expect(openSite(ARTICLE).rules).toEqual({ patterns: [], names: [], terms: [] }));

test.each([
  ['a pattern that is none', "rules:\n- id: a\n  message: m\n  pattern: '(a'", /^site\.yml:4: the pattern is not a regular expression: .*\(a.*\.$/, /single quotation marks/],
  ['a pattern that takes for ever', "rules:\n- id: a\n  message: m\n  pattern: '(a+)+$'", /^site\.yml:4: the pattern of the rule "a" can take very long: text such as “aaaa…”/, /Repeat less/],
  ['flags that do not exist', 'rules:\n- id: a\n  pattern: a\n  message: m\n  flags: q', /^site\.yml:5: "rules\[0\]\.flags" has a value of the wrong kind/, /Write letters of/],
  ['flags that exclude each other', 'rules:\n- id: a\n  pattern: a\n  message: m\n  flags: uv', /^site\.yml:3: the pattern is not a regular expression/, /Correct it/],
  ['an id that is none', 'rules:\n- id: A b\n  pattern: a\n  message: m', /^site\.yml:2: "rules\[0\]\.id" has a value of the wrong kind/, /joined by hyphens/],
  ['an id twice', 'rules:\n- {id: a, pattern: a, message: m}\n- {id: a, pattern: b, message: m}', /^site\.yml:3: the rule "a" is there twice/, /of its own/],
  ['another name in a rule', 'rules:\n- id: a\n  patern: a\n  message: m', /^site\.yml:\d: .*/, /pattern/],
  ['no message', 'rules:\n- id: a\n  pattern: a', /^site\.yml:2: "rules\[0\]\.message" has a value of the wrong kind/, /Write a list of rules/],
  ['names that are no list', 'names: Contoso', /^site\.yml:1: "names" has a value of the wrong kind/, /Write a list of names/],
])('%s', (_, text, message, hint) => {
  let thrown: unknown;
  try {
    openSite({ ...ARTICLE, 'site.yml': text }, { patternRisk });
  } catch (error) {
    thrown = error;
  }
  if (!(thrown instanceof UserError)) throw new Error(`no UserError: ${String(thrown)}`);
  expect(thrown.message).toMatch(message);
  expect(thrown.hint).toMatch(hint);
});

test.each([
  ['that is not UTF-8', { kind: 'invalid', at: 3 } as const, /glossary\.yml cannot be read: it is not UTF-8/],
  ['that cannot be read', { kind: 'unreadable', reason: 'permission denied' } as const, /glossary\.yml cannot be read: permission denied/],
])('a glossary %s', (_, read, message) => {
  expect(() => openSite({ ...ARTICLE, 'glossary.yml': read })).toThrow(message);
});
