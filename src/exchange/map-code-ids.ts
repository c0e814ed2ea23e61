import type { ReturnedPiece } from '../model/exchange.ts';
import type { CodedPiece, CodedUnit, CodeEnd, CodePlace, CodeStart } from './coded-side.ts';

type Code = CodeStart | CodeEnd | CodePlace;
type ReturnedCode = Exclude<ReturnedPiece, string>;

/**
 * Finds the code of ours that a returned code stands for: by its id, or, for a tool that numbers codes anew, by its
 * place in the source that came back with it (INTERCHANGE.md §3.4, I5).
 */
export function mapCodeIds(coded: CodedUnit, target: readonly ReturnedPiece[], source: readonly ReturnedPiece[] | undefined): (piece: ReturnedCode) => Code | undefined {
  const ours = new Map<string, Code>();
  for (const piece of [...coded.source, ...coded.target]) if (typeof piece !== 'string') ours.set(keyOf(piece.kind, String(piece.id)), piece);
  const known = (piece: ReturnedCode): Code | undefined => ours.get(keyOf(piece.kind, piece.id));
  if (target.every((piece) => typeof piece === 'string' || known(piece))) return known;
  const [mine, theirs] = [codes(coded.source), codes(source ?? [])];
  if (mine.length !== theirs.length) return known;
  const renamed = new Map<string, Code>();
  for (const [at, piece] of theirs.entries()) {
    const code = mine[at];
    if (code?.kind !== piece.kind) return known;
    renamed.set(keyOf(piece.kind, piece.id), code);
  }
  return (piece) => renamed.get(keyOf(piece.kind, piece.id));
}

function codes<Piece extends CodedPiece | ReturnedPiece>(pieces: readonly Piece[]): Exclude<Piece, string>[] {
  return pieces.filter((piece): piece is Exclude<Piece, string> => typeof piece !== 'string');
}

function keyOf(kind: Code['kind'], id: string): string {
  return `${kind} ${id}`;
}
