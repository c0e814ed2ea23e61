/**
 * Counts what the checks of segments find in a corpus, and draws a sample of it to be read:
 *
 *   node scripts/check-precision.ts OUT CORPUS… [--sample 20] [--seed 1] [--rules a,b]
 *
 * A CORPUS is a folder with one folder per locale. Writes OUT/hits.json (rule → corpus/locale → hits) and OUT/<rule>.md
 * (the sample: drawn with the seed from all hits). What reading it says goes into src/checks/precision.json.
 */
import { globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SegmentCheck, SegmentInput } from '../src/checks/define-check.ts';
import { checks } from '../src/checks/index.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { MarkdownCache } from '../src/markdown/markdown-cache.ts';
import type { Locale } from '../src/model/locale.ts';
import { directionOf, scriptOf } from '../src/text/scripts.ts';

interface SampledHit {
  readonly locale: string;
  readonly file: string;
  readonly ordinal: string;
  readonly severity: string;
  readonly message: string;
  readonly target: string;
  readonly source: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' }, rules: { type: 'string' } },
});
const [out, ...corpora] = positionals;
if (out === undefined || corpora.length === 0) throw new Error('Say where to write and which corpora to read: node scripts/check-precision.ts OUT CORPUS…');

const wanted = values.rules?.split(',');
const chosen = checks.filter((check): check is SegmentCheck => check.scope === 'segment' && (wanted === undefined || wanted.includes(check.id)));
const hits = new Map(chosen.map(({ id }) => [id, new Map<string, SampledHit[]>()]));
const sourceLocale = localeOf('en-us');

for (const corpus of corpora) {
  for (const id of localesOf(corpus)) readLocale(corpus, id);
}

mkdirSync(out, { recursive: true });
const table: Record<string, Record<string, number>> = {};
for (const [rule, byLocale] of hits) {
  const counted = [...byLocale].map(([name, found]) => [name, graded(rule, found).length] as const);
  table[rule] = Object.fromEntries(counted.filter(([, count]) => count > 0));
  const sample = draw(rule, byLocale, Number(values.sample));
  writeFileSync(join(out, `${rule}.md`), sample.map(({ locale, file, ordinal, severity, message, target, source }, index) => `${index + 1}. ${locale} ${file} ${ordinal} (${severity}): ${message}\n   T ${line(target)}\n   S ${line(source)}\n`).join(''));
}
writeFileSync(join(out, 'hits.json'), `${JSON.stringify(table, null, 2)}\n`);
for (const [rule, counts] of Object.entries(table)) console.log(rule.padEnd(26), JSON.stringify(counts));

function readLocale(corpus: string, id: string): void {
  const locale = localeOf(id);
  const cache = new MarkdownCache();
  const name = `${basename(corpus)}/${id}`;
  const started = process.cpuUsage();
  let segments = 0;
  for (const path of globSync('**/*.md', { cwd: join(corpus, id) }).sort()) {
    const article = ingest({ locale: id, path, file: `${id}/${path}`, text: readFileSync(join(corpus, id, path), 'utf8') });
    for (const segment of article.segments) {
      segments++;
      const input: SegmentInput = { scope: 'segment', segment, source: cache.text(segment.source), target: cache.text(segment.target), locale, sourceLocale, article, settings: { terms: [], patterns: [], names: [] } };
      for (const check of chosen) {
        for (const { args, severity } of check.run(input)) {
          const byLocale = hits.get(check.id);
          const found = byLocale?.get(name) ?? [];
          byLocale?.set(name, found);
          found.push({ locale: id, file: path, ordinal: segment.ordinal, severity: severity ?? check.severity, message: check.message(args), target: segment.target, source: segment.source });
        }
      }
    }
  }
  const { user, system } = process.cpuUsage(started);
  console.log(`${name}: ${segments} segments, ${Math.round((user + system) / segments)} µs of CPU each`);
}

function localesOf(corpus: string): string[] {
  return readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

/** The same in every run: in an order that the seed and the rule shuffle. */
function draw(rule: string, byLocale: ReadonlyMap<string, readonly SampledHit[]>, count: number): SampledHit[] {
  const random = randomOf(`${rule} ${values.seed}`);
  return graded(rule, [...byLocale.values()].flat()).map((hit) => ({ hit, key: random() })).sort((a, b) => a.key - b.key).slice(0, count).map(({ hit }) => hit);
}

/** The hits with the severity that has a bar to reach: of a check that is an error or a warning, not those that it grades `info`. */
function graded(rule: string, found: readonly SampledHit[]): SampledHit[] {
  const isInfo = chosen.find(({ id }) => id === rule)?.severity === 'info';
  return found.filter(({ severity }) => isInfo || severity !== 'info');
}

/** mulberry32 over an FNV-1a hash of the seed. */
function randomOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function line(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ⏎ ');
}

function localeOf(id: string): Locale {
  const tag = new Intl.Locale(id).baseName;
  const script = scriptOf(tag);
  return { tag, id, dir: directionOf(script), script, label: tag, folder: id };
}
