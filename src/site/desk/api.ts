import type { CheckRequest, CheckResponse, ConcordanceResponse, DeskArticle, DeskInfo, QueueItem, ReplaceRequest, ReplaceResponse, SaveRequest, SaveResponse, SegmentContextResponse } from '../../model/desk.ts';

/** The server did not answer as it should; `message` is for people. */
export class DeskError extends Error {}

/** Folder of the published desk's files, which answer as the server does; undefined where there is a server. */
const FILES = typeof document === 'undefined' ? undefined : document.getElementById('desk')?.dataset['files'];

/** Where the pages of articles stand below their locale. */
const slugs = new Map<string, string>();

export const api = {
  desk: () => get<DeskInfo>('desk'),
  queue: (locale: string) => get<readonly QueueItem[]>(`queue/${encodeURIComponent(locale)}`),
  article: async (locale: string, path: string) => {
    const article = await get<DeskArticle>(`article/${place(locale, path)}`);
    slugs.set(path, article.slug);
    return article;
  },
  context: (locale: string, path: string, ordinal: string) => get<SegmentContextResponse>(`context/${place(locale, path)}?ordinal=${encodeURIComponent(ordinal)}`),
  concordance: (words: string, side: 'source' | 'target', locale: string) => get<ConcordanceResponse>(`concordance?${new URLSearchParams({ q: words, side, locale }).toString()}`),
  check: (request: CheckRequest) => post<CheckResponse>('check', request),
  save: (request: SaveRequest) => post<SaveResponse>('save', request),
  replace: (request: ReplaceRequest) => post<ReplaceResponse>('replace', request),
};

/** The article as readers see it: from the server, or the published page. */
export function previewAddress(locale: string, path: string): string {
  return FILES === undefined ? `/preview/${place(locale, path)}` : `${FILES.replace(/review\/data\/$/, '')}${place(locale, slugs.get(path) ?? '')}`;
}

function place(locale: string, path: string): string {
  return [locale, ...path.split('/')].map(encodeURIComponent).join('/');
}

function get<Answer>(path: string): Promise<Answer> {
  return ask<Answer>(path, {});
}

function post<Answer>(path: string, body: object): Promise<Answer> {
  return ask<Answer>(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  if (FILES !== undefined && init.method !== undefined) throw new DeskError('Nothing can be saved on the published site.');
  let response: Response;
  try {
    response = await fetch(FILES === undefined ? `/api/${path}` : `${FILES}${path.replace(/\?.*$/, '')}.json`, init);
  } catch {
    throw new DeskError('The desk’s server does not answer. Is `interlinear review` still running? Drafts are kept in this browser.');
  }
  if (!response.ok) throw new DeskError(response.status === 404 ? 'The server does not know this article or segment any more.' : (await response.text()).slice(0, 300));
  return (await response.json()) as Answer;
}
