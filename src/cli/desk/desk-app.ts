import { timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { REJECTION_CATEGORIES, REVIEW_STATES, SEVERITY_WEIGHTS } from '../../model/review.ts';
import type { Desk } from '../../project/desk.ts';

export interface DeskAppOptions {
  readonly desk: Desk;
  /** Secret of this run: whoever knows it may read and write. */
  readonly token: string;
  /** Values of the Host header that are ours, e.g. `127.0.0.1:4322`. */
  readonly hosts: readonly string[];
  /** A file of the desk's own: page, scripts, styles; undefined when there is none. */
  readonly asset: (path: string) => { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> } | undefined;
  /** The article as readers see it, as a whole document without scripts. */
  readonly preview: (locale: string, path: string) => Promise<string | undefined>;
  /** A file of the content that a preview shows. */
  readonly published: (path: string) => { readonly type: string; readonly body: Uint8Array<ArrayBuffer> } | undefined;
}

const COOKIE = 'interlinear-desk';
const LONGEST_BODY = 2_000_000;

/**
 * The review desk's server: answers only to its own address (no other site can reach it through a name of its own),
 * only with the secret of this run, and writes only what its own page sends.
 */
export function deskApp({ desk, token, hosts, asset, preview, published }: DeskAppOptions): Hono {
  const app = new Hono();

  app.use('*', async (context, next) => {
    if (!hosts.includes((context.req.header('host') ?? '').toLowerCase())) return context.text('This server does not answer to that name.', 421);
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
    if (!context.res.headers.has('Content-Security-Policy')) context.res.headers.set('Content-Security-Policy', DESK_POLICY);
  });

  app.use('*', async (context, next) => {
    const given = context.req.query('token');
    if (given !== undefined && context.req.method === 'GET' && isSecret(given, token)) {
      // The address bar and the history keep no secret.
      setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect('/');
    }
    const held = getCookie(context, COOKIE) ?? /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    if (held === undefined || !isSecret(held, token)) return context.text('Open the address that `interlinear review` has printed, with its token.', 401);
    return next();
  });

  app.use('/api/*', async (context, next) => {
    if (context.req.method === 'GET') return next();
    const origin = context.req.header('origin');
    const isOwn = origin === undefined ? context.req.header('sec-fetch-site') === undefined : hosts.some((host) => origin === `http://${host}`);
    // A form of another site can send neither this type nor this origin.
    if (!isOwn || context.req.header('content-type')?.split(';')[0] !== 'application/json') return context.text('Only the desk itself may write.', 403);
    return next();
  });
  app.use('/api/*', bodyLimit({ maxSize: LONGEST_BODY, onError: (context) => context.text('That is more than a desk sends at once.', 413) }));

  app.get('/api/desk', (context) => context.json(desk.info()));
  app.get('/api/queue/:locale', (context) => context.json(desk.queue(context.req.param('locale'))));
  app.get('/api/article/:locale/*', (context) => found(context, desk.article(context.req.param('locale'), rest(context, 'article'))));
  app.get('/api/context/:locale/*', (context) => found(context, desk.context(context.req.param('locale'), rest(context, 'context'), context.req.query('ordinal') ?? '')));
  app.get('/api/concordance', (context) => {
    const { q = '', side, locale } = context.req.query();
    return context.json(desk.concordance({ words: q.slice(0, 500), side: side === 'target' ? 'target' : 'source', locale: locale === '' ? undefined : locale }));
  });
  app.post('/api/check', async (context) => {
    const request = await body(context, checkRequest);
    return request ? found(context, desk.check(request)) : context.text(BAD_REQUEST, 400);
  });
  app.post('/api/save', async (context) => {
    const request = await body(context, saveRequest);
    return request ? context.json({ results: request.changes.map((change) => desk.save(change, request.by)) }) : context.text(BAD_REQUEST, 400);
  });
  app.post('/api/replace', async (context) => {
    const request = await body(context, replaceRequest);
    return request ? context.json(desk.replace(request)) : context.text(BAD_REQUEST, 400);
  });
  app.get('/preview/:locale/*', async (context) => {
    const page = await preview(context.req.param('locale'), rest(context, 'preview'));
    if (page === undefined) return context.notFound();
    return context.html(page, 200, { 'Content-Security-Policy': PREVIEW_POLICY });
  });
  app.get('*', (context) => {
    const path = decodePath(context.req.path);
    const file = path === undefined ? undefined : (asset(path) ?? published(path));
    return file === undefined ? context.notFound() : context.body(file.body, 200, { 'Content-Type': file.type });
  });
  return app;
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

const BAD_REQUEST = 'The desk sent something that its server does not understand. Load the page again.';

const token = z.object({ side: z.enum(['source', 'target']), token: z.int().nonnegative() });
const edit = z.discriminatedUnion('kind', [z.object({ kind: z.literal('raw'), text: z.string() }), z.object({ kind: z.literal('pieces'), pieces: z.array(z.union([z.string(), token])) })]);
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
      rejection: z.object({ category: z.enum(keysOf(REJECTION_CATEGORIES)), severity: z.enum(keysOf(SEVERITY_WEIGHTS)), note: z.string() }).nullish(),
      comment: z.string().optional(),
    }).transform(({ edit: written, state, rejection, comment, ...rest }) => ({ ...rest, edit: written, state, rejection, comment })),
  ),
});
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
