import { expect, test } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import { parseGlossary } from '../../src/project/parse-glossary.ts';

test.each([
  ['empty', '', []],
  ['one form', 'terms:\n- term: board\n  targets:\n    de: Tafel*', [{ source: 'board', targets: { de: { use: ['Tafel*'], avoid: [] } } }]],
  ['several forms, a note', 'terms:\n- term: board\n  note: a flat thing\n  targets:\n    de-DE: [Tafel, Tafeln]', [{ source: 'board', note: 'a flat thing', targets: { 'de-de': { use: ['Tafel', 'Tafeln'], avoid: [] } } }]],
  ['rejected forms', 'terms:\n- term: board\n  targets:\n    ja: { use: ボード, avoid: [掲示板] }\n    ar: { avoid: لوح }', [{ source: 'board', targets: { ja: { use: ['ボード'], avoid: ['掲示板'] }, ar: { use: [], avoid: ['لوح'] } } }]],
])('%s', (_, text, terms) => expect(parseGlossary(text, 'glossary.yml')).toEqual(terms));

test.each([
  ['broken YAML', 'terms: [', /^glossary\.yml:\d+ is not valid YAML/, /indentation/],
  ['no list', 'terms: 5', /^glossary\.yml:1: "terms" is missing something/, /Write `terms:`/],
  ['a list for the whole', '- a', /^glossary\.yml:1: the glossary is missing something/, /Write `terms:`/],
  ['another name for the terms', 'term:\n- term: a', /^glossary\.yml:1: there is no "term" in a glossary/, 'Did you mean "terms"?'],
  ['another name in a term', 'terms:\n- term: a\n  target:\n    de: b', /^glossary\.yml:3: there is no "target"/, 'Did you mean "targets"?'],
  ['another name in a target', 'terms:\n- term: a\n  targets:\n    de: { used: b }', /^glossary\.yml:4: there is no "used"/, 'Did you mean "use"?'],
  ['no targets', 'terms:\n- term: a', /^glossary\.yml:2: "targets" is missing something/, /Write `terms:`/],
  ['a number for a form', 'terms:\n- term: a\n  targets:\n    de: 5', /^glossary\.yml:4: "de" is missing something/, /Write `terms:`/],
  ['no language', 'terms:\n- term: a\n  targets:\n    de_DE: b', 'glossary.yml:4: "de_DE" is not a language tag.', /such as de/],
  ['a form without letters', 'terms:\n- term: a\n  targets:\n    de: "*"', 'glossary.yml:4: the form "*" has no letters.', /beginning or end/],
  ['a term twice', 'terms:\n- term: a\n  targets: {}\n- term: A\n  targets: {}', 'glossary.yml:4: the term "A" stands already in glossary.yml:2.', /together/],
])('%s', (_, text, message, hint) => {
  let thrown: unknown;
  try {
    parseGlossary(text, 'glossary.yml');
  } catch (error) {
    thrown = error;
  }
  if (!(thrown instanceof UserError)) throw new Error(`no UserError: ${String(thrown)}`);
  expect(thrown.message).toMatch(message);
  expect(thrown.hint).toMatch(hint);
});
