import type { Finding } from './finding.ts';

/** What names a finding across versions of its file; no line number is in it. */
export type FindingKey = Pick<Finding, 'rule' | 'locale' | 'path' | 'segment' | 'content'>;

/** One text per name: findings with equal texts are alike, e.g. the same word doubled twice in one segment. */
export function findingKey({ rule, locale, path, segment, content }: FindingKey): string {
  return [locale, path, rule, segment ?? '', content].join('\n');
}

/** The names of findings, those that are alike numbered in the order given: each is there once. */
export function distinctKeys(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = findingKey(finding);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}\n${count}`;
  });
}
