import type { InlineText, InlineToken } from '../../model/inline.ts';

type PairEnd = Extract<InlineToken, { readonly kind: 'open' | 'close' }>;

/** Something with content in a side: a link, bold text, … */
export interface InlinePair {
  readonly open: PairEnd;
  readonly close: PairEnd;
  /** Tokens between the ends. */
  readonly content: readonly InlineToken[];
}

const NONE: readonly never[] = [];

/** The pairs of a side in the order of their opening; of one kind when it is named. */
export function inlinePairs({ tokens }: InlineText, of?: PairEnd['of']): readonly InlinePair[] {
  if (tokens.length < 2) return NONE;
  const pairs: InlinePair[] = [];
  const open: { readonly token: PairEnd; readonly index: number; readonly place: number }[] = [];
  tokens.forEach((token, index) => {
    if (token.kind === 'open') open.push({ token, index, place: of === undefined || token.of === of ? pairs.push({ open: token, close: token, content: NONE }) - 1 : -1 });
    if (token.kind !== 'close') return;
    const start = open.pop();
    if (start && start.place >= 0) pairs[start.place] = { open: start.token, close: token, content: tokens.slice(start.index + 1, index) };
  });
  return pairs;
}
