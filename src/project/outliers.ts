import type { InlineText } from '../model/inline.ts';

/** Inline markup that translations of one segment should have alike. */
const KINDS = {
  link: ({ tokens }: InlineText) => tokens.filter((token) => token.kind === 'open' && token.of === 'link').length,
  image: ({ tokens }: InlineText) => tokens.filter((token) => token.kind === 'open' && token.of === 'image').length,
  'bold text': ({ tokens }: InlineText) => tokens.filter((token) => token.kind === 'open' && token.of === 'strong').length,
  code: ({ tokens }: InlineText) => tokens.filter((token) => token.kind === 'code').length,
  number: ({ plain }: InlineText) => plain.match(/\p{Nd}+/gu)?.length ?? 0,
} as const;

/** Locales that must be there, and the share of them that must agree, before one is called an outlier. */
const FEWEST = 3;
const MAJORITY = 0.75;

/**
 * What most translations of a segment have and one has not, or the reverse; one sentence each.
 * @param own the translation looked at; `others`: those of the other locales
 */
export function outliers(own: InlineText, others: readonly InlineText[]): string[] {
  const all = others.length + 1;
  if (all < FEWEST) return [];
  return Object.entries(KINDS).flatMap(([name, count]) => {
    const mine = count(own);
    const theirs = others.map(count);
    const having = theirs.filter((number) => number > mine).length;
    const lacking = theirs.filter((number) => number < mine).length;
    if (having / all >= MAJORITY) return [`${having} of ${all} locales have ${mine === 0 ? `a ${name}` : `more of: ${name}`} here`];
    return lacking / all >= MAJORITY ? [`${lacking} of ${all} locales have ${theirs.every((number) => number === 0) ? `no ${name}` : `less of: ${name}`} here`] : [];
  });
}
