import type { DeskEdit, DeskRow, SaveChange, SaveResult } from '../../model/desk.ts';
import { contentHash } from '../../text/content-hash.ts';
import { api, DeskError } from './api.ts';
import { keepJournal, MOST_STEPS, readJournal, type Version } from './journal.ts';
import { kept } from './keep.ts';
import { countSaved } from './session.ts';
import { text } from './texts.ts';

export interface Place {
  readonly locale: string;
  readonly path: string;
  readonly ordinal: string;
}

export interface Wish {
  readonly edit?: DeskEdit | undefined;
  readonly state?: SaveChange['state'];
  readonly rejection?: SaveChange['rejection'];
  readonly comment?: string | undefined;
}

/** Changes are sent one after the other, in the order in which they were made: each knows what the one before it left. */
let chain: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** Rows as the server last gave them. */
const known = new Map<string, DeskRow>();
const journal = readJournal();
const undoable = [...journal.undo];
const redoable = [...journal.redo];

export function unsaved(): number {
  return waiting;
}

/** Sends a change of a row that the person saw. */
export function save(place: Place, seen: DeskRow, wish: Wish): Promise<SaveResult> {
  return queued(async () => {
    const row = known.get(keyOf(place)) ?? seen;
    const result = await send({ ...place, source: row.source.hash, target: row.target.hash, edit: wish.edit, state: wish.state, rejection: wish.rejection, comment: wish.comment });
    if (result.kind === 'saved') {
      known.set(keyOf(place), result.row);
      const [before, after] = [versionOf(row), versionOf(result.row)];
      if (!isSame(before, after)) {
        undoable.push({ locale: place.locale, path: place.path, ordinal: place.ordinal, before, after });
        redoable.length = 0;
        keepBoth();
      }
      countSaved(`${place.locale}/${place.path}`, { edited: before.raw !== after.raw, reviewed: before.state !== after.state && (after.state === 'reviewed' || after.state === 'final') });
    }
    return result;
  });
}

/** Changes of other places, whose texts were seen as Markdown. Undone one by one, like any other. */
export function saveAll(changes: readonly (Place & { readonly source: string; readonly before: string; readonly after: string })[], onProgress: (done: number) => void): Promise<readonly SaveResult[]> {
  return queued(async () => {
    const results: SaveResult[] = [];
    for (let at = 0; at < changes.length; at += 20) {
      const part = changes.slice(at, at + 20);
      const answers = await sendAll(part.map(({ locale, path, ordinal, source, before, after }) => ({ locale, path, ordinal, source, target: contentHash(before), edit: { kind: 'raw', text: after }, state: undefined, rejection: undefined, comment: undefined })));
      answers.forEach((result, index) => {
        const change = part[index];
        if (result.kind !== 'saved' || !change) return;
        const { locale, path, ordinal, before } = change;
        known.set(keyOf(change), result.row);
        undoable.push({ locale, path, ordinal, before: { raw: before, source: change.source, state: 'translated', rejection: undefined }, after: versionOf(result.row) });
        countSaved(`${locale}/${path}`, { edited: true, reviewed: false });
      });
      results.push(...answers);
      onProgress(results.length);
    }
    redoable.length = 0;
    keepBoth();
    return results;
  });
}

/** The row as the person sees it now is the newest: e.g. the article was loaded again, or a conflict was looked at. */
export function sees(place: Omit<Place, 'ordinal'>, rows: readonly DeskRow[]): void {
  for (const row of rows) known.delete(keyOf({ ...place, ordinal: row.ordinal }));
}

/**
 * Saves the text before the last change back, or the one after it, unless the segment says something else by now. Undefined
 * when there is nothing to do. What is on its way when it is called is a change as well.
 */
export function goBack(direction: 'undo' | 'redo'): Promise<{ readonly place: Place; readonly result: SaveResult } | undefined> {
  return queued(async () => {
    const [from, to] = direction === 'undo' ? [undoable, redoable] : [redoable, undoable];
    const entry = from.pop();
    if (!entry) return undefined;
    const [now, then] = direction === 'undo' ? [entry.after, entry.before] : [entry.before, entry.after];
    const { locale, path, ordinal } = entry;
    const result = await send({ locale, path, ordinal, source: now.source, target: contentHash(now.raw), edit: now.raw === then.raw ? undefined : { kind: 'raw', text: then.raw }, state: then.state, rejection: then.rejection ?? null, comment: undefined });
    if (result.kind === 'saved') {
      known.set(keyOf(entry), result.row);
      to.push(entry);
    } else if (result.kind === 'failed' || result.kind === 'refused') from.push(entry);
    keepBoth();
    return { place: { locale, path, ordinal }, result };
  });
}

/** What can be taken back outlives a reload of the page. */
function keepBoth(): void {
  undoable.splice(0, undoable.length - MOST_STEPS);
  keepJournal({ undo: undoable, redo: redoable });
}

function queued<Value>(work: () => Promise<Value>): Promise<Value> {
  waiting += 1;
  const done = chain.then(work).finally(() => { waiting -= 1; });
  chain = done.catch(() => {});
  return done;
}

async function send(change: SaveChange): Promise<SaveResult> {
  const [result] = await sendAll([change]);
  return result ?? { kind: 'failed', message: text('server.silent') };
}

async function sendAll(changes: readonly SaveChange[]): Promise<readonly SaveResult[]> {
  try {
    return (await api.save({ by: kept<string>('name') ?? '', changes })).results;
  } catch (error) {
    const message = error instanceof DeskError ? error.message : String(error);
    return changes.map(() => ({ kind: 'failed', message }));
  }
}

function versionOf(row: DeskRow): Version {
  return { raw: row.target.raw, source: row.source.hash, state: row.state, rejection: row.rejection };
}

function isSame(a: Version, b: Version): boolean {
  return a.raw === b.raw && a.state === b.state && JSON.stringify(a.rejection) === JSON.stringify(b.rejection);
}

function keyOf({ locale, path, ordinal }: Place): string {
  return [locale, path, ordinal].join('\n');
}
