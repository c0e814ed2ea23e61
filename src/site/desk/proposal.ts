import { REJECTION_CATEGORIES, REVIEW_STATES, SEVERITY_WEIGHTS, type Rejection, type ReviewState } from '../../model/review.ts';
import type { PendingChange } from './outbox.ts';

/** A change of one segment as it travels in a link. */
export interface Proposal {
  /** Hashes of the texts that it was made on. */
  readonly source: string;
  readonly target: string;
  /** Markdown of the new target; undefined: the text stays. */
  readonly text: string | undefined;
  readonly state: ReviewState | undefined;
  readonly rejection: Rejection | undefined;
  readonly comment: string | undefined;
  readonly by: string | undefined;
}

const LONGEST = 100_000;

/** What `edit=` in the fragment of a link holds. */
export function writeProposal({ source, before, after, state, rejection, comments, by }: PendingChange): string {
  const proposal = { source: source.hash, target: before.hash, text: after?.raw, state, rejection, comment: comments.map(({ text }) => text).join('\n') || undefined, by: by || undefined };
  const bytes = [...new TextEncoder().encode(JSON.stringify(proposal))];
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads a proposal that anybody may have written; undefined when it is none. */
export function readProposal(written: string): Proposal | undefined {
  if (written.length > LONGEST) return undefined;
  let value: unknown;
  try {
    const bytes = Uint8Array.from(atob(written.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0));
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const known = new Map<string, unknown>(Object.entries(value));
  const string = (name: string): string | undefined => {
    const found = known.get(name);
    return typeof found === 'string' ? found : undefined;
  };
  const [source, target] = [string('source'), string('target')];
  if (source === undefined || target === undefined) return undefined;
  const state = REVIEW_STATES.find((name) => name === string('state'));
  return { source, target, text: string('text'), state, rejection: readRejection(known.get('rejection')), comment: string('comment'), by: string('by') };
}

function readRejection(value: unknown): Rejection | undefined {
  if (typeof value !== 'object' || value === null || !('category' in value) || !('severity' in value)) return undefined;
  const category = keysOf(REJECTION_CATEGORIES).find((name) => name === value.category);
  const severity = keysOf(SEVERITY_WEIGHTS).find((name) => name === value.severity);
  return category && severity && { category, severity, note: 'note' in value && typeof value.note === 'string' ? value.note : '' };
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(record) as Key[];
}
