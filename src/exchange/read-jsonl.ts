import { z } from 'zod';
import type { ReturnedUnit } from '../model/exchange.ts';
import { ExchangeError } from './exchange-error.ts';
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
});

/** The units of JSON Lines. @throws {ExchangeError} for a line that is no unit */
export function* readJsonl(text: string): Generator<ReturnedUnit> {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [index, written] of lines.entries()) {
    if (written.trim() === '') continue;
    const { locale, path, unit, state, source, target, sourceHash, targetHash } = parseLine(written, index + 1);
    yield {
      path,
      locale,
      id: unit,
      source: source === undefined ? undefined : { kind: 'raw', text: source },
      target: target === undefined || target === '' ? undefined : { kind: 'raw', text: target },
      sourceHash,
      targetHash,
      state: readState(state),
    };
  }
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
