import type { ExchangeUnit } from '../model/exchange.ts';
import { REVIEW_STATES, type ReviewState } from '../model/review.ts';

/** State and rejection of a unit in one word, for formats that have one column for it. */
export function unitState({ state, rejection }: Pick<ExchangeUnit, 'state' | 'rejection'>): string {
  return rejection ? 'rejected' : state;
}

/** readState('reviewed') // => 'reviewed'; readState('rejected') // => 'translated' */
export function readState(word: string | undefined): ReviewState | undefined {
  return word === 'rejected' ? 'translated' : REVIEW_STATES.find((state) => state === word);
}
