import { diffArrays } from 'diff';
import type { DiffPart, SegmentChange } from '../model/family.ts';
import { wordDiff } from '../text/word-diff.ts';
import { sentenceKey } from './sentence-key.ts';

/** A source sentence and its ordinal as written. */
export interface Sentence {
  readonly ordinal: string;
  readonly text: string;
}

/**
 * What became of the source between two versions, sentence by sentence, in the order of the newer one
 * (removed sentences where they stood). A merged paragraph and the sentences it consists of count as the same.
 * Leftover neighbours that share at least half of their words are edits. Cost is bounded for any input.
 */
export function segmentChanges(before: readonly Sentence[], after: readonly Sentence[]): SegmentChange[] {
  const [old, current] = unify(before.map(toUnit), after.map(toUnit));
  const changes: SegmentChange[] = [];
  let removed: Unit[] = [];
  let added: Unit[] = [];
  const flush = (): void => {
    changes.push(...pairLeftovers(removed, added));
    removed = [];
    added = [];
  };
  for (const [left, right] of matchUnits(old, current)) {
    if (left && right) {
      flush();
      changes.push(...sameChanges(left, right));
    } else if (left) removed.push(left);
    else if (right) added.push(right);
  }
  flush();
  return changes;
}

/** One sentence, or several neighbours that the other side has in one piece. */
interface Unit {
  readonly parts: readonly Sentence[];
  readonly text: string;
  readonly key: string;
}

type Match = readonly [Unit | undefined, Unit | undefined];

function toUnit(sentence: Sentence): Unit {
  return { parts: [sentence], text: sentence.text, key: sentenceKey(sentence.text) };
}

/** Joins sentences of one side to what the other side has in one piece. */
function unify(before: readonly Unit[], after: readonly Unit[]): [readonly Unit[], readonly Unit[]] {
  const current = joinTo(before, after);
  return [joinTo(current, before), current];
}

/** No paragraph has more sentences than this. */
const LONGEST_RUN = 32;
/** Length of the beginning, in UTF-16 code units of the key, by which paragraphs are looked up. */
const PROBE = 12;

function joinTo(wholes: readonly Unit[], pieces: readonly Unit[]): readonly Unit[] {
  const known = new Set(pieces.map(({ key }) => key));
  const unmatched = new Map<string, Candidates>();
  for (const { key } of wholes) {
    if (known.has(key) || key === '') continue;
    const probe = key.slice(0, PROBE);
    const candidates = unmatched.get(probe) ?? { keys: new Set(), longest: 0 };
    candidates.keys.add(key);
    candidates.longest = Math.max(candidates.longest, key.length);
    unmatched.set(probe, candidates);
  }
  if (unmatched.size === 0) return pieces;
  const joined: Unit[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece) continue;
    const candidates = unmatched.get(probeAt(pieces, index));
    const run = candidates ? runOf(candidates, pieces, index) : [piece];
    joined.push(run.length === 1 ? piece : { parts: run.flatMap(({ parts }) => parts), text: run.map(({ text }) => text).join(' '), key: run.map(({ key }) => key).join('') });
    index += run.length - 1;
  }
  return joined;
}

/** The beginning of what the pieces from `start` on would make together. */
function probeAt(pieces: readonly Unit[], start: number): string {
  let probe = pieces[start]?.key ?? '';
  for (let next = start + 1; probe.length < PROBE && next < pieces.length && next < start + LONGEST_RUN; next++) probe += pieces[next]?.key ?? '';
  return probe.slice(0, PROBE);
}

/** Paragraphs that begin alike. */
interface Candidates {
  readonly keys: Set<string>;
  longest: number;
}

function runOf({ keys, longest }: Candidates, pieces: readonly Unit[], start: number): readonly Unit[] {
  let key = '';
  for (let end = start; end < pieces.length && end < start + LONGEST_RUN && key.length < longest; end++) {
    key += pieces[end]?.key ?? '';
    if (end > start && keys.has(key)) return pieces.slice(start, end + 1);
  }
  return pieces.slice(start, start + 1);
}

/** Steps of the exact algorithm before a simpler one takes over: its cost is the square of the number of differences. */
const MOST_DIFFERENCES = 500;

/** Both sides in one sequence: matched units side by side, the others alone. */
function matchUnits(before: readonly Unit[], after: readonly Unit[]): Match[] {
  const changes = diffArrays(before.map(({ key }) => key), after.map(({ key }) => key), { maxEditLength: MOST_DIFFERENCES });
  if (!changes) return matchInOrder(before, after);
  const matches: Match[] = [];
  let left = 0;
  let right = 0;
  for (const { added, removed, value } of changes) {
    for (let count = value.length; count > 0; count--) {
      matches.push([added ? undefined : before[left], removed ? undefined : after[right]]);
      if (!added) left++;
      if (!removed) right++;
    }
  }
  return matches;
}

/** Linear: each old unit is matched with the next new one of its key, unless that leaves out more than a screenful. */
function matchInOrder(before: readonly Unit[], after: readonly Unit[]): Match[] {
  const positions = new Map<string, number[]>();
  for (let index = after.length - 1; index >= 0; index--) {
    const key = after[index]?.key ?? '';
    const list = positions.get(key);
    if (list) list.push(index);
    else positions.set(key, [index]);
  }
  const matches: Match[] = [];
  let next = 0;
  before.forEach((unit, index) => {
    const list = positions.get(unit.key);
    while (list && (list.at(-1) ?? next) < next) list.pop();
    const found = list?.at(-1);
    if (found === undefined || found - next > 50 + Math.max(0, index - next)) {
      matches.push([unit, undefined]);
      return;
    }
    for (; next < found; next++) matches.push([undefined, after[next]]);
    matches.push([unit, after[next++]]);
  });
  for (; next < after.length; next++) matches.push([undefined, after[next]]);
  return matches;
}

function sameChanges(before: Unit, after: Unit): SegmentChange[] {
  const last = after.parts.at(-1);
  return before.parts.map((part, index) => ({ kind: 'same', ordinal: part.ordinal, newOrdinal: (after.parts[index] ?? last)?.ordinal ?? '' }));
}

/** How far ahead an edited sentence is looked for. */
const WINDOW = 8;
/** Share of common words that makes two sentences one, edited. */
const ALIKE = 0.5;

function pairLeftovers(removed: readonly Unit[], added: readonly Unit[]): SegmentChange[] {
  const changes: SegmentChange[] = [];
  const words = added.map(({ text }) => wordCounts(text));
  let next = 0;
  for (const unit of removed) {
    const found = mostAlike(wordCounts(unit.text), words, next);
    if (found === undefined) {
      changes.push(...unit.parts.map((part): SegmentChange => ({ kind: 'removed', ordinal: part.ordinal, before: part.text })));
      continue;
    }
    for (; next < found; next++) changes.push(...newChanges(added[next]));
    const after = added[next++];
    if (after) changes.push(editedChange(unit, after));
  }
  for (; next < added.length; next++) changes.push(...newChanges(added[next]));
  return changes;
}

function newChanges(unit: Unit | undefined): SegmentChange[] {
  return (unit?.parts ?? []).map((part) => ({ kind: 'new', newOrdinal: part.ordinal, after: part.text }));
}

function editedChange(before: Unit, after: Unit): SegmentChange {
  return {
    kind: 'edited',
    ordinal: before.parts[0]?.ordinal ?? '',
    newOrdinal: after.parts[0]?.ordinal ?? '',
    before: before.text,
    after: after.text,
    diff: boundedDiff(before.text, after.text),
  };
}

/** Longer texts are not compared word by word. */
const LONGEST_DIFF = 20_000;

function boundedDiff(before: string, after: string): readonly DiffPart[] {
  if (before.length + after.length <= LONGEST_DIFF) return wordDiff(before, after);
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

function mostAlike(wanted: ReadonlyMap<string, number>, candidates: readonly ReadonlyMap<string, number>[], start: number): number | undefined {
  let best: number | undefined;
  let bestShare = ALIKE;
  for (let index = start; index < Math.min(candidates.length, start + WINDOW); index++) {
    const candidate = candidates[index];
    const share = candidate ? commonShare(wanted, candidate) : 0;
    if (share > bestShare || (share === ALIKE && best === undefined)) [best, bestShare] = [index, share];
  }
  return best;
}

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Common words, counted twice, among the words of both: 0 to 1 (Dice's coefficient over multisets). */
function commonShare(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let total = 0;
  let common = 0;
  for (const count of b.values()) total += count;
  for (const [word, count] of a) {
    total += count;
    common += Math.min(count, b.get(word) ?? 0);
  }
  return total === 0 ? 0 : (2 * common) / total;
}
