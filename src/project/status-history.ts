import { z } from 'zod';
import type { ContentStatus, StatusCounts, StatusRecord } from '../model/status.ts';

/** Name of the history, in the working folder; to be committed or kept in a cache. */
export const HISTORY_FILE = 'interlinear-history.jsonl';

const count = z.int().min(0);
const counts = z.object({
  articles: count,
  translated: count,
  segments: count,
  words: count,
  machine: count,
  human: count,
  reviewed: count,
  stale: count,
  findings: z.object({ error: count, warning: count, info: count }),
});
const record = z.object({ date: z.iso.date(), commit: z.string().optional(), locales: z.record(z.string(), counts) });

/** Reads a history, oldest first. Lines that are damaged are left out and counted. */
export function parseHistory(text: string): { readonly records: readonly StatusRecord[]; readonly damaged: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const records = lines.flatMap((line) => parseLine(line) ?? []);
  return { records: records.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), damaged: lines.length - records.length };
}

/** The history with a record of today; another of the same day is replaced. Other lines stay as they are. */
export function recordStatus(text: string, { locales }: ContentStatus, date: string, commit: string | undefined): string {
  const kept = text.split('\n').filter((line) => line.trim() !== '' && parseLine(line)?.date !== date);
  const added = JSON.stringify({ date, ...(commit !== undefined && { commit }), locales: Object.fromEntries(locales.map((status) => [status.locale, countsOf(status)])) });
  return [...kept, added].map((line) => `${line}\n`).join('');
}

function parseLine(line: string): StatusRecord | undefined {
  try {
    return record.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function countsOf({ articles, translated, segments, words, machine, human, reviewed, stale, findings }: StatusCounts): StatusCounts {
  return { articles, translated, segments, words, machine, human, reviewed, stale, findings };
}
