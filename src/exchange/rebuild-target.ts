import type { ExchangeUnit, ReturnedPiece, ReturnedUnit } from '../model/exchange.ts';
import type { InlineText } from '../model/inline.ts';
import { plainMarkdown } from '../text/plain-markdown.ts';
import { codeUnit, type CodedPiece, type CodePlace, type CodeStart, type CodeType } from './coded-side.ts';
import { mapCodeIds } from './map-code-ids.ts';

export interface RebuildOptions {
  /** Reads one side as inline Markdown. */
  readonly inlineText: (raw: string) => InlineText;
  /** Takes a target that equals the source although another is stored: the client means it. */
  readonly acceptSource?: boolean;
}

/** What a returned unit means for the stored target. `text` is inline Markdown, not yet fitted to its place in the file. */
export type Rebuilt =
  | { readonly kind: 'unchanged'; readonly note?: RebuildNote }
  | { readonly kind: 'changed'; readonly text: string; readonly note?: RebuildNote }
  /** The client sent the source back. */
  | { readonly kind: 'untranslated' }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly detail: string };

export type RebuildNote = 'white-space' | 'lost-emphasis' | 'line-end';
export type Refusal = 'no-target' | 'unknown-code' | 'broken-pair' | 'lost-code' | 'new-code' | 'leftover-markup' | 'not-as-typed';

/**
 * Makes the Markdown of a returned target (INTERCHANGE.md §3.4): markup comes from the stored texts and never from
 * the client (I5), the result reads back as exactly what came (I4), lost codes are refused (I6).
 */
export function rebuildTarget(unit: ExchangeUnit, returned: Pick<ReturnedUnit, 'target' | 'source'>, options: RebuildOptions): Rebuilt {
  const { target } = returned;
  if (target === undefined) return refused('no-target', '');
  const result = unit.kind === 'plain' ? plainTarget(unit, target.kind === 'raw' ? target.text : target.pieces.filter((piece) => typeof piece === 'string').join('')) : target.kind === 'raw' ? rawTarget(unit, target.text, options) : codedTarget(unit, target.pieces, returned.source, options);
  if (result.kind !== 'changed') return result;
  if (result.text === unit.target.raw) return { kind: 'unchanged' };
  if (!options.acceptSource && result.text === unit.source.raw) return { kind: 'untranslated' };
  return result;
}

function plainTarget({ target }: ExchangeUnit, text: string): Rebuilt {
  if (text === target.raw) return { kind: 'unchanged' };
  if (isIndented(text, target.raw)) return { kind: 'unchanged', note: 'white-space' };
  return { kind: 'changed', text: text.replace(/\s*[\r\n]+\s*/g, ' ').trim() };
}

function codedTarget(unit: ExchangeUnit, pieces: readonly ReturnedPiece[], source: ReturnedUnit['source'], options: RebuildOptions): Rebuilt {
  const coded = codeUnit(unit.source, unit.target);
  const stored = merged(coded.target);
  // A tool that knows no codes shows the Markdown as text; then it comes back as Markdown, with all its codes (I11).
  if (pieces.every((piece) => typeof piece === 'string') && stored.some((piece) => typeof piece !== 'string')) {
    const raw = rawTarget(unit, pieces.join(''), options);
    if (raw.kind === 'unchanged' || (raw.kind === 'changed' && codeKeys(codeUnit(options.inlineText(raw.text), EMPTY).source) === codeKeys(stored))) return raw;
  }
  const resolved = resolve(pieces, coded, source);
  if (resolved.kind === 'refused') return resolved;
  const now = merged(resolved.pieces);
  const before = merged(coded.target);
  if (sameShape(now, before)) return { kind: 'unchanged' };
  if (!options.acceptSource && sameShape(now, merged(coded.source))) return { kind: 'untranslated' };
  if (sameButWhiteSpace(now, before) && now.some((piece) => typeof piece === 'string' && /[\r\n]/.test(piece))) return { kind: 'unchanged', note: 'white-space' };
  const typed = now.map((piece) => (typeof piece === 'string' ? piece.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ') : piece));
  const loss = lostCodes(coded, typed);
  if (loss.kind === 'refused') return loss;
  const text = plainMarkdown(typed.map((piece) => (typeof piece === 'string' ? piece : { native: nativeOf(piece) })), (raw) => sameShape(merged(codeUnit(options.inlineText(raw), EMPTY).source), typed));
  if (text === undefined) return refused('not-as-typed', textOf(typed));
  const lineEnd = typed.some((piece, at) => piece !== now[at]);
  return { kind: 'changed', text, ...(loss.note ? { note: loss.note } : lineEnd ? { note: 'line-end' as const } : {}) };
}

const EMPTY: InlineText = { raw: '', tokens: [], plain: '', runs: [] };

function resolve(pieces: readonly ReturnedPiece[], coded: ReturnType<typeof codeUnit>, source: ReturnedUnit['source']): { readonly kind: 'resolved'; readonly pieces: readonly CodedPiece[] } | ReturnType<typeof refused> {
  const ids = mapCodeIds(coded, pieces, source?.kind === 'coded' ? source.pieces : undefined);
  const resolved: CodedPiece[] = [];
  const open: CodeStart[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') resolved.push(piece);
    else {
      const code = ids(piece);
      if (!code) return refused('unknown-code', piece.id);
      if (code.kind === 'start') open.push(code);
      if (code.kind === 'end' && open.pop()?.id !== code.id) return refused('broken-pair', code.after);
      resolved.push(code);
    }
  }
  const left = open.pop();
  return left ? refused('broken-pair', left.before) : { kind: 'resolved', pieces: resolved };
}

function rawTarget(unit: ExchangeUnit, text: string, { inlineText }: RebuildOptions): Rebuilt {
  if (carried(text) === carried(unit.target.raw)) return { kind: 'unchanged' };
  if (isIndented(text, unit.target.raw)) return { kind: 'unchanged', note: 'white-space' };
  const oneLine = /[\r\n]/.test(unit.target.raw) ? text : text.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ');
  const coded = codeUnit(unit.source, unit.target);
  const now = merged(codeUnit(inlineText(oneLine), EMPTY).source);
  const loss = lostCodes(coded, now);
  if (loss.kind === 'refused') return loss;
  const known = new Set([...coded.source, ...coded.target].flatMap((piece) => (typeof piece === 'string' ? [] : [piece.key])));
  const strange = now.find((piece) => typeof piece !== 'string' && GUARDED.has(piece.type) && !known.has(piece.key));
  if (strange !== undefined && typeof strange !== 'string') return refused('new-code', nativeOf(strange));
  return { kind: 'changed', text: oneLine, ...(loss.note ? { note: loss.note } : oneLine === text ? {} : { note: 'line-end' as const }) };
}

/** Whether a tool that wraps and indents lines (I9) is all that stands between two texts. */
function isIndented(text: string, stored: string): boolean {
  const folded = (written: string): string => written.replace(/\s+/g, ' ').trim();
  return /[\r\n]/.test(text) && folded(text) === folded(stored);
}

/** What every text format carries unchanged: some drop controls, many write line ends their own way. */
function carried(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD]/g, '').replace(/\r\n?/g, '\n');
}

/** Codes whose loss or arrival changes what the article says or does. */
const GUARDED: ReadonlySet<CodeType> = new Set(['link', 'image', 'html', 'code', 'autolink']);

function lostCodes(coded: ReturnType<typeof codeUnit>, now: readonly CodedPiece[]): { readonly kind: 'kept'; readonly note?: 'lost-emphasis' } | ReturnType<typeof refused> {
  const [source, before, after] = [coded.source, coded.target, now].map(countCodes);
  if (!source || !before || !after) return { kind: 'kept' };
  let emphasis = false;
  for (const [key, { count, type, native }] of before) {
    const left = after.get(key)?.count ?? 0;
    if (left >= Math.min(count, source.get(key)?.count ?? 0)) continue;
    if (GUARDED.has(type)) return refused('lost-code', native);
    if (type === 'strong' || type === 'emphasis' || type === 'strikethrough') emphasis = true;
  }
  if (!emphasis) return { kind: 'kept' };
  const [old, typed] = [textOf(coded.target), textOf(now)];
  const leftover = ['**', '](', '`'].find((mark) => typed.split(mark).length > old.split(mark).length);
  return leftover === undefined ? { kind: 'kept', note: 'lost-emphasis' } : refused('leftover-markup', leftover);
}

function countCodes(pieces: readonly CodedPiece[]): Map<string, { count: number; readonly type: CodeType; readonly native: string }> {
  const counts = new Map<string, { count: number; readonly type: CodeType; readonly native: string }>();
  for (const piece of pieces) {
    if (typeof piece === 'string' || piece.kind === 'start') continue;
    const known = counts.get(piece.key);
    if (known) known.count += 1;
    else counts.set(piece.key, { count: 1, type: piece.type, native: nativeOf(piece) });
  }
  return counts;
}

/** Which codes there are, in whatever order; escapes and entities are text. */
function codeKeys(pieces: readonly CodedPiece[]): string {
  return merged(pieces).flatMap((piece) => (typeof piece === 'string' ? [] : [`${piece.kind} ${piece.key}`])).sort().join('\n');
}

/** Pieces with escapes and entities as the characters they stand for, and neighbouring texts joined. */
function merged(pieces: readonly CodedPiece[]): CodedPiece[] {
  const result: CodedPiece[] = [];
  for (const piece of pieces) {
    const plain = typeof piece === 'string' ? piece : piece.kind === 'place' && AS_TEXT.has(piece.type) ? shownText(piece) : piece;
    const last = result.at(-1);
    if (typeof plain === 'string' && typeof last === 'string') result[result.length - 1] = last + plain;
    else if (plain !== '') result.push(plain);
  }
  return result;
}

const AS_TEXT: ReadonlySet<CodeType> = new Set(['escape', 'entity', 'character']);

function shownText(place: CodePlace): string {
  return place.type === 'character' ? place.native : place.type === 'escape' ? place.native.slice(1) : place.shown === '' ? place.native : place.shown;
}

function sameShape(a: readonly CodedPiece[], b: readonly CodedPiece[]): boolean {
  return a.length === b.length && a.every((piece, at) => sameKind(piece, b[at]) && keyOf(piece) === keyOf(b[at] ?? ''));
}

function sameButWhiteSpace(a: readonly CodedPiece[], b: readonly CodedPiece[]): boolean {
  const folded = (piece: CodedPiece): string => (typeof piece === 'string' ? piece.replace(/\s+/g, ' ').trim() : piece.key);
  return a.length === b.length && a.every((piece, at) => sameKind(piece, b[at]) && folded(piece) === folded(b[at] ?? ''));
}

function sameKind(a: CodedPiece, b: CodedPiece | undefined): boolean {
  return b !== undefined && (typeof a === 'string' || typeof b === 'string' ? typeof a === typeof b : a.kind === b.kind);
}

function keyOf(piece: CodedPiece): string {
  return typeof piece === 'string' ? piece : piece.key;
}

function nativeOf(piece: CodedPiece): string {
  if (typeof piece === 'string') return piece;
  return piece.kind === 'start' ? piece.before : piece.kind === 'end' ? piece.after : piece.native;
}

function textOf(pieces: readonly CodedPiece[]): string {
  return pieces.filter((piece): piece is string => typeof piece === 'string').join('');
}

function refused(reason: Refusal, detail: string) {
  return { kind: 'refused', reason, detail } as const;
}
