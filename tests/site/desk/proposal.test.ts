import { describe, expect, test } from 'vitest';
import { unitReader } from '../../../src/exchange/formats.ts';
import type { ReturnedUnit } from '../../../src/model/exchange.ts';
import { outboxFile } from '../../../src/site/desk/outbox-file.ts';
import type { PendingChange } from '../../../src/site/desk/outbox.ts';
import { readProposal, writeProposal } from '../../../src/site/desk/proposal.ts';
import { readRoute, routeTo } from '../../../src/site/desk/route.ts';

const CHANGE: PendingChange = {
  locale: 'ar-sa', path: 'a/b.md', ordinal: '104', file: 'ar-sa/a/b.md', line: 7, slug: 'a/b/',
  source: { raw: 'See.', hash: 's' }, before: { raw: 'راجع.', hash: 't' }, after: { raw: 'انظر 😀 \u202Ex "<b>".', hash: 'u', tokens: [] },
  state: 'reviewed', provenance: 'edited', rejection: { category: 'term', severity: 'minor', note: 'ش' }, comments: [{ text: 'Eins' }, { text: 'zwei', by: 'Ada' }], by: 'Ada',
};

describe('a change in a link', () => {
  test('comes back as it was, through an address', () => {
    const route = readRoute(`${routeTo(CHANGE.locale, CHANGE.path, CHANGE.ordinal)}&edit=${writeProposal(CHANGE)}`);
    expect(route).toMatchObject({ locale: 'ar-sa', path: 'a/b.md', ordinal: '104' });
    expect(readProposal(route.proposal ?? '')).toEqual({ source: 's', target: 't', text: CHANGE.after?.raw, state: 'reviewed', rejection: CHANGE.rejection, comment: 'Eins\nzwei', by: 'Ada' });
  });

  test('is written in characters that an address keeps', () => {
    expect(writeProposal(CHANGE)).toMatch(/^[\w-]+$/);
  });

  test.each(['', '!', 'e30', Buffer.from('null').toString('base64url'), Buffer.from('[1]').toString('base64url'), Buffer.from('{"source":1,"target":"x"}').toString('base64url'), Buffer.from([0xff, 0xfe]).toString('base64url'), 'x'.repeat(200_000)])('%# is none', (written) => {
    expect(readProposal(written)).toBeUndefined();
  });

  test('takes nothing that is not of its kind', () => {
    const strange = { source: 's', target: 't', text: 7, state: 'approved', rejection: { category: '__proto__', severity: 'major' }, comment: {}, by: null };
    expect(readProposal(Buffer.from(JSON.stringify(strange)).toString('base64url'))).toEqual({ source: 's', target: 't', text: undefined, state: undefined, rejection: undefined, comment: undefined, by: undefined });
  });
});

test('the outbox is a file that the importer reads, with what was said', () => {
  const states = [CHANGE, { ...CHANGE, ordinal: '105', after: undefined, rejection: undefined, comments: [], by: '' }];
  const units: ReturnedUnit[] = [];
  const reader = unitReader('changes.jsonl', (unit) => units.push(unit));
  reader.write(outboxFile(states));
  reader.close();
  expect(units).toEqual([
    { path: 'a/b.md', locale: 'ar-sa', id: '104', source: { kind: 'raw', text: 'See.' }, target: { kind: 'raw', text: CHANGE.after?.raw }, sourceHash: 's', targetHash: 't', state: 'translated', said: { rejection: CHANGE.rejection, comments: CHANGE.comments, by: 'Ada' } },
    { path: 'a/b.md', locale: 'ar-sa', id: '105', source: { kind: 'raw', text: 'See.' }, target: { kind: 'raw', text: 'راجع.' }, sourceHash: 's', targetHash: 't', state: 'reviewed' },
  ]);
});
