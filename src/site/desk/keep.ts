import type { Draft } from './pieces.ts';

/** A draft with the texts that it was made on, so that it is known when they have changed. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly source: string;
  readonly target: string;
}

const DRAFT = 'interlinear-draft';

/** What the browser keeps under a name; undefined when nothing, or when it keeps nothing. */
export function kept<Value>(name: string): Value | undefined {
  try {
    const text = localStorage.getItem(`interlinear-desk-${name}`);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/** @returns false when the browser refused */
export function keep(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(`interlinear-desk-${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @returns false when the browser refused, so that the draft lives only on this page */
export function keepDraft(place: DraftPlace, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(nameOf(place), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(place: DraftPlace): void {
  try {
    localStorage.removeItem(nameOf(place));
  } catch {
    // Nothing was kept either.
  }
}

export interface DraftPlace {
  readonly locale: string;
  readonly path: string;
  readonly ordinal: string;
}

/** Drafts of an article by ordinal. */
export function draftsOf(locale: string, path: string): Map<string, KeptDraft> {
  const start = nameOf({ locale, path, ordinal: '' });
  const drafts = new Map<string, KeptDraft>();
  try {
    for (let at = 0; at < localStorage.length; at++) {
      const name = localStorage.key(at);
      if (name?.startsWith(start)) drafts.set(name.slice(start.length), JSON.parse(localStorage.getItem(name) ?? '') as KeptDraft);
    }
  } catch {
    // A browser that keeps nothing has no drafts.
  }
  return drafts;
}

/** Articles of a locale that have drafts, by path, with their number. */
export function draftCounts(locale: string): Map<string, number> {
  const start = `${DRAFT}\n${locale}\n`;
  const counts = new Map<string, number>();
  try {
    for (let at = 0; at < localStorage.length; at++) {
      const [path] = localStorage.key(at)?.startsWith(start) ? (localStorage.key(at) ?? '').slice(start.length).split('\n') : [];
      if (path !== undefined) counts.set(path, (counts.get(path) ?? 0) + 1);
    }
  } catch {
    // See above.
  }
  return counts;
}

function nameOf({ locale, path, ordinal }: DraftPlace): string {
  return [DRAFT, locale, path, ordinal].join('\n');
}
