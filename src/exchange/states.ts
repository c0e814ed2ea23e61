import type { ExchangeUnit } from '../model/exchange.ts';
import type { ReviewState } from '../model/review.ts';

type Stateful = Pick<ExchangeUnit, 'state' | 'provenance' | 'rejection'>;

/** `state` and `subState` of a `<segment>` (INTERCHANGE.md §5.4). */
export function xliff2State({ state, provenance, rejection }: Stateful): { readonly state: string; readonly subState?: string } {
  if (rejection) return { state: 'translated', subState: 'interlinear:rejected' };
  if (state === 'reviewed') return { state, subState: 'interlinear:accepted' };
  if (state !== 'translated') return { state };
  return provenance === 'MT' ? { state, subState: 'interlinear:mt' } : provenance === 'edited' ? { state, subState: 'interlinear:edited' } : { state };
}

/** What XLIFF 1.2 says with three attributes. */
export function xliff1State({ state, provenance, rejection }: Stateful): { readonly approved: 'yes' | 'no'; readonly state: string; readonly qualifier?: string } {
  if (rejection) return { approved: 'no', state: 'needs-translation' };
  switch (state) {
    case 'initial':
      return { approved: 'no', state: 'new' };
    case 'translated':
      return provenance === 'MT' ? { approved: 'no', state: 'needs-review-translation', qualifier: 'mt-suggestion' } : { approved: 'no', state: 'translated' };
    case 'reviewed':
      return { approved: 'yes', state: 'signed-off' };
    case 'final':
      return { approved: 'yes', state: 'final' };
  }
}

/** The state that a tool wrote into a `<segment>`; undefined for words that are not XLIFF's. */
export function fromXliff2(state: string | undefined): ReviewState | undefined {
  return state === 'initial' || state === 'translated' || state === 'reviewed' || state === 'final' ? state : undefined;
}

export function fromXliff1(state: string | undefined, approved: string | undefined): ReviewState | undefined {
  if (state === 'final') return 'final';
  if (state === 'signed-off' || approved === 'yes') return 'reviewed';
  if (state === 'new' || state === 'needs-translation') return 'initial';
  return state === undefined ? undefined : 'translated';
}
