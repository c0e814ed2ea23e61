import { z } from 'zod';
import type { Finding } from '../model/finding.ts';
import { findingKey, type FindingKey } from '../model/finding-key.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import { UserError } from '../model/user-error.ts';
import { compareText } from '../text/compare-text.ts';

/** Name of the baseline where none is given; beside the content's own configuration, in the folder of work. */
export const BASELINE_FILE = 'interlinear-baseline.json';

/** Of the file's format; changes when older files can no longer be read. */
const VERSION = 1;

const entrySchema = z.strictObject({
  locale: z.string(),
  path: z.string(),
  rule: z.string(),
  segment: z.string().optional(),
  content: z.string(),
  count: z.int().min(1).optional(),
});
const baselineSchema = z.object({ version: z.literal(VERSION), findings: z.array(entrySchema) });

/** A finding that is known: it may occur `count` times. */
export interface BaselineEntry extends FindingKey {
  readonly count: number;
}

export interface Compared {
  /** Not in the baseline, in their order. */
  readonly fresh: readonly Finding[];
  readonly known: readonly SuppressedFinding[];
  /** Entries that no longer occur, or not so often; `count`: how many are too many. */
  readonly gone: readonly BaselineEntry[];
}

/**
 * Reads a baseline.
 * @param name how messages call the file
 * @throws {UserError} when it is damaged or of another version
 */
export function parseBaseline(text: string, name: string): BaselineEntry[] {
  const again = 'Restore the file from version control, or write it anew with `interlinear validate --update-baseline`.';
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const conflict = /^(?:<<<<<<<|>>>>>>>) /m.test(text);
    throw new UserError(`The baseline ${name} cannot be read: ${conflict ? 'it holds the marks of a merge conflict' : `it is not JSON (${error instanceof Error ? error.message : String(error)})`}.`, again);
  }
  const version = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined;
  if (version !== VERSION && typeof version === 'number') {
    throw new UserError(
      `The baseline ${name} has version ${version}; this Interlinear reads version ${VERSION}.`,
      version > VERSION ? 'Use the version of Interlinear that wrote it, or write it anew with `interlinear validate --update-baseline`.' : 'Delete it and write it anew with `interlinear validate --update-baseline`.',
    );
  }
  const parsed = baselineSchema.safeParse(data);
  if (parsed.success) return parsed.data.findings.map(({ segment = null, count = 1, ...entry }) => ({ ...entry, segment, count }));
  const issue = parsed.error.issues[0];
  throw new UserError(`The baseline ${name} is damaged${issue && issue.path.length > 0 ? ` at ${issue.path.map(String).join('.')}` : ''}: ${issue?.message ?? 'it is no baseline'}.`, again);
}

/** The baseline that knows these findings, as the text of its file: sorted, an entry a line. `kept`: entries for what was not looked at. */
export function formatBaseline(findings: readonly Finding[], kept: readonly BaselineEntry[] = []): string {
  const entries = new Map<string, BaselineEntry>(kept.map((entry) => [findingKey(entry), entry]));
  for (const finding of findings) {
    const { locale, path, rule, segment, content } = finding;
    const key = findingKey(finding);
    entries.set(key, { locale, path, rule, segment, content, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const lines = [...entries.values()].sort(byPlace).map(({ locale, path, rule, segment, content, count }) => JSON.stringify({ locale, path, rule, ...(segment !== null && { segment }), content, ...(count > 1 && { count }) }));
  return `{\n"version": ${VERSION},\n"findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]\n}\n`;
}

/**
 * Tells new findings from known ones.
 * @param covers whether this run looked at what an entry is about; other entries are left alone
 */
export function compareWithBaseline(findings: readonly Finding[], baseline: readonly BaselineEntry[], covers: (entry: BaselineEntry) => boolean): Compared {
  const left = new Map(baseline.map((entry) => [findingKey(entry), entry.count]));
  const fresh: Finding[] = [];
  const known: SuppressedFinding[] = [];
  for (const finding of findings) {
    const key = findingKey(finding);
    const count = left.get(key) ?? 0;
    if (count > 0) {
      left.set(key, count - 1);
      known.push({ finding, by: 'baseline', reason: '' });
    } else fresh.push(finding);
  }
  const gone = baseline.flatMap((entry) => {
    const count = left.get(findingKey(entry)) ?? 0;
    return count > 0 && covers(entry) ? [{ ...entry, count }] : [];
  });
  return { fresh, known, gone };
}

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  return compareText(a.locale, b.locale) || compareText(a.path, b.path) || compareText(a.rule, b.rule) || compareText(a.segment ?? '', b.segment ?? '') || compareText(a.content, b.content);
}
