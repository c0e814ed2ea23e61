import { posix } from 'node:path';
import { checks } from '../checks/index.ts';
import { ingest } from '../ingest/ingest.ts';
import { inlineText } from '../markdown/inline-text.ts';
import type { Article } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import type { Host } from '../model/host.ts';
import { applyEdits, overlaps, type Applied, type EditRefusal } from '../review/apply-edits.ts';
import { compareText } from '../text/compare-text.ts';
import type { ContentMap } from './content-map.ts';
import { sameMarkup } from './same-markup.ts';
import { createShard } from './shard.ts';
import { suppressFindings } from './suppress.ts';

/** Which findings are to be fixed. */
export interface FixOptions {
  /** Rule ids; empty: all that can be. */
  readonly rules: readonly string[];
  /** Files and folders relative to the content root; empty: all. */
  readonly files: readonly string[];
}

/** One file that can be made better. */
export interface FixedFile {
  /** POSIX path relative to the content root. */
  readonly file: string;
  /** The text that was checked, and what becomes of it. Equal when everything was refused. */
  readonly before: string;
  readonly after: string;
  /** How many findings are fixed, by rule. */
  readonly fixed: Readonly<Record<string, number>>;
  readonly refused: readonly RefusedFix[];
}

export interface RefusedFix {
  readonly rule: string;
  readonly line: number;
  readonly reason: EditRefusal;
}

/** A fix may make room for another one; five in a row do not happen. */
const PASSES = 5;

/** Whether a finding is one that {@link fixFamilies} would fix. */
export function isFixable({ rule, file, fix }: Finding, { rules, files }: FixOptions): boolean {
  return (
    fix !== undefined &&
    (rules.length === 0 || rules.includes(rule)) &&
    (files.length === 0 || files.some((one) => one === '' || file === one || file.startsWith(`${one}/`)))
  );
}

/**
 * Applies the fixes of findings, in passes until none is left, and writes nothing. Findings that a comment or
 * `site.yml` silences stay.
 * @param paths of families
 */
export function fixFamilies(host: Host, map: ContentMap, paths: readonly string[], options: FixOptions): FixedFile[] {
  const texts = new Map<string, { readonly before: string; after: string }>();
  const locate = (file: string): string => posix.join(map.root, file);
  const shard = createShard({
    host: {
      ...host,
      readText(name) {
        const edited = texts.get(name);
        return edited ? { kind: 'text', text: edited.after } : host.readText(name);
      },
      readBytes(name) {
        const edited = texts.get(name);
        return edited ? new TextEncoder().encode(edited.after) : host.readBytes(name);
      },
    },
    map,
    writeAsset: () => {},
  });
  return paths.flatMap((path) => {
    const done = new Map<string, FileFixes>();
    for (let pass = 0; pass < PASSES; pass++) {
      if (pass > 0) shard.forget(path);
      const { findings, comments } = shard.scan([path], false);
      const fixable = suppressFindings(findings, comments, map.config, checks.map(({ id }) => id)).findings.filter((finding) => isFixable(finding, options));
      let changed = false;
      for (const [file, own] of Map.groupBy(fixable, (finding) => finding.file)) {
        const read = shardText(locate(file));
        if (read === undefined) continue;
        const fixes = done.get(file) ?? { fixed: new Map(), refused: new Map() };
        done.set(file, fixes);
        const [first] = own;
        if (!first) continue;
        const after = fixOnce(ingest({ locale: first.locale, path, file, text: read.after }), own, fixes);
        if (after === read.after) continue;
        read.after = after;
        texts.set(locate(file), read);
        changed = true;
      }
      if (!changed) break;
    }
    const files = [...done].map(([file, { fixed, refused }]): FixedFile => {
      const { before, after } = shardText(locate(file)) ?? { before: '', after: '' };
      return { file, before, after, fixed: Object.fromEntries([...fixed].sort(([a], [b]) => compareText(a, b))), refused: [...refused.values()] };
    });
    for (const { file } of files) texts.delete(locate(file));
    return files.filter(({ before, after, refused }) => before !== after || refused.length > 0).sort((a, b) => compareText(a.file, b.file));
  });

  function shardText(name: string): { readonly before: string; after: string } | undefined {
    const known = texts.get(name);
    if (known) return known;
    const read = host.readText(name);
    return read.kind === 'text' ? { before: read.text, after: read.text } : undefined;
  }
}

interface FileFixes {
  readonly fixed: Map<string, number>;
  /** By rule and place, so that a pass does not count what the one before it did. */
  readonly refused: Map<string, RefusedFix>;
}

const READERS = { ingest, sameMarkup: (before: string, after: string) => sameMarkup(before, after, inlineText) };

/** Refusals after which the rest of a file is left alone: a file that refuses so many is damaged. */
const MOST_REFUSED = 100;

/** One pass: all fixes that do not touch one another, without those that the file refuses. */
function fixOnce(article: Article, findings: readonly Finding[], { fixed, refused }: FileFixes): string {
  const apply = (some: readonly Finding[]): Applied => applyEdits(article, some.flatMap(({ fix = [] }) => fix), READERS);
  const good = goodOnes(withoutOverlaps(findings));
  const result = apply(good);
  if (!('text' in result)) return article.text;
  for (const { rule } of good) fixed.set(rule, (fixed.get(rule) ?? 0) + 1);
  return result.text;

  /** Halves what is refused until the bad ones stand alone: they do not stop the others. */
  function goodOnes(some: readonly Finding[]): readonly Finding[] {
    const [first] = some;
    if (!first || refused.size >= MOST_REFUSED) return [];
    const applied = apply(some);
    if ('text' in applied) return some;
    if (some.length === 1) {
      refused.set(`${first.rule} ${first.line} ${first.segment} ${first.message}`, { rule: first.rule, line: first.line, reason: applied.refused });
      return [];
    }
    const half = some.length >> 1;
    return [...goodOnes(some.slice(0, half)), ...goodOnes(some.slice(half))];
  }
}

/** The findings whose edits can be made together; of two that touch one another, the first. */
function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const start = ({ fix = [] }: Finding): number => Math.min(...fix.map((edit) => edit.start));
  const chosen: Finding[] = [];
  let last = { start: -1, end: -1, text: '' };
  for (const finding of [...findings].sort((a, b) => start(a) - start(b))) {
    const edits = [...(finding.fix ?? [])].sort((a, b) => a.start - b.start);
    const [first] = edits;
    if (!first || first.start < last.end || overlaps(last, first)) continue;
    chosen.push(finding);
    last = edits.at(-1) ?? first;
  }
  return chosen;
}
