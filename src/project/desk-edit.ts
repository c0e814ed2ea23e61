import { codeUnit } from '../exchange/coded-side.ts';
import { rebuildTarget, type Rebuilt } from '../exchange/rebuild-target.ts';
import type { DeskEdit } from '../model/desk.ts';
import type { ExchangeUnit, ReturnedPiece } from '../model/exchange.ts';
import type { InlineText } from '../model/inline.ts';

/** What an edit of the desk makes of a stored target: the same rules as for a file that comes back. */
export function readEdit(source: InlineText, target: InlineText, edit: DeskEdit, inlineText: (raw: string) => InlineText): Rebuilt {
  const unit = { id: '', kind: 'segment', source, target, sourceHash: '', targetHash: '', state: 'translated', notes: [] } as const satisfies ExchangeUnit;
  const options = { inlineText, acceptSource: true };
  if (edit.kind === 'raw') return rebuildTarget(unit, { target: { kind: 'raw', text: edit.text }, source: undefined }, options);
  const coded = codeUnit(source, target);
  const pieces: ReturnedPiece[] = [];
  for (const piece of edit.pieces) {
    if (typeof piece === 'string') {
      pieces.push(piece);
      continue;
    }
    const code = coded[piece.side].find((candidate) => typeof candidate !== 'string' && candidate.token === piece.token);
    if (code === undefined || typeof code === 'string') return { kind: 'refused', reason: 'unknown-code', detail: String(piece.token) };
    pieces.push({ kind: code.kind, id: String(code.id) });
  }
  return rebuildTarget(unit, { target: { kind: 'coded', pieces }, source: undefined }, options);
}
