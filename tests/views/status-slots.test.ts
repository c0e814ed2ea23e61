import { describe, expect, test } from 'vitest';
import type { LocaleStatus, StatusCounts } from '../../src/model/status.ts';
import { badgeJson, badgeMessage, badgeSvg, percent } from '../../src/views/status-slots.ts';
import { xmlElements } from '../support/xml.ts';

const counts = (rest: Partial<StatusCounts>): StatusCounts => ({ articles: 0, translated: 0, segments: 0, words: 0, machine: 0, human: 0, reviewed: 0, stale: 0, findings: { error: 0, warning: 0, info: 0 }, ...rest });
const status = (rest: Partial<LocaleStatus>): LocaleStatus => ({ ...counts(rest), locale: 'vi-vn', sections: [], ...rest });

test.each([
  [{ articles: 0, translated: 0 }, 100],
  [{ articles: 3, translated: 2 }, 66],
  [{ articles: 1000, translated: 999 }, 99],
  [{ articles: 2, translated: 2 }, 100],
])('%j: %i %', (rest, expected) => expect(percent(counts(rest))).toBe(expected));

describe('badges', () => {
  test('say what is stale', () => {
    expect(badgeMessage(counts({ articles: 10, translated: 9, stale: 3 }))).toBe('90% translated, 3 stale');
    expect(badgeMessage(counts({ articles: 1, translated: 1 }))).toBe('100% translated');
  });
  test('are SVG that nothing of content can leave', () => {
    const elements = xmlElements(badgeSvg(status({ locale: '"><script>' })));
    expect(elements.map(({ name }) => name)).toEqual(['svg', 'title', 'rect', 'path', 'g', 'text', 'text']);
    expect(elements[0]?.attributes['aria-label']).toBe('"><script>: 100% translated');
  });
  test('are JSON for shields.io', () => {
    expect(JSON.parse(badgeJson(status({ articles: 10, translated: 4 })))).toEqual({ schemaVersion: 1, label: 'vi-vn', message: '40% translated', color: '#b3261e' });
  });
});
