import { describe, expect, test } from 'vitest';
import precision from '../../src/checks/precision.json' with { type: 'json' };
import { checks } from '../../src/checks/index.ts';

/** What a rule must reach to run by default with its severity. */
const BAR = { error: 0.95, warning: 0.9, info: 0 } as const;

describe.each(Object.entries(precision))('%s', (rule, { hits, sampled, right }) => {
  const check = checks.find(({ id }) => id === rule);

  test('is a check of segments', () => expect(check?.scope).toBe('segment'));

  test('was read as far as there is something to read', () => {
    const found = Object.values(hits).reduce((sum: number, count) => sum + Number(count), 0);
    expect(right).toBeLessThanOrEqual(sampled);
    if (sampled > 0) expect(sampled).toBeGreaterThanOrEqual(Math.min(20, found));
  });

  test('is right often enough for its severity', () => {
    if (!check || check.isOptional || sampled === 0) return;
    expect(right / sampled).toBeGreaterThanOrEqual(BAR[check.severity]);
  });
});
