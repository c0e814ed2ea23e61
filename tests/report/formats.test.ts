import { Ajv } from 'ajv';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import type { SiteConfig } from '../../src/model/site.ts';
import { findingsPageOf } from '../../src/project/findings-page.ts';
import { toCheckstyle } from '../../src/report/checkstyle.ts';
import { toGitHubAnnotations } from '../../src/report/github.ts';
import { toGitLabCodeQuality } from '../../src/report/gitlab.ts';
import { toJsonLines } from '../../src/report/json.ts';
import { toJUnit } from '../../src/report/junit.ts';
import { toMarkdown } from '../../src/report/markdown.ts';
import { markdownCode, markdownText } from '../../src/report/markdown-text.ts';
import { toSarif } from '../../src/report/sarif.ts';
import { findingsPage } from '../../src/views/findings-page.ts';
import { xmlElements } from '../support/xml.ts';
import { HOSTILE, hostileReport, reportOf } from './hostile-report.ts';
import { FINDINGS } from './sample.ts';
import { SARIF_SCHEMA } from './sarif-schema.ts';

const ajv = new Ajv({ allErrors: true, strict: false });
ajv.addFormat('uri', (text) => URL.canParse(text));
ajv.addFormat('uri-reference', (text) => /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})*$/i.test(text));
const validSarif = ajv.compile(SARIF_SCHEMA);

interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }; readonly region: object } }[];
  readonly relatedLocations?: readonly { readonly message: { readonly text: string } }[];
  readonly fixes?: readonly object[];
  readonly suppressions?: readonly object[];
}
const resultsOf = (text: string): readonly SarifResult[] => JSON.parse(text).runs[0].results;

describe('SARIF', () => {
  test.each([
    ['nothing', reportOf([])],
    ['findings', reportOf(FINDINGS)],
    ['hostile texts', hostileReport()],
    ['all rules', reportOf(FINDINGS, { rules: checks.map((check) => ({ ...check, url: `https://help.example/checks/${check.id}/` })) })],
  ])('%s: fits the schema', (_, report) => {
    expect(validSarif(JSON.parse(toSarif(report))), JSON.stringify(validSarif.errors)).toBe(true);
  });

  test('the schema refuses what is none', () => {
    const log = JSON.parse(toSarif(reportOf(FINDINGS)));
    expect(validSarif({ ...log, version: '2.0.0' })).toBe(false);
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    expect(validSarif(log)).toBe(false);
  });

  test('places, related places, fixes', () => {
    const [first] = resultsOf(toSarif(hostileReport()));
    expect(first).toMatchObject({ ruleId: 'link-target-missing', level: 'error', relatedLocations: [{ message: { text: 'The source of segment 104.' } }, { message: { text: 'The same in de-DE.' } }] });
    expect(first?.fixes).toMatchObject([{ artifactChanges: [{ replacements: [{ deletedRegion: { charOffset: 1, charLength: 1 }, insertedContent: { text: HOSTILE[0] } }] }] }]);
    expect(resultsOf(toSarif(reportOf(FINDINGS)))[1]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'docs/content/ja-jp/guide.md', uriBaseId: 'REPOSITORY' },
      region: { startLine: 5, startColumn: 31, endLine: 5, endColumn: 37 },
    });
  });

  test('fingerprints are distinct, and do not depend on lines', () => {
    const prints = (findings: typeof FINDINGS): (string | undefined)[] => resultsOf(toSarif(reportOf(findings))).map(({ partialFingerprints }) => partialFingerprints['interlinear/v1']);
    const twice = [...FINDINGS, ...FINDINGS];
    expect(new Set(prints(twice)).size).toBe(twice.length);
    expect(prints(FINDINGS.map((finding) => ({ ...finding, line: finding.line + 7, end: { ...finding.end, line: finding.end.line + 7 } })))).toEqual(prints(FINDINGS));
    expect(prints(FINDINGS.map((finding) => ({ ...finding, content: 'ffffffffffffffff' })))).not.toEqual(prints(FINDINGS));
  });

  test('what is suppressed says why', () => {
    const [finding] = FINDINGS;
    const report = reportOf([], { suppressed: [{ finding: finding!, by: 'comment', reason: 'A mark.' }, { finding: finding!, by: 'baseline', reason: '' }] });
    expect(validSarif(JSON.parse(toSarif(report))), JSON.stringify(validSarif.errors)).toBe(true);
    expect(resultsOf(toSarif(report)).map(({ suppressions }) => suppressions)).toEqual([[{ kind: 'inSource', status: 'accepted', justification: 'A mark.' }], [{ kind: 'external', status: 'accepted' }]]);
  });

  test.each([
    ['{0} and {name}', '{{0}} and {name}'],
    ['[x](1) and [x](a.md)', '\\[x](1) and [x](a.md)'],
  ])('%s stays text', (message, expected) => expect(resultsOf(toSarif(reportOf([{ ...FINDINGS[0]!, message }])))[0]?.message.text).toBe(expected));
});

describe('GitHub', () => {
  test('a line a finding, nothing of content can start another', () => {
    const lines = toGitHubAnnotations(hostileReport()).trimEnd().split('\n');
    expect(lines).toHaveLength(HOSTILE.length + FINDINGS.length);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,\r]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[^:,]+::[^\r]*$/);
  });

  test('as @actions/core escapes', () => {
    expect(toGitHubAnnotations(reportOf([{ ...FINDINGS[0]!, file: 'a,b:c%.md', message: '50 % of x: y, z' }]))).toBe(
      '::warning file=docs/content/a%2Cb%3Ac%25.md,line=3,endLine=3,col=187,endColumn=194,title=link-target-missing::50 %25 of x: y, z\n',
    );
  });

  test('ten of each severity, the rest is counted', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ ...FINDINGS[index % 2]!, line: index + 1 }));
    const lines = toGitHubAnnotations(reportOf(many)).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
    expect(lines.at(-1)).toContain('5 more findings are not annotated');
  });

  test('broken limits come first and count among the errors', () => {
    const errors = Array.from({ length: 12 }, () => FINDINGS[1]!);
    const lines = toGitHubAnnotations(reportOf(errors, { brokenLimits: [{ locale: 'ja-jp', limit: 'maxStale', of: undefined, allowed: 1, found: 2 }] })).trimEnd().split('\n');
    expect(lines[0]).toBe('::error title=Limit of site.yml::ja-jp: 2 stale translations; at most 1 is allowed (maxStale).');
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
  });
});

describe('GitLab', () => {
  const schema = {
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      additionalProperties: false,
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string' },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: { type: 'object', required: ['path', 'lines'], properties: { path: { type: 'string', not: { pattern: '^\\./' } }, lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } } } },
      },
    },
  };
  test.each([['nothing', reportOf([])], ['hostile texts', hostileReport()], ['alike findings', reportOf([...FINDINGS, ...FINDINGS])]])('%s', (_, report) => {
    const issues: { readonly fingerprint: string }[] = JSON.parse(toGitLabCodeQuality(report));
    const valid = ajv.compile(schema);
    expect(valid(issues), JSON.stringify(valid.errors)).toBe(true);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(report.findings.length);
  });
});

describe('Checkstyle', () => {
  test.each([['nothing', reportOf([])], ['hostile texts', hostileReport()]])('%s: well-formed', (_, report) => {
    const elements = xmlElements(toCheckstyle(report));
    expect(elements.filter(({ name }) => name === 'error')).toHaveLength(report.findings.length);
    expect(new Set(elements.map(({ name }) => name)).isSubsetOf(new Set(['checkstyle', 'file', 'error']))).toBe(true);
  });

  test('a finding', () => {
    expect(xmlElements(toCheckstyle(reportOf([FINDINGS[1]!]))).slice(1)).toEqual([
      { name: 'file', attributes: { name: 'docs/content/ja-jp/guide.md' } },
      { name: 'error', attributes: { line: '5', column: '31', severity: 'error', message: 'The target begins like a numbered list.', source: 'interlinear.target-starts-block' } },
    ]);
  });
});

describe('JUnit', () => {
  test('a case per article and family of rules; info does not fail', () => {
    const elements = xmlElements(toJUnit(reportOf(FINDINGS)));
    const cases = elements.filter(({ name }) => name === 'testcase').map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`);
    expect(cases).toEqual(['ar-sa/guide.md links', 'ar-sa/guide.md structure', 'ja-jp/guide.md links', 'ja-jp/guide.md structure', 'de-de/guide.md links', 'de-de/guide.md structure', 'de-de/guide.md other'].map((name) => `docs/content/${name}`));
    expect(elements.filter(({ name }) => name === 'failure')).toHaveLength(3);
    expect(elements.filter(({ name }) => name === 'system-out')).toHaveLength(1);
    expect(elements[0]).toEqual({ name: 'testsuites', attributes: { name: 'Interlinear', tests: '7', failures: '3' } });
  });

  test('hostile texts', () => {
    const elements = xmlElements(toJUnit(hostileReport()));
    expect(new Set(elements.map(({ name }) => name))).toEqual(new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'system-out']));
  });

  test('a broken limit is a failed case', () => {
    const elements = xmlElements(toJUnit(reportOf([], { brokenLimits: [{ locale: 'ja-jp', limit: 'maxFindings', of: 'empty-segment', allowed: 0, found: 1 }] })));
    expect(elements.find(({ name }) => name === 'failure')?.attributes).toEqual({ message: 'ja-jp: 1 finding of empty-segment; at most 0 are allowed (maxFindings).', type: 'limit' });
  });
});

describe('Markdown', () => {
  test.each([
    ['@somebody', '@<!-- -->somebody'],
    ['see #12', 'see #<!-- -->12'],
    ['https://x.example', 'https:<!-- -->//x.example'],
    ['<b>&', '&lt;b&gt;&amp;'],
    ['a|b `c` **d** [e](f)', 'a\\|b \\`c\\` \\*\\*d\\*\\* \\[e\\](f)'],
    ['a\n\n# b', 'a # b'],
    ['\u202Ex', '‹U+202E›x'],
  ])('%j stays text', (text, expected) => expect(markdownText(text)).toBe(expected));

  test.each([['a`b', '`aˋb`'], ['', '` `'], ['a|b', '`a\\|b`'], ['a\nb', '`a b`']])('%j as code', (text, expected) => expect(markdownCode(text)).toBe(expected));

  test('keeps to its size, in bytes', () => {
    const many = Array.from({ length: 5_000 }, () => ({ ...FINDINGS[0]!, message: '日本語'.repeat(20) }));
    const text = toMarkdown(reportOf(many));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/\n\d+ more findings not shown here/);
    expect(toMarkdown(reportOf(FINDINGS))).not.toContain('not shown here');
  });

  test('hostile texts open no HTML', () => {
    expect(toMarkdown(hostileReport()).replaceAll('<!-- -->', '').replace(/`[^`\n]*`/g, '')).not.toMatch(/<[a-z/!]/i);
  });
});

describe('HTML', () => {
  const locale = (tag: string, dir: 'ltr' | 'rtl') => ({ tag, id: tag.toLowerCase(), dir, script: 'Latn', label: tag, folder: tag.toLowerCase() });
  const config = { locales: [locale('ja-JP', 'ltr'), locale('ar-SA', 'rtl'), locale('en-US', 'ltr')], sourceLocale: 'en-us', origin: 'https://help.example', base: '/docs/' } as unknown as SiteConfig;
  const page = (report = hostileReport()): string => findingsPage(findingsPageOf(report, config, 'main { color: red }'));

  test('hostile texts make no element and no attribute', () => {
    const names = new Set<string>();
    const attributes = new Set<string>();
    const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
      if ('tagName' in node) {
        names.add(node.tagName);
        for (const { name } of node.attrs) attributes.add(name);
      }
      if ('childNodes' in node) node.childNodes.forEach(visit);
    };
    parse(page()).childNodes.forEach(visit);
    expect([...names].filter((name) => ['img', 'b', 'iframe', 'svg'].includes(name))).toEqual([]);
    expect([...attributes].filter((name) => name.startsWith('on'))).toEqual([]);
    expect(page().match(/<script/g)).toHaveLength(1);
    expect(page()).not.toMatch(/(?:src|href)="(?!https:\/\/help\.example\/)/);
  });

  test('both sides with their language, what is marked, and the way to the review desk', () => {
    const text = page(reportOf([{ ...FINDINGS[1]!, locale: 'ar-sa', path: 'a b/guide.md' }], { detailsOf: () => ({ target: 'واحد اثنان', source: 'one two', mark: { side: 'source', start: 4, end: 7 }, sourcePlace: { line: 1, column: 1, end: { line: 1, column: 1 } }, other: undefined }) }));
    expect(text).toContain('<dd lang="ar-SA" dir="rtl">واحد اثنان</dd>');
    expect(text).toContain('<dd lang="en-US" dir="ltr">one <mark>two</mark></dd>');
    expect(text).toContain('href="https://help.example/docs/review/#ar-sa/a%20b/guide.md/s104"');
    expect(text).toContain('data-section="a b"');
  });

  test('nothing found', () => expect(page(reportOf([]))).toContain('<h1>No findings</h1>'));

  test('a page of bounded size', () => {
    const many = Array.from({ length: 4_000 }, (_, index) => ({ ...FINDINGS[index === 3_999 ? 1 : 0]!, line: index + 1 }));
    expect(page(reportOf(many)).match(/<article/g)).toHaveLength(3_000);
    expect(page(reportOf(many))).toContain('1,000 more findings are not on this page');
    expect(page(reportOf(many))).toContain('data-severity="error"');
  });
});

test('JSON lines: as in the JSON report', () => {
  const lines = toJsonLines(FINDINGS).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(FINDINGS)));
  expect(toJsonLines([])).toBe('');
});
