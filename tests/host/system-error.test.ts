import { expect, test } from 'vitest';
import { writeProblem } from '../../src/host/system-error.ts';
import { UserError } from '../../src/model/user-error.ts';

test.each([
  ['ENOSPC', /no room to write x: the disk is full/],
  ['EDQUOT', /no room/],
  ['EFBIG', /no room/],
  ['EROFS', /Cannot write x: the disk is read-only/],
  ['EACCES', /permission denied/],
])('%s', (code, message) => {
  const problem = writeProblem(Object.assign(new Error('…'), { code }), 'x');
  expect(problem).toBeInstanceOf(UserError);
  expect(problem?.message).toMatch(message);
  expect(problem?.hint).toMatch(/The site that was there is unchanged\.$/);
});

test.each([new Error('ours'), Object.assign(new Error('…'), { code: 'ERR_INVALID_ARG_TYPE' }), 'text', undefined])('%s is not the machine’s fault', (error) => {
  expect(writeProblem(error)).toBeUndefined();
});
