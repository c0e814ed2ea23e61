import type { CheckRequest, CheckResponse, ConcordanceResponse, DeskArticle, DeskExportRequest, DeskInfo, ImportResponse, QueueItem, ReplaceRequest, ReplaceResponse, SaveRequest, SaveResponse, SegmentContextResponse } from '../../model/desk.ts';
import type { DraftPlace, KeptDraft } from './keep.ts';
import type { Outbox } from './outbox.ts';
import { text } from './texts.ts';

/** The desk did not get what it needs; `message` is for people. */
export class DeskError extends Error {}

/** What stands behind the desk: its server, or the files of the published site and this browser. */
export interface DeskApi {
  desk(): Promise<DeskInfo>;
  queue(locale: string): Promise<readonly QueueItem[]>;
  article(locale: string, path: string): Promise<DeskArticle>;
  /** `isWide`: with what must be looked for in all articles, where that is not at hand anyway. */
  context(locale: string, path: string, ordinal: string, isWide: boolean): Promise<SegmentContextResponse>;
  /** `locale` empty: all. `onProgress`: how much has been loaded first, from 0 to 1. */
  concordance(words: string, side: 'source' | 'target', locale: string, onProgress: (share: number) => void): Promise<ConcordanceResponse>;
  check(request: CheckRequest): Promise<CheckResponse>;
  save(request: SaveRequest): Promise<SaveResponse>;
  replace(request: ReplaceRequest): Promise<ReplaceResponse>;
  /** Address of the article as readers see it; of a long one the server gives the part around the segment. */
  preview(locale: string, path: string, ordinal: string): string;
  /** Files for other tools, and back; undefined on the published site. */
  readonly exchange?: DeskExchangeApi;
  /** What waits in this browser; undefined where there is a server. */
  readonly outbox?: Outbox;
  /** Changes of an article that were made on other texts than there are now. */
  held?(locale: string, path: string): ReadonlyMap<string, KeptDraft>;
  /** A held change is given up. */
  release?(place: DraftPlace): Promise<void>;
}

export interface DeskExchangeApi {
  export(request: DeskExportRequest): Promise<{ readonly name: string; readonly content: Blob }>;
  import(file: File, request: { readonly locale: string; readonly apply: boolean; readonly trust: boolean }): Promise<ImportResponse>;
}

/** The desk's own server. */
const server: DeskApi = {
  desk: () => get('desk'),
  queue: (locale) => get(`queue/${encodeURIComponent(locale)}`),
  article: (locale, path) => get(`article/${addressOf(locale, path)}`),
  context: (locale, path, ordinal) => get(`context/${addressOf(locale, path)}?ordinal=${encodeURIComponent(ordinal)}`),
  concordance: (words, side, locale) => get(`concordance?${new URLSearchParams({ q: words, side, locale }).toString()}`),
  check: (request) => post('check', request),
  save: (request) => post('save', request),
  replace: (request) => post('replace', request),
  preview: (locale, path, ordinal) => `/preview/${addressOf(locale, path)}?s=${encodeURIComponent(ordinal)}`,
  exchange: {
    async export(request) {
      const response = await ask('export', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(request) });
      const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? request.locale;
      return { name, content: await response.blob() };
    },
    async import(file, { locale, apply, trust }) {
      const query = new URLSearchParams({ name: file.name, locale, apply: apply ? 'yes' : '', trust: trust ? 'yes' : '' });
      return read(await ask(`import?${query.toString()}`, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file }));
    },
  },
};

const JSON_TYPE = { 'Content-Type': 'application/json' };

export let api: DeskApi = server;

/** Puts something else than the server behind the desk. */
export function connect(other: DeskApi): void {
  api = other;
}

/** Locale and path as parts of an address. */
export function addressOf(locale: string, path: string): string {
  return [locale, ...path.split('/')].map(encodeURIComponent).join('/');
}

async function get<Answer>(path: string): Promise<Answer> {
  return read(await ask(path, {}));
}

async function post<Answer>(path: string, body: object): Promise<Answer> {
  return read(await ask(path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) }));
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/api/${path}`, init);
  } catch {
    throw new DeskError(text('server.gone'));
  }
  if (!response.ok) throw new DeskError(response.status === 404 ? text('server.unknown') : (await response.text()).slice(0, 300));
  return response;
}

async function read<Answer>(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}
