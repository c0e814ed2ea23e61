import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpusFolder } from '../support/corpus.ts';
import { PROJECT, runCli } from '../support/run-cli.ts';

/** Holds the official schema of SARIF 2.1.0. */
const PACKAGE = '@microsoft/sarif-multitool-linux@5.7.0';

const folder = mkdtempSync(join(tmpdir(), 'interlinear-sarif-'));
let isValid: ValidateFunction;

beforeAll(() => {
  const packed = spawnSync('npm', ['pack', '--silent', PACKAGE], { cwd: folder, encoding: 'utf8' });
  expect(packed.status, packed.stderr).toBe(0);
  const schema = spawnSync('tar', ['-xOzf', packed.stdout.trim().split('\n').at(-1) ?? '', 'package/sarif-2.1.0.json'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 24 });
  expect(schema.status, schema.stderr).toBe(0);
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text) => URL.canParse(text, 'https://example.com/'));
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  isValid = ajv.compile(JSON.parse(schema.stdout));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([['our own help', join(PROJECT, 'content'), []], ['a locale of the corpus', corpusFolder('alchemy'), ['--locale', 'ar-sa']]])('the report of %s is valid', (_, content, options) => {
  const used = existsSync(content) ? content : join(PROJECT, 'content');
  const file = join(folder, 'report.sarif');
  const { status, stderr } = runCli('validate', '--content', used, ...options, '--fail-on', 'never', '--report', `sarif=${file}`);
  expect(status, stderr).toBe(0);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  isValid(report);
  expect(isValid.errors?.slice(0, 5) ?? []).toEqual([]);
  expect(report.runs[0].results.length).toBeGreaterThan(5);
});

test('the schema refuses what is wrong', () => {
  expect(isValid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Interlinear', colour: 'red' } } }] })).toBe(false);
  expect(isValid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Interlinear' } }, results: [{ message: {} }] }] })).toBe(false);
});
