import type { PendingChange } from './outbox.ts';

/** The waiting changes as a file for `interlinear import`: JSON Lines, one a segment (exchange/read-jsonl.ts). */
export function outboxFile(changes: readonly PendingChange[]): string {
  return changes.map(({ locale, path, ordinal, source, before, after, state, provenance, rejection, comments, by }) => `${JSON.stringify({
    locale,
    path,
    unit: ordinal,
    state: rejection ? 'rejected' : state,
    provenance,
    source: source.raw,
    target: after?.raw ?? before.raw,
    sourceHash: source.hash,
    targetHash: before.hash,
    rejection,
    comments: comments.length > 0 ? comments : undefined,
    by: by === '' ? undefined : by,
  })}\n`).join('');
}
