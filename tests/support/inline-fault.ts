import type { InlineText, InlineToken } from '../../src/model/inline.ts';

/** Why the tokens of a text are no lossless, nested reading of it; undefined when they are. */
export function inlineFault({ raw, tokens, runs }: InlineText): string | undefined {
  let at = 0;
  const open: InlineToken[] = [];
  for (const token of tokens) {
    if (token.start !== at || token.end < token.start) return `a gap at ${at}`;
    if (token.end === token.start) return `an empty token at ${at}`;
    at = token.end;
    if (token.kind === 'open') open.push(token);
    if (token.kind === 'close') {
      const opened = open.pop();
      if (opened?.kind !== 'open' || opened.pair !== token.pair || opened.of !== token.of) return `pairs cross at ${at}`;
    }
    if (token.kind === 'text' && token.text !== raw.slice(token.start, token.end)) return `another text at ${token.start}`;
  }
  if (at !== raw.length) return `ends at ${at}`;
  if (open.length > 0) return 'a pair is not closed';
  if (runs.some(({ text, offsets }) => offsets.length !== text.length + 1 || offsets.some((offset, index) => offset < (offsets[index - 1] ?? 0)))) return 'offsets';
  return undefined;
}
