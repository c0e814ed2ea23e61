import { z } from 'zod';
import type { ReturnedUnit } from '../model/exchange.ts';
import { REJECTION_CATEGORIES, SEVERITY_WEIGHTS } from '../model/review.ts';
import { ExchangeError } from './exchange-error.ts';
import { lineReader } from './line-reader.ts';
import type { PieceReader } from './piece-reader.ts';
import { readState } from './unit-state.ts';

const line = z.object({
  locale: z.string().optional(),
  path: z.string(),
  unit: z.string(),
  state: z.string().optional(),
  source: z.string().optional(),
  target: z.string().optional(),
  sourceHash: z.string().optional(),
  targetHash: z.string().optional(),
  rejection: z.object({ category: z.enum(keysOf(REJECTION_CATEGORIES)), severity: z.enum(keysOf(SEVERITY_WEIGHTS)), note: z.string() }).optional(),
  comments: z.array(z.object({ text: z.string(), by: z.string().optional(), at: z.string().optional() })).optional(),
  by: z.string().optional(),
});

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): [Key, ...Key[]] {
  return Object.keys(record) as [Key, ...Key[]];
}

/** Reads JSON Lines piece by piece; `take` gets each unit. @throws {ExchangeError} from `write` and `close` for a line that is no unit */
export function jsonlReader(take: (unit: ReturnedUnit) => void): PieceReader {
  return lineReader((written, number) => {
    if (written.trim() === '') return;
    const { locale, path, unit, state, source, target, sourceHash, targetHash, rejection, comments, by } = parseLine(written, number);
    take({
      path,
      locale,
      id: unit,
      source: source === undefined ? undefined : { kind: 'raw', text: source },
      target: target === undefined || target === '' ? undefined : { kind: 'raw', text: target },
      sourceHash,
      targetHash,
      state: readState(state),
      ...((rejection ?? comments ?? by) !== undefined && {
        said: {
          ...(rejection && { rejection }),
          ...(comments && { comments: comments.map(({ text, by: who, at }) => ({ text, ...(who !== undefined && { by: who }), ...(at !== undefined && { at }) })) }),
          ...(by !== undefined && { by }),
        },
      }),
    });
  });
}

function parseLine(written: string, number: number): z.infer<typeof line> {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    throw new ExchangeError('A line is not JSON.', number);
  }
  const parsed = line.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ExchangeError(`"${issue?.path.join('.') ?? ''}" is missing or of the wrong kind.`, number);
}
