import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { toJsonReport } from '../../src/report/json.ts';
import { runExample } from '../checks/run-example.ts';
import { CHECKED, FINDINGS } from './sample.ts';

const schema: object = JSON.parse(readFileSync(new URL('../../src/report/findings.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);

test('counts by severity, rule and locale', () => {
  expect(toJsonReport(FINDINGS, CHECKED, '1.2.3')).toMatchObject({
    version: '1.2.3',
    summary: {
      articles: 1201,
      segments: 34567,
      families: 1200,
      findings: { error: 1, warning: 2, info: 1 },
      byRule: { 'link-target-missing': 2, 'missing-translation': 1, 'target-starts-block': 1 },
      byLocale: {
        'ar-sa': { articles: 1, segments: 0, findings: { error: 0, warning: 1, info: 0 } },
        'de-de': { articles: 0, segments: 0, findings: { error: 0, warning: 0, info: 1 } },
        'ja-jp': { articles: 1200, segments: 34567, findings: { error: 1, warning: 1, info: 0 } },
      },
    },
  });
});

test('the same findings give the same bytes, whatever the order of keys', () => {
  const turned = FINDINGS.map((finding) => Object.fromEntries(Object.entries({ ...finding, args: Object.fromEntries(Object.entries(finding.args).reverse()) }).reverse()));
  const locales = [...CHECKED.locales].reverse();
  expect(JSON.stringify(toJsonReport(turned as unknown as typeof FINDINGS, { ...CHECKED, locales }, '1'))).toBe(JSON.stringify(toJsonReport(FINDINGS, CHECKED, '1')));
});

test('nothing found', () => {
  const report = toJsonReport([], { locales: [], families: 0 }, '1.2.3');
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
});

test('what every check reports fits the published schema', () => {
  const findings = checks.flatMap((check) => check.examples.flatMap((example) => runExample(check, example)));
  const report: unknown = JSON.parse(JSON.stringify(toJsonReport(findings, CHECKED, '1.2.3')));
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
});

test('the schema refuses what is not a report', () => {
  expect(validate({ ...toJsonReport(FINDINGS, CHECKED, '1'), extra: 1 })).toBe(false);
  expect(validate(toJsonReport([{ ...FINDINGS[0]!, line: 0 }], CHECKED, '1'))).toBe(false);
});
