/** What was done since the desk was opened in this tab. */
export interface Session {
  readonly saved: number;
  readonly reviewed: number;
  readonly articles: readonly string[];
}

const NAME = 'interlinear-desk-session';
const NOTHING: Session = { saved: 0, reviewed: 0, articles: [] };
const listeners = new Set<(session: Session) => void>();
let session = read();

export function currentSession(): Session {
  return session;
}

/** @returns a function that ends it */
export function onSession(listen: (session: Session) => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

/** Counts a saved change. `article`: locale and path. */
export function countSaved(article: string, { edited, reviewed }: { readonly edited: boolean; readonly reviewed: boolean }): void {
  session = {
    saved: session.saved + (edited ? 1 : 0),
    reviewed: session.reviewed + (reviewed ? 1 : 0),
    articles: session.articles.includes(article) ? session.articles : [...session.articles, article],
  };
  try {
    sessionStorage.setItem(NAME, JSON.stringify(session));
  } catch {
    // Counted on this page only.
  }
  for (const listen of listeners) listen(session);
}

function read(): Session {
  try {
    return { ...NOTHING, ...(JSON.parse(sessionStorage.getItem(NAME) ?? '{}') as Partial<Session>) };
  } catch {
    return NOTHING;
  }
}
