import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Limits } from '../../src/model/limits.ts';
import type { PageFacts } from '../../src/project/page-facts.ts';
import { brokenLimits } from '../../src/project/limits.ts';
import { limitMessage } from '../../src/report/report.ts';

const LOCALE = { tag: 'de-DE', id: 'de-de', dir: 'ltr', script: 'Latn', label: 'Deutsch', folder: 'de-de' } as const;
const page = (stale: number): PageFacts => ({ locale: 'de-de', path: 'a.md', title: '', description: undefined, kind: 'own', provenance: undefined, stale, date: undefined, robots: undefined, mdx: false, uid: undefined, version: undefined });
const finding = (rule: string, severity: Finding['severity'], locale = 'de-de'): Finding => ({
  rule, severity, locale, path: 'a.md', file: 'a.md', segment: null, line: 1, column: 1, end: { line: 1, column: 1 }, args: {}, message: '', content: '',
});

/** 3 of 4 articles, one of them stale; an error and a warning of one rule, and an info of another; one finding elsewhere. */
const FACTS = [page(0), page(2), page(0), { ...page(5), kind: 'fallback' as const }, { ...page(5), locale: 'ja-jp' }];
const FINDINGS = [finding('a-rule', 'error'), finding('a-rule', 'warning'), finding('b-rule', 'info'), finding('a-rule', 'error', 'ja-jp')];

test.each<[Limits, readonly string[]]>([
  [{}, []],
  [{ maxStale: 1 }, []],
  [{ maxStale: 0 }, ['de-de: 1 stale translation; at most 0 are allowed (maxStale).']],
  [{ maxStale: '34%' }, []],
  [{ maxStale: '33%' }, ['de-de: 1 stale translation; at most 0 are allowed (maxStale).']],
  [{ minTranslated: 3 }, []],
  [{ minTranslated: 4 }, ['de-de: 3 translated articles; at least 4 are required (minTranslated).']],
  [{ minTranslated: '75%' }, []],
  [{ minTranslated: '75.1%' }, ['de-de: 3 translated articles; at least 4 are required (minTranslated).']],
  [{ minTranslated: '100%' }, ['de-de: 3 translated articles; at least 4 are required (minTranslated).']],
  [{ maxFindings: 3 }, []],
  [{ maxFindings: 2 }, ['de-de: 3 findings; at most 2 are allowed (maxFindings).']],
  [{ maxFindings: { error: 1, 'a-rule': 2 } }, []],
  [{ maxFindings: { error: 0, 'a-rule': 1, 'b-rule': 1 } }, ['de-de: 1 finding of error; at most 0 are allowed (maxFindings).', 'de-de: 2 findings of a-rule; at most 1 is allowed (maxFindings).']],
])('%j', (limits, expected) => {
  expect(brokenLimits({ limits: { 'de-de': limits }, locales: [LOCALE] }, FACTS, 4, FINDINGS).map(limitMessage)).toEqual(expected);
});
