import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { REJECTION_CATEGORIES, REVIEW_STATES, SEVERITY_WEIGHTS } from '../../model/review.ts';
import type { DeskExportRequest, SaveResult } from '../../model/desk.ts';
import type { Desk } from '../../project/desk.ts';
import type { DeskExchange } from '../../project/desk-exchange.ts';

export interface DeskAppOptions {
  readonly desk: Desk;
  readonly exchange: DeskExchange;
  /** Secret of this run: whoever knows it may read and write. */
  readonly token: string;
  /** Where the server listens. */
  readonly port: number;
  /** Names that it answers to, without the port. */
  readonly names: readonly string[];
  /** Whether it answers to any address as well, because it listens on all of this machine: an address, unlike a name, is nobody else's. */
  readonly anyAddress: boolean;
  /** A file of the desk's own: page, scripts, styles; undefined when there is none. */
  readonly asset: (path: string) => { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> } | undefined;
  /** The article as readers see it, as a whole document without scripts. */
  readonly preview: (locale: string, path: string, ordinal: string | undefined) => Promise<string | undefined>;
  /** A file of the content that a preview shows. */
  readonly published: (path: string) => { readonly type: string; readonly body: Uint8Array<ArrayBuffer> } | undefined;
}

const LONGEST_BODY = 2_000_000;
const LONGEST_IMPORT = 64 * 1024 * 1024;
/** Of a text that is being typed or looked for, in UTF-16 code units. */
const LONGEST_TEXT = 100_000;

/**
 * The review desk's server: answers only to its own address (no other site can reach it through a name of its own),
 * only with the secret of this run, and writes only what its own page sends.
 */
export function deskApp({ desk, exchange, token, port, names, anyAddress, asset, preview, published }: DeskAppOptions): Hono {
  const app = new Hono();
  // Cookies do not know ports: another desk on this machine has its own.
  const cookie = `interlinear-desk-${port}`;

  app.use('*', async (context, next) => {
    if (!isOwnHost(context.req.header('host'))) {
      context.res = context.text('This server does not answer to that name.', 421);
    } else await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
    if (!context.res.headers.has('Content-Security-Policy')) context.res.headers.set('Content-Security-Policy', DESK_POLICY);
  });

  app.use('*', async (context, next) => {
    const given = context.req.query('token');
    if (given !== undefined && context.req.method === 'GET' && isSecret(given, token)) {
      // The address bar and the history keep no secret.
      setCookie(context, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect('/');
    }
    const held = getCookie(context, cookie) ?? /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    if (held === undefined || !isSecret(held, token)) return context.text('Open the address that `interlinear review` has printed, with its token.', 401);
    return next();
  });

  app.use('/api/*', async (context, next) => {
    if (context.req.method === 'GET') return next();
    const origin = context.req.header('origin');
    const isOwn = origin === undefined ? context.req.header('sec-fetch-site') === undefined : origin.startsWith('http://') && isOwnHost(origin.slice('http://'.length));
    // A form of another site can send neither these types nor this origin.
    const type = context.req.path === '/api/import' ? 'application/octet-stream' : 'application/json';
    if (!isOwn || context.req.header('content-type')?.split(';')[0] !== type) return context.text('Only the desk itself may write.', 403);
    return next();
  });
  const limits = { page: limitBody(LONGEST_BODY, 'That is more than a desk sends at once.'), file: limitBody(LONGEST_IMPORT, 'A file of more than 64 MB is taken by `interlinear import`.') };
  app.use('/api/*', (context, next) => limits[context.req.path === '/api/import' ? 'file' : 'page'](context, next));

  // What went wrong here is for the terminal; the draft is in the browser.
  app.onError((error, context) => {
    console.error(error);
    return context.text('Something went wrong in the desk’s server; its terminal says what. Nothing that was typed is lost: try again.', 500);
  });

  app.get('/api/desk', (context) => context.json(desk.info()));
  app.get('/api/queue/:locale', (context) => context.json(desk.queue(context.req.param('locale'))));
  app.get('/api/article/:locale/*', async (context) => {
    const path = rest(context, 'article');
    await desk.ready(path, true);
    const pieces = desk.articlePieces(context.req.param('locale'), path);
    return pieces ? context.body(streamOf(pieces), 200, { 'Content-Type': 'application/json' }) : context.notFound();
  });
  app.get('/api/context/:locale/*', async (context) => {
    const place = [context.req.param('locale'), rest(context, 'context'), context.req.query('ordinal') ?? ''] as const;
    await desk.ready(place[1]);
    const known = desk.context(...place);
    return found(context, known && context.req.query('history') !== 'no' ? { ...known, history: await desk.history(...place) } : known);
  });
  app.get('/api/history/:locale/*', async (context) => {
    const path = rest(context, 'history');
    await desk.ready(path);
    return context.json(await desk.history(context.req.param('locale'), path, context.req.query('ordinal') ?? ''));
  });
  app.get('/api/concordance', (context) => {
    const { q = '', side, locale } = context.req.query();
    return context.json(desk.concordance({ words: q.slice(0, 500), side: side === 'target' ? 'target' : 'source', locale: locale === '' ? undefined : locale }));
  });
  app.post('/api/check', async (context) => {
    const request = await body(context, checkRequest);
    if (request) await desk.ready(request.path);
    return request ? found(context, desk.check(request)) : context.text(BAD_REQUEST, 400);
  });
  app.post('/api/save', async (context) => {
    const request = await body(context, saveRequest);
    if (!request) return context.text(BAD_REQUEST, 400);
    const results: SaveResult[] = [];
    for (const change of request.changes) {
      // Others are answered between two changes.
      if (results.length > 0) await nextTurn();
      await desk.ready(change.path);
      results.push(desk.save(change, request.by));
    }
    return context.json({ results });
  });
  app.post('/api/replace', async (context) => {
    const request = await body(context, replaceRequest);
    return request ? context.json(desk.replace(request)) : context.text(BAD_REQUEST, 400);
  });
  app.get('/api/export', (context) => {
    const { locale = '', format = '', only } = context.req.query();
    return exported(context, { locale, format, paths: context.req.queries('path') ?? [], only: only === '' ? undefined : only, perArticle: false });
  });
  app.post('/api/export', async (context) => {
    const request = await body(context, exportRequest);
    return request ? exported(context, request) : context.text(BAD_REQUEST, 400);
  });
  app.post('/api/import', async (context) => {
    const { name = '', locale = '', apply, trust } = context.req.query();
    const taking = exchange.import({ name, locale, apply: apply === 'yes', trustStates: trust === 'yes' });
    const decoder = new TextDecoder();
    for await (const chunk of context.req.raw.body ?? []) {
      taking.write(decoder.decode(chunk, { stream: true }));
      await nextTurn();
    }
    taking.write(decoder.decode());
    return context.json(await taking.end(() => nextTurn()));
  });
  app.get('/preview/:locale/*', async (context) => {
    const path = rest(context, 'preview');
    await desk.ready(path);
    const page = await preview(context.req.param('locale'), path, context.req.query('s'));
    if (page === undefined) return context.notFound();
    return context.html(page, 200, { 'Content-Security-Policy': PREVIEW_POLICY });
  });
  app.get('*', (context) => {
    const path = decodePath(context.req.path);
    const own = path === undefined ? undefined : asset(path);
    if (own) return context.body(own.body, 200, { 'Content-Type': own.type });
    const file = path === undefined ? undefined : published(path);
    return file === undefined ? context.notFound() : context.body(file.body, 200, { 'Content-Type': file.type, 'Content-Security-Policy': CONTENT_POLICY });
  });
  return app;

  function exported(context: Context, request: DeskExportRequest): Response {
    const file = exchange.export(request);
    if (!file) return context.text(BAD_REQUEST, 400);
    return context.body(streamOf(file.pieces), 200, { 'Content-Type': file.mediaType, 'Content-Disposition': `attachment; filename="${file.name}"`, 'Content-Security-Policy': CONTENT_POLICY });
  }

  /** @param host value of the header: a name, and a port unless it is that of HTTP */
  function isOwnHost(host: string | undefined): boolean {
    const [, name = '', written] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec((host ?? '').toLowerCase()) ?? [];
    if (name === '' || Number(written ?? 80) !== port) return false;
    const bare = name.replace(/^\[|\]$/g, '');
    return names.includes(bare) || (anyAddress && isIP(bare) !== 0);
  }
}

function limitBody(maxSize: number, words: string): ReturnType<typeof bodyLimit> {
  return bodyLimit({ maxSize, onError: (context) => context.text(words, 413) });
}

/** One piece after the other as they are taken; between two, others are answered. */
function streamOf(pieces: Iterable<string | Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      await nextTurn();
      const some: (string | Uint8Array)[] = [];
      for (let length = 0; length < 65_536;) {
        const { value, done } = iterator.next();
        if (done) {
          if (some.length > 0) controller.enqueue(bytesOf(some));
          controller.close();
          return;
        }
        some.push(value);
        length += value.length;
      }
      controller.enqueue(bytesOf(some));
    },
    cancel: () => void iterator.return?.(),
  });
}

function bytesOf(pieces: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece))));
}

const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'SAMEORIGIN',
  'Cache-Control': 'no-store',
};

const DESK_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Nothing of the content runs, loads from elsewhere, or leads the desk away. */
const PREVIEW_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";
/** A file of the content, opened by itself. */
const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; frame-ancestors 'self'; sandbox";

const BAD_REQUEST = 'The desk sent something that its server does not understand. Load the page again.';

const text = z.string().max(LONGEST_TEXT);
const token = z.object({ side: z.enum(['source', 'target']), token: z.int().nonnegative() });
const edit = z.discriminatedUnion('kind', [z.object({ kind: z.literal('raw'), text }), z.object({ kind: z.literal('pieces'), pieces: z.array(z.union([text, token])).max(10_000) })]);
const place = z.object({ locale: z.string(), path: z.string(), ordinal: z.string() });
const checkRequest = place.extend({ edit });
const saveRequest = z.object({
  by: z.string().max(200),
  changes: z.array(
    place.extend({
      source: z.string(),
      target: z.string(),
      edit: edit.optional(),
      state: z.enum(REVIEW_STATES).optional(),
      rejection: z.object({ category: z.enum(keysOf(REJECTION_CATEGORIES)), severity: z.enum(keysOf(SEVERITY_WEIGHTS)), note: text }).nullish(),
      comment: text.optional(),
    }).transform(({ edit: written, state, rejection, comment, ...rest }) => ({ ...rest, edit: written, state, rejection, comment })),
  ),
});
const exportRequest = z.object({ locale: z.string(), format: z.string(), only: z.string().optional(), paths: z.array(z.string()).max(200_000), perArticle: z.boolean() }).transform(({ only, ...others }) => ({ ...others, only }));
const replaceRequest = z.object({ locale: z.string(), find: z.string().min(1).max(500), replacement: z.string().max(5000), matchCase: z.boolean() });

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): [Key, ...Key[]] {
  return Object.keys(record) as [Key, ...Key[]];
}

async function body<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.infer<Schema> | undefined> {
  const value: unknown = await context.req.json().catch(() => undefined);
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

function found(context: Context, value: object | undefined): Response | Promise<Response> {
  return value === undefined ? context.notFound() : context.json(value);
}

/** What follows `/api/<name>/<locale>/`, decoded. Nothing is made of it but a look-up among known paths. */
function rest(context: Context, name: string): string {
  const path = context.req.path;
  const from = path.indexOf('/', path.indexOf(`/${name}/`) + name.length + 2) + 1;
  return decodePath(path.slice(from)) ?? '';
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function isSecret(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
