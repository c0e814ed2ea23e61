import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { unzipSync } from 'fflate';
import type { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { deskApp } from '../../src/cli/desk/desk-app.ts';
import { openDesk } from '../../src/cli/desk/open-desk.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { DeskArticle, ImportResponse, SaveChange, SaveResponse } from '../../src/model/desk.ts';
import { openContent } from '../../src/project/open-content.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { openBrowser } from '../support/browser.ts';

const TOKEN = 'a-secret-of-this-run';
const PORT = 4322;
const OWN = `127.0.0.1:${PORT}`;

/** What would run, load or lead away if content were trusted. Each calls home through a global. */
const PAYLOADS = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  '<svg onload="window.pwned=1"></svg>',
  '<a href="javascript:window.pwned=1" autofocus onfocus="window.pwned=1">x</a>',
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '<style>@import url(https://evil.example/x.css);</style>',
  '<meta http-equiv="refresh" content="0;url=javascript:window.pwned=1">',
  '<form action="https://evil.example"><button formaction="javascript:window.pwned=1">x</button></form>',
  '</title></style></textarea><script>window.pwned=1</script>',
  '{{constructor.constructor("window.pwned=1")()}}',
  '"><script>window.pwned=1</script>',
];

const pair = (target: string, source: string, ordinal: number): string =>
  `<span data-ttu-id="3a85d-${ordinal}">${target}</span><span class="sxs-lookup"><span data-stu-id="3a85d-${ordinal}">${source}</span></span>`;

const CONTENT: Readonly<Record<string, string>> = {
  'de-de/mail.md': `---\ntitle: Mail\n---\n# ${pair('E-Mail', 'Mail', 102)}\n\n${pair('Text.', 'Words.', 103)} ${pair('Mehr.', 'More.', 104)}\n`,
  'de-de/evil.md': `---\ntitle: '${PAYLOADS[0]}'\n---\n# ${pair(PAYLOADS[8] ?? '', 'Evil', 102)}\n\n${PAYLOADS.map((payload, at) => pair(payload, payload, 103 + at)).join('\n\n')}\n\n${PAYLOADS.join('\n\n')}\n\n[x](javascript:window.pwned=1)\n`,
  'de-de/secret.txt': 'not linked',
};

function open(root = temporaryFolder(CONTENT), more: { readonly names?: readonly string[]; readonly anyAddress?: boolean; readonly port?: number } = {}): { readonly app: Hono; readonly root: string } {
  const host = createNodeHost();
  const map = openContent(host, { root, configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  const opened = openDesk(host, map, { views: undefined, baseline: [] });
  while (opened.work());
  return { app: deskApp({ ...opened, token: TOKEN, port: PORT, names: ['127.0.0.1', 'localhost', '::1'], anyAddress: false, ...more }), root };
}

/** A desk that listens. */
async function listen(): Promise<{ readonly origin: string; readonly port: number; close(): void }> {
  let app: Hono | undefined;
  const server = serve({ fetch: (request) => app?.fetch(request) ?? new Response(), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  ({ app } = open(undefined, { port }));
  return { origin: `http://127.0.0.1:${port}`, port, close: () => void server.close() };
}

const headers = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({ host: OWN, authorization: `Bearer ${TOKEN}`, ...more });

async function ask(app: Hono, path: string, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  return app.request(`http://${OWN}${path}`, { headers: headers(more) });
}

async function post(app: Hono, path: string, sent: unknown, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  return app.request(`http://${OWN}${path}`, { method: 'POST', headers: headers({ 'content-type': 'application/json', origin: `http://${OWN}`, ...more }), body: typeof sent === 'string' ? sent : JSON.stringify(sent) });
}

async function changeOf(app: Hono, ordinal: string, more: Partial<SaveChange>, path = 'mail.md'): Promise<SaveChange> {
  const article = (await (await ask(app, `/api/article/de-de/${path}`)).json()) as DeskArticle;
  const row = article.rows.find((each) => each.ordinal === ordinal);
  return { locale: 'de-de', path, ordinal, source: row?.source.hash ?? '', target: row?.target.hash ?? '', edit: undefined, state: undefined, rejection: undefined, comment: undefined, ...more };
}

describe('who is answered', () => {
  test.each([
    ['no token', {}],
    ['a wrong one', { authorization: 'Bearer wrong' }],
    ['one of another length', { authorization: `Bearer ${TOKEN}x` }],
    ['a wrong cookie', { cookie: `interlinear-desk-${PORT}=wrong` }],
    ['the cookie of another desk', { cookie: `interlinear-desk-1=${TOKEN}` }],
  ])('%s: nobody', async (_, given) => {
    const { app } = open();
    for (const path of ['/', '/api/desk', '/api/article/de-de/mail.md', '/preview/de-de/mail.md', '/src/model/desk.ts', '/?token=wrong']) {
      const answer = await app.request(`http://${OWN}${path}`, { headers: { host: OWN, ...given } });
      expect(answer.status, path).toBe(401);
      expect(await answer.text()).not.toContain(TOKEN);
    }
  });

  test('the printed address gives a cookie that scripts and other sites do not get, and leaves the address bar', async () => {
    const { app } = open();
    const answer = await app.request(`http://${OWN}/?token=${TOKEN}`, { headers: { host: OWN } });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/']);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect((await app.request(`http://${OWN}/api/desk`, { headers: { host: OWN, cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
  });

  test.each(['evil.example', 'evil.example:4322', '127.0.0.1', '127.0.0.1:80', '127.0.0.1.evil.example:4322', '', '192.168.1.5:4322', '[::2]:4322', 'localhost:4322:4322'])('the name %s is not ours', async (host) => {
    const { app } = open();
    expect((await ask(app, '/api/desk', { host })).status).toBe(421);
    expect((await ask(app, `/?token=${TOKEN}`, { host })).headers.get('set-cookie')).toBeNull();
  });

  test.each(['127.0.0.1:4322', 'localhost:4322', 'LOCALHOST:4322', '[::1]:4322'])('the name %s is ours', async (host) => {
    expect((await ask(open().app, '/api/desk', { host })).status).toBe(200);
  });

  test('a desk for all of the machine answers to addresses, and to no name that it does not know', async () => {
    const { app } = open(undefined, { anyAddress: true });
    expect((await ask(app, '/api/desk', { host: '192.168.1.5:4322' })).status).toBe(200);
    expect((await ask(app, '/api/desk', { host: 'evil.example:4322' })).status).toBe(421);
  });
});

describe('who may write', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:3000' }],
    ['the same name over another protocol', { origin: `https://${OWN}` }],
    ['a page without an origin', { origin: 'null' }],
    ['a form', { 'content-type': 'text/plain' }],
    ['a form with a file', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a form as usual', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('%s may not', async (_, more) => {
    const { app, root } = open();
    const change = await changeOf(app, '103', { edit: { kind: 'raw', text: 'Fremd.' } });
    const answer = await post(app, '/api/save', { by: '', changes: [change] }, more);
    expect(answer.status).toBe(403);
    expect(readFileSync(join(root, 'de-de/mail.md'), 'utf8')).toBe(CONTENT['de-de/mail.md']);
  });

  test('nor a browser that says that it comes from elsewhere, or sends no origin', async () => {
    const { app } = open();
    const answer = await app.request(`http://${OWN}/api/save`, { method: 'POST', headers: headers({ 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }), body: '{}' });
    expect(answer.status).toBe(403);
  });

  test('the desk may', async () => {
    const { app, root } = open();
    const change = await changeOf(app, '103', { edit: { kind: 'raw', text: 'Neu.' } });
    const answer = (await (await post(app, '/api/save', { by: 'Ada', changes: [change] })).json()) as SaveResponse;
    expect(answer.results).toMatchObject([{ kind: 'saved' }]);
    expect(readFileSync(join(root, 'de-de/mail.md'), 'utf8')).toBe(CONTENT['de-de/mail.md']?.replace('>Text.<', '>Neu.<'));
  });

  test.each([
    ['no JSON', '{'],
    ['something else', '[]'],
    ['deep nesting', '['.repeat(100_000)],
    ['a path that is no text', JSON.stringify({ by: '', changes: [{ locale: 'de-de', path: ['mail.md'] }] })],
    ['an endless text', JSON.stringify({ by: '', changes: [{ locale: 'de-de', path: 'mail.md', ordinal: '103', source: '', target: '', edit: { kind: 'raw', text: 'x'.repeat(200_000) } }] })],
  ])('%s is refused in words', async (_, sent) => {
    expect((await post(open().app, '/api/save', sent)).status).toBe(400);
  });

  test('more than a desk sends at once is refused', async () => {
    expect((await post(open().app, '/api/save', JSON.stringify({ by: 'x'.repeat(3_000_000) }))).status).toBe(413);
  });

  test('nothing else is written through than POST', async () => {
    const { app } = open();
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) expect((await app.request(`http://${OWN}/api/save`, { method, headers: headers({ 'content-type': 'application/json', origin: `http://${OWN}` }) })).status).toBe(404);
  });
});

const OUTSIDE = ['../package.json', '..%2fpackage.json', '%2e%2e/%2e%2e/package.json', '..%5cpackage.json', '%00', 'mail.md%00.txt', '/etc/passwd', '%2fetc%2fpasswd', 'C:%5cx', 'secret.txt', '%', 'x'.repeat(5000), 'constructor', '__proto__'];

describe('what is read', () => {
  test.each(OUTSIDE)('%s is no article', async (path) => {
    const { app } = open();
    for (const start of ['/api/article/de-de/', '/preview/de-de/', '/api/context/de-de/', '/api/article/../']) {
      const answer = await ask(app, start + path);
      expect(answer.status, start).toBe(404);
      expect(await answer.text()).not.toMatch(/root:|not linked|"dependencies"/);
    }
    const change = await changeOf(app, '103', {});
    expect(await (await post(app, '/api/save', { by: '', changes: [{ ...change, path: decodePath(path) }, { ...change, locale: decodePath(path) }] })).json()).toMatchObject({ results: [{ kind: 'gone' }, { kind: 'gone' }] });
  });

  test.each(['/package.json', '/src/cli/main.ts', '/src/host/node-host.ts', '/src/project/desk.ts', '/src/model/../cli/main.ts', '/src/model/%2e%2e/cli/main.ts', '/src/site/desk/../../cli/main.ts', '/src/site/desk/..%2f..%2fcli%2fmain.ts', '/styles/../../package.json', '/styles/..%2fx.css', '/desk/../x.css', '//etc/passwd', '/packages/../package.json', '/packages/constructor', '/assets/secret.txt', '/de-de/secret.txt', '/src/model/none.ts', '/styles/none.css', '/%00', '/src/model/desk.ts%00'])('%s is no file of the desk', async (path) => {
    const answer = await ask(open().app, path);
    expect(answer.status).toBe(404);
  });

  test.each([['/src/model/desk.ts', /javascript/], ['/styles/index.css', /css/], ['/packages/htm-preact.js', /javascript/], ['/', /html/]])('%s is', async (path, type) => {
    const answer = await ask(open().app, path);
    expect([answer.status, type.test(answer.headers.get('content-type') ?? '')]).toEqual([200, true]);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a link that leads out of the content is neither read nor written through', async () => {
    const elsewhere = temporaryFolder({ 'victim.jsonl': 'precious\n', 'victim.md': CONTENT['de-de/mail.md'] ?? '' });
    const { app, root } = open();
    symlinkSync(join(elsewhere, 'victim.jsonl'), join(root, 'de-de/mail.md.review.jsonl'));
    const change = await changeOf(app, '103', { state: 'final' });
    expect(await (await post(app, '/api/save', { by: '', changes: [change] })).json()).toMatchObject({ results: [{ kind: 'failed' }] });
    expect(readFileSync(join(elsewhere, 'victim.jsonl'), 'utf8')).toBe('precious\n');
  });
});

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

test('damaged or strange review files are never written over', async () => {
  const { app, root } = open();
  const sidecar = join(root, 'de-de/mail.md.review.jsonl');
  const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x0a]);
  writeFileSync(sidecar, bytes);
  const change = await changeOf(app, '103', { edit: { kind: 'raw', text: 'Neu.' } });
  expect(await (await post(app, '/api/save', { by: '', changes: [change] })).json()).toMatchObject({ results: [{ kind: 'failed', message: expect.stringContaining('not UTF-8') as string }] });
  expect(readFileSync(sidecar).equals(bytes)).toBe(true);
  expect(readFileSync(join(root, 'de-de/mail.md'), 'utf8')).toBe(CONTENT['de-de/mail.md']);
});

describe('exchange', () => {
  test.each(['xliff-2.1', 'xliff-1.2', 'tmx', 'csv', 'jsonl', 'po', 'html'])('%s leaves as a file and comes back unchanged', async (format) => {
    const { app } = open();
    const answer = await ask(app, `/api/export?locale=de-de&format=${format}&path=mail.md`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
    const back = (await (await post(app, `/api/import?name=${name}&locale=de-de`, await answer.text(), { 'content-type': 'application/octet-stream' })).json()) as ImportResponse;
    expect(back).toMatchObject({ applied: false, changed: [], counts: { changed: 0, refused: 0, conflict: 0 } });
    expect(back).not.toHaveProperty('problem');
    expect(back.counts.unchanged).toBeGreaterThanOrEqual(3);
  });

  test('many articles are asked for in a body, and each may have a file of its own in an archive of equal bytes', async () => {
    const { app } = open();
    const wanted = { locale: 'de-de', format: 'csv', paths: ['mail.md', ...Array.from({ length: 20_000 }, (_, at) => `gone/${at}.md`)], perArticle: false };
    expect(await (await post(app, '/api/export', wanted)).text()).toContain('E-Mail');
    const archive = async () => new Uint8Array(await (await post(app, '/api/export', { ...wanted, paths: [], perArticle: true })).arrayBuffer());
    const first = await archive();
    expect(Object.keys(unzipSync(first))).toEqual(['evil.md.csv', 'mail.md.csv']);
    expect(await archive()).toEqual(first);
    expect((await post(app, '/api/export', { ...wanted, format: 'exe' })).status).toBe(400);
    expect((await post(app, '/api/export', wanted, { origin: 'https://evil.example' })).status).toBe(403);
  });

  test('rejections, comments and names come back from the outbox of a published desk, once', async () => {
    const { app, root } = open();
    const line = { locale: 'de-de', path: 'mail.md', unit: '103', state: 'rejected', target: 'Text.', rejection: { category: 'style', severity: 'minor', note: 'steif' }, comments: [{ text: 'Bitte lockerer', by: 'Ada' }], by: 'Ada' };
    const send = async () => (await (await post(app, '/api/import?name=a.jsonl&locale=de-de&apply=yes', JSON.stringify(line), { 'content-type': 'application/octet-stream' })).json()) as ImportResponse;
    expect(await send()).toMatchObject({ counts: { changed: 0, unchanged: 1 }, reviewed: 1, changed: [] });
    const sidecar = readFileSync(join(root, 'de-de/mail.md.review.jsonl'), 'utf8');
    expect(JSON.parse(sidecar)).toMatchObject({ ordinal: '103', state: 'translated', rejection: line.rejection, comments: [{ text: 'Bitte lockerer', by: 'Ada' }], by: 'Ada' });
    expect(await send()).toMatchObject({ reviewed: 0 });
    expect(readFileSync(join(root, 'de-de/mail.md.review.jsonl'), 'utf8')).toBe(sidecar);
    expect(readFileSync(join(root, 'de-de/mail.md'), 'utf8')).toBe(CONTENT['de-de/mail.md']);
  });

  test('what comes back is shown first, and written when that is asked for', async () => {
    const { app, root } = open();
    const text = (await (await ask(app, '/api/export?locale=de-de&format=jsonl&path=mail.md')).text()).replace('"Text."', '"Worte."');
    const send = async (apply: string) => (await (await post(app, `/api/import?name=a.jsonl&locale=de-de${apply}`, text, { 'content-type': 'application/octet-stream' })).json()) as ImportResponse;
    expect(await send('')).toMatchObject({ applied: false, changed: ['de-de/mail.md'], outcomes: [{ locale: 'de-de', path: 'mail.md', id: '103', kind: 'changed', before: 'Text.', after: 'Worte.' }] });
    expect(readFileSync(join(root, 'de-de/mail.md'), 'utf8')).toBe(CONTENT['de-de/mail.md']);
    expect(await send('&apply=yes')).toMatchObject({ applied: true, changed: ['de-de/mail.md'] });
    expect(readFileSync(join(root, 'de-de/mail.md'), 'utf8')).toBe(CONTENT['de-de/mail.md']?.replace('>Text.<', '>Worte.<'));
    writeFileSync(join(root, 'de-de/mail.md'), CONTENT['de-de/mail.md']?.replace('>Text.<', '>Anders.<') ?? '');
    expect(await send('&apply=yes')).toMatchObject({ counts: { conflict: 1, changed: 0 }, changed: [] });
    expect(readFileSync(join(root, 'de-de/mail.md'), 'utf8')).toContain('>Anders.<');
  });

  test.each([
    ['an ending that is no format', 'a.exe', 'x'],
    ['not well-formed', 'a.xlf', '<xliff'],
    ['entities', 'a.xlf', '<!DOCTYPE x [<!ENTITY a "b">]><xliff version="2.1"/>'],
    ['no unit', 'a.jsonl', ''],
    ['broken half-way', 'a.jsonl', '{"locale":"de-de","path":"mail.md","id":"103","target":"Weg."}\n{'],
  ])('%s: a problem, and nothing is taken', async (_, name, text) => {
    const { app, root } = open();
    const answer = (await (await post(app, `/api/import?name=${name}&locale=de-de&apply=yes`, text, { 'content-type': 'application/octet-stream' })).json()) as ImportResponse;
    expect(answer.problem?.reason).toBeTruthy();
    expect(readFileSync(join(root, 'de-de/mail.md'), 'utf8')).toBe(CONTENT['de-de/mail.md']);
  });

  test.each(['locale=de-de&format=none', 'locale=none&format=csv', 'locale=en-us&format=csv', 'locale=de-de&format=csv&only=none', ''])('export?%s is refused', async (query) => {
    expect((await ask(open().app, `/api/export?${query}`)).status).toBe(400);
  });

  test('a form of another site cannot import', async () => {
    expect((await post(open().app, '/api/import?name=a.jsonl&apply=yes', 'x', { 'content-type': 'text/plain' })).status).toBe(403);
  });
});

describe('hostile content', () => {
  test('is data in JSON', async () => {
    const { app } = open();
    for (const path of ['/api/article/de-de/evil.md', '/api/queue/de-de', '/api/desk', '/api/context/de-de/evil.md?ordinal=104', '/api/concordance?q=script&side=source&locale=']) {
      const answer = await ask(app, path);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([200, 'application/json', 'nosniff']);
    }
  });

  test('is data in edits, names and comments, and refused where it would be markup', async () => {
    const { app, root } = open();
    for (const payload of PAYLOADS) {
      const change = await changeOf(app, '104', { edit: { kind: 'pieces', pieces: [payload] }, comment: payload, rejection: { category: 'other', severity: 'minor', note: payload } });
      const [result] = ((await (await post(app, '/api/save', { by: payload, changes: [change] })).json()) as SaveResponse).results;
      expect(result?.kind, payload).toBe('saved');
    }
    for (const payload of PAYLOADS.slice(0, 3)) {
      const change = await changeOf(app, '103', { edit: { kind: 'raw', text: payload } });
      expect(((await (await post(app, '/api/save', { by: '', changes: [change] })).json()) as SaveResponse).results[0]?.kind).toBe('refused');
    }
    expect(readFileSync(join(root, 'de-de/mail.md'), 'utf8')).not.toMatch(/<script|<img|<svg|<iframe/);
  });

  test('carries a policy in its preview under which nothing runs', async () => {
    const answer = await ask(open().app, '/preview/de-de/evil.md');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/sandbox allow-same-origin$/);
    expect(policy).not.toMatch(/script-src|allow-scripts/);
    expect(await answer.text()).not.toMatch(/<(?:script|iframe|meta http-equiv|form|svg|style|object)|<[^>]*\son\w+=|<[^>]*javascript:/i);
  });

  test('runs in no browser', async () => {
    const { origin, close } = await listen();
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const strange: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) strange.push(request.url());
      });
      await page.goto(`${origin}/?token=${TOKEN}`);
      await page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
        return new Promise((resolve) => frame.addEventListener('load', resolve));
      }, `${origin}/preview/de-de/evil.md`);
      expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined();
      // The desk reaches the preview, to follow the row in focus; nothing in the preview reaches anything.
      expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('article')?.textContent)).toContain('constructor.constructor');
      const opened = await page.goto(`${origin}/preview/de-de/evil.md`);
      expect([opened?.status(), (await opened?.text())?.includes('<article')]).toEqual([200, true]);
      expect(strange).toEqual([]);
    } finally {
      await browser.close();
      close();
    }
  });

  test('a real server keeps its answers from who asks with another name or path', async () => {
    const { port, close } = await listen();
    const answer = (path: string, host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        get({ host: '127.0.0.1', port, path, headers: { host, authorization: `Bearer ${TOKEN}` } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).once('error', reject);
      });
    expect(await answer('/api/desk', 'evil.example')).toBe(421);
    expect(await answer('/../../../../etc/passwd', `127.0.0.1:${port}`)).toBe(404);
    expect(await answer('/src/model/../../package.json', `127.0.0.1:${port}`)).toBe(404);
    expect(await answer('/api/desk', `127.0.0.1:${port}`)).toBe(200);
    close();
  });
});
