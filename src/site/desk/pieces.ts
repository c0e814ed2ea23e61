import type { DeskEdit, DeskRow, DeskSide } from '../../model/desk.ts';
import type { InlineToken } from '../../model/inline.ts';

/** An inline code as the desk handles it: one piece that is moved or taken out as a whole. */
export interface Chip {
  readonly side: 'source' | 'target';
  /** Index into the side's tokens. */
  readonly token: number;
  readonly kind: 'open' | 'close' | 'place';
  /** `strong`, `link`, `code`, `break`, or the name of an HTML element. */
  readonly type: string;
  /** As written in Markdown. */
  readonly native: string;
  /** What is shown for it. */
  readonly label: string;
}

/** Text as typed, or a code. */
export type Piece = string | Chip;

/** What is being written: in pieces, or as Markdown. */
export type Draft = { readonly kind: 'pieces'; readonly pieces: readonly Piece[] } | { readonly kind: 'raw'; readonly text: string };

/** A piece with its place in the side as written (UTF-16 code units). */
export interface Span {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
  /** Its characters are those written, one for one. */
  readonly exact: boolean;
  readonly strong: boolean;
  readonly emphasis: boolean;
}

/** A side cut into text and codes, in order and without gaps. A pair around nothing is one code, as in the exchange formats. */
export function spansOf({ raw, tokens }: DeskSide, side: Chip['side']): Span[] {
  const closed = new Set(tokens.flatMap((token) => (token.kind === 'close' ? [token.pair] : [])));
  const labels = pairLabels(tokens);
  const depth = { strong: 0, emphasis: 0 };
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    const next = tokens[at + 1];
    const isHollow = token.kind === 'open' && next?.kind === 'close' && next.pair === token.pair;
    const end = isHollow ? next.end : token.end;
    const native = raw.slice(token.start, end);
    const chip = (kind: Chip['kind'], type: string, label: string): Chip => ({ side, token: at, kind, type, native, label });
    const add = (piece: Piece, exact = false): void => {
      spans.push({ piece, start: token.start, end, exact, strong: depth.strong > 0, emphasis: depth.emphasis > 0 });
    };
    switch (token.kind) {
      case 'text': add(native, true); break;
      case 'escape': add(native.slice(1)); break;
      case 'entity': add(token.text === '' ? native : token.text); break;
      case 'break': add(chip('place', 'break', '⏎')); break;
      case 'code': add(chip('place', 'code', token.value)); break;
      case 'autolink': add(chip('place', 'autolink', token.value)); break;
      case 'html': add(chip('place', token.value, token.value === '!--' ? '<!-- -->' : `<${token.value}>`)); break;
      case 'open':
        if (!closed.has(token.pair)) add(native, true);
        else if (isHollow) {
          add(chip('place', token.name ?? token.of, labels.get(token.pair) ?? token.of));
          at += 1;
        } else {
          add(chip('open', token.name ?? token.of, labels.get(token.pair) ?? token.of));
          if (token.of === 'strong' || token.of === 'emphasis') depth[token.of] += 1;
        }
        break;
      case 'close':
        if (token.of === 'strong' || token.of === 'emphasis') depth[token.of] -= 1;
        add(chip('close', token.name ?? token.of, labels.get(token.pair) ?? token.of));
    }
  }
  return spans;
}

export function piecesOf(side: DeskSide, which: Chip['side']): Piece[] {
  return joined(spansOf(side, which).map(({ piece }) => piece));
}

/** Neighbouring texts as one, without empty ones. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else if (piece !== '') result.push(piece);
  }
  return result;
}

/** What the server is sent. */
export function editOf(draft: Draft): DeskEdit {
  if (draft.kind === 'raw') return draft;
  return { kind: 'pieces', pieces: draft.pieces.map((piece) => (typeof piece === 'string' ? piece : { side: piece.side, token: piece.token })) };
}

/** The Markdown of a draft, roughly: what was typed is not escaped. For showing, never for saving. */
export function draftText(draft: Draft): string {
  return draft.kind === 'raw' ? draft.text : draft.pieces.map((piece) => (typeof piece === 'string' ? piece : piece.native)).join('');
}

export function isSameDraft(a: Draft, b: Draft): boolean {
  if (a.kind === 'raw' || b.kind === 'raw') return a.kind === b.kind && draftText(a) === draftText(b);
  const [left, right] = [joined(a.pieces), joined(b.pieces)];
  return left.length === right.length && left.every((piece, at) => keyOf(piece) === keyOf(right[at] ?? ''));
}

/** The same pieces with the codes of another row, or of the row as it is now; undefined when it has not all of them. */
export function withCodesOf(pieces: readonly Piece[], row: Pick<DeskRow, 'source' | 'target'>): Piece[] | undefined {
  const own = chipsOf(piecesOf(row.target, 'target'));
  const known = [...own, ...chipsOf(piecesOf(row.source, 'source'))];
  const used = new Set<Chip>();
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      result.push(piece);
      continue;
    }
    const same = known.filter((chip) => keyOf(chip) === keyOf(piece));
    const chip = same.find((candidate) => !used.has(candidate)) ?? same[0];
    if (chip === undefined) return undefined;
    used.add(chip);
    result.push(chip);
  }
  return result;
}

/** Codes that the text should have and has not, in the order of the row: those of the stored target, then those that only the source has. */
export function missingChips(pieces: readonly Piece[], row: Pick<DeskRow, 'source' | 'target'>): Chip[] {
  const own = chipsOf(piecesOf(row.target, 'target'));
  const source = chipsOf(piecesOf(row.source, 'source')).filter(({ type }) => type !== 'break');
  const count = (chips: readonly Chip[], key: (chip: Chip) => string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const chip of chips) counts.set(key(chip), (counts.get(key(chip)) ?? 0) + 1);
    return counts;
  };
  // A link with the address of its own language stands for the source's.
  const ownTypes = count(own, typeOf);
  const onlySource = source.filter((chip) => {
    const left = ownTypes.get(typeOf(chip)) ?? 0;
    ownTypes.set(typeOf(chip), left - 1);
    return left <= 0;
  });
  const here = count(chipsOf(pieces), keyOf);
  return [...own, ...onlySource].filter((chip) => {
    const left = here.get(keyOf(chip)) ?? 0;
    here.set(keyOf(chip), left - 1);
    return left <= 0;
  });
}

/** Of a plain character count: how long the text of the pieces is. A code counts as one. */
export function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 1), 0);
}

/** The pieces between two offsets, where a code counts as one. */
export function slice(pieces: readonly Piece[], from: number, to = Infinity): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = typeof piece === 'string' ? piece.length : 1;
    if (typeof piece === 'string') result.push(piece.slice(Math.max(0, from - at), Math.max(0, to - at)));
    else if (at >= from && at < to) result.push(piece);
    at += length;
  }
  return joined(result);
}

function chipsOf(pieces: readonly Piece[]): Chip[] {
  return pieces.filter((piece): piece is Chip => typeof piece !== 'string');
}

/** Equal for codes that may stand for one another. */
function keyOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : `${piece.kind}\n${piece.type}\n${piece.native}`;
}

function typeOf({ kind, type }: Chip): string {
  return `${kind} ${type}`;
}

const SHORT: Readonly<Record<string, string>> = { strong: 'b', emphasis: 'i', strikethrough: 's', link: 'link', image: 'img' };

/** Pairs of one type are numbered when there are several. */
function pairLabels(tokens: readonly InlineToken[]): Map<number, string> {
  const opened = tokens.flatMap((token) => (token.kind === 'open' ? [{ pair: token.pair, type: SHORT[token.of] ?? token.name ?? token.of }] : []));
  const seen = new Map<string, number>();
  return new Map(opened.map(({ pair, type }) => {
    const number = (seen.get(type) ?? 0) + 1;
    seen.set(type, number);
    return [pair, opened.filter((other) => other.type === type).length > 1 ? `${type}${number}` : type];
  }));
}
