import { z } from 'zod';
import { REJECTION_CATEGORIES, REVIEW_STATES, SEVERITY_WEIGHTS, type SegmentReview } from '../model/review.ts';
import { compareText } from '../text/compare-text.ts';

/** Ending of the file that keeps the review of the article beside it. sidecarPath('vi-vn/a.md') // => 'vi-vn/a.md.review.jsonl' */
export const SIDECAR_ENDING = '.review.jsonl';

export interface Sidecar {
  /** By ordinal. */
  readonly reviews: ReadonlyMap<string, SegmentReview>;
  /** Lines (1-based) that could not be read; they are kept as they are. */
  readonly damaged: readonly { readonly line: number; readonly text: string; readonly reason: string }[];
}

const EMPTY: Sidecar = { reviews: new Map(), damaged: [] };

/** Reads a sidecar: one JSON object a line. Never throws; of two lines with one ordinal (a merge of two branches) the later word counts, and all comments stay. */
export function parseSidecar(text: string | undefined): Sidecar {
  if (text === undefined) return EMPTY;
  const reviews = new Map<string, SegmentReview>();
  const damaged: { line: number; text: string; reason: string }[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const read = readLine(line);
    if (typeof read === 'string') damaged.push({ line: index + 1, text: line, reason: read });
    else {
      const known = reviews.get(read.ordinal);
      reviews.set(read.ordinal, known ? joined(known, read) : read);
    }
  });
  return { reviews, damaged };
}

function joined(first: SegmentReview, second: SegmentReview): SegmentReview {
  const [older, newer] = (first.at ?? '') <= (second.at ?? '') ? [first, second] : [second, first];
  const known = new Set<string>();
  const comments = [...(older.comments ?? []), ...(newer.comments ?? [])].filter(({ text, by, at }) => {
    const key = JSON.stringify([text, by, at]);
    return !known.has(key) && known.add(key);
  });
  return comments.length === 0 ? newer : { ...newer, comments: comments.sort((a, b) => compareText(a.at ?? '', b.at ?? '')) };
}

/** The text of a sidecar: sorted by ordinal, one entry a line, damaged lines at the end as they were; empty when nothing was said. */
export function writeSidecar({ reviews, damaged }: Sidecar): string {
  const entries = [...reviews.values()].sort((a, b) => numberOf(a.ordinal) - numberOf(b.ordinal) || compareText(a.ordinal, b.ordinal));
  return [...entries.map((entry) => JSON.stringify(inOrder(entry))), ...damaged.map(({ text }) => text)].map((line) => `${line}\n`).join('');
}

const comment = z.object({ text: z.string(), by: z.string().optional(), at: z.string().optional() });

const review = z.object({
  ordinal: z.string().regex(/^p?\d+$/),
  source: z.string(),
  target: z.string(),
  state: z.enum(REVIEW_STATES),
  provenance: z.enum(['MT', 'HT', 'edited']).optional(),
  rejection: z.object({ category: z.enum(keysOf(REJECTION_CATEGORIES)), severity: z.enum(keysOf(SEVERITY_WEIGHTS)), note: z.string() }).optional(),
  comments: z.array(comment).optional(),
  by: z.string().optional(),
  at: z.string().optional(),
});

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): [Key, ...Key[]] {
  return Object.keys(record) as [Key, ...Key[]];
}

/** The entry, or why the line is none. */
function readLine(line: string): SegmentReview | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  const parsed = review.safeParse(value);
  if (!parsed.success) return `"${parsed.error.issues[0]?.path.join('.') ?? ''}" is missing or not allowed`;
  const { provenance, rejection, comments, by, at, ...rest } = parsed.data;
  return {
    ...rest,
    ...(provenance && { provenance }),
    ...(rejection && { rejection }),
    ...(comments && { comments: comments.map(({ text, by: who, at: when }) => ({ text, ...(who === undefined ? {} : { by: who }), ...(when === undefined ? {} : { at: when }) })) }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  };
}

function inOrder({ ordinal, state, provenance, rejection, by, at, source, target, comments }: SegmentReview): Record<string, unknown> {
  return { ordinal, state, provenance, rejection, by, at, source, target, comments };
}

function numberOf(ordinal: string): number {
  return Number(ordinal.replace(/^p/, ''));
}
