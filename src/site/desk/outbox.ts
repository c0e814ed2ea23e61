import { clear, createStore, del, entries, set } from 'idb-keyval';
import type { DeskSide } from '../../model/desk.ts';
import type { Provenance, Rejection, ReviewComment, ReviewState } from '../../model/review.ts';
import type { DraftPlace } from './keep.ts';

/** What someone has changed and said of one segment on the published site, until it is sent to whoever can save it. */
export interface PendingChange extends DraftPlace {
  /** Of the article, relative to the content root. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Below the locale. */
  readonly slug: string;
  /** The published texts that it was made on. */
  readonly source: Pick<DeskSide, 'raw' | 'hash'>;
  readonly before: Pick<DeskSide, 'raw' | 'hash'>;
  /** Undefined: the text stays. */
  readonly after: DeskSide | undefined;
  readonly state: ReviewState;
  readonly provenance: Provenance | undefined;
  readonly rejection: Rejection | undefined;
  /** Only the new ones. */
  readonly comments: readonly ReviewComment[];
  readonly by: string;
}

/** The changes that wait in this browser; one a segment. */
export interface Outbox {
  /** False when the browser keeps nothing: they are lost with the page. */
  readonly isKept: boolean;
  get(place: DraftPlace): PendingChange | undefined;
  /** By locale, path and ordinal. */
  list(): readonly PendingChange[];
  put(change: PendingChange): Promise<void>;
  remove(place: DraftPlace): Promise<void>;
  clear(): Promise<void>;
  /** @returns a function that ends it */
  onChange(listen: () => void): () => void;
}

/** @param site tells the sites of one host apart: their address on it */
export async function openOutbox(site: string): Promise<Outbox> {
  const name = `interlinear-outbox ${site}`;
  const store = createStore(name, 'changes');
  const changes = new Map<string, PendingChange>();
  const listeners = new Set<() => void>();
  const others = new BroadcastChannel(name);
  let isKept = true;
  await load();
  others.addEventListener('message', () => void load().then(tell));
  return {
    get isKept() {
      return isKept;
    },
    get: (place) => changes.get(keyOf(place)),
    list: () => [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change),
    async put(change) {
      changes.set(keyOf(change), change);
      await kept(set(keyOf(change), change, store));
    },
    async remove(place) {
      changes.delete(keyOf(place));
      await kept(del(keyOf(place), store));
    },
    async clear() {
      changes.clear();
      await kept(clear(store));
    },
    onChange(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };

  async function load(): Promise<void> {
    try {
      const known = await entries<string, PendingChange>(store);
      changes.clear();
      for (const [key, change] of known) changes.set(key, change);
    } catch {
      isKept = false;
    }
  }

  async function kept(writing: Promise<void>): Promise<void> {
    try {
      await writing;
      others.postMessage('');
    } catch {
      isKept = false;
    }
    tell();
  }

  function tell(): void {
    for (const listen of listeners) listen();
  }
}

/** Ordinals sort as numbers. */
function keyOf({ locale, path, ordinal }: DraftPlace): string {
  return [locale, path, ordinal.replace(/\d+/, (digits) => digits.padStart(7, '0'))].join('\n');
}
