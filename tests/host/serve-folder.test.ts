import { symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { serveFolder, type FolderServer } from '../../src/host/serve-folder.ts';
import { UserError } from '../../src/model/user-error.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SITE = { 'index.html': 'root', '404.html': 'not found', 'vi-vn/index.html': 'home', 'vi-vn/404.html': 'không thấy', 'vi-vn/a b/index.html': 'page', 'assets/x.css': 'css', 'sitemap.xml': '<a/>', 'empty/x.bin': '' };

let servers: FolderServer[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

async function serve(base?: string, folder = temporaryFolder(SITE)): Promise<FolderServer> {
  const server = await serveFolder({ folder, base, port: 0, host: '127.0.0.1' });
  servers.push(server);
  return server;
}

/** Sends a request line as it is; clients would tidy it up. */
function request(server: FolderServer, line: string): Promise<{ status: number; headers: string; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString())).on('error', reject).on('end', () => {
      const [headers = '', ...body] = text.split('\r\n\r\n');
      resolve({ status: Number(headers.split(' ')[1]), headers, body: body.join('\r\n\r\n') });
    });
  });
}

test.each([
  ['GET /', 200, 'root'],
  ['GET /vi-vn/', 200, 'home'],
  ['GET /vi-vn/a%20b/', 200, 'page'],
  ['GET /vi-vn/a%20b/?x=1', 200, 'page'],
  ['GET /assets/x.css', 200, 'css'],
  ['GET /nothing/', 404, 'not found'],
  ['GET /vi-vn/nothing/', 404, 'không thấy'],
  ['GET /empty/', 404, 'not found'],
  ['GET /assets/x.css/', 404, 'not found'],
  ['GET //', 200, 'root'],
  ['GET /../../etc/passwd', 404, 'not found'],
  ['GET /%2e%2e/%2e%2e/etc/passwd', 404, 'not found'],
  ['GET /..%2f..%2fetc/passwd', 404, 'not found'],
  ['GET /vi-vn/..%5c..%5cetc', 404, 'không thấy'],
  ['GET http://other.example/vi-vn/', 200, 'home'],
  ['GET /%E0%A4%A', 400, ''],
  ['GET /a%00b', 400, ''],
  ['POST /', 405, ''],
])('%s', async (line, status, body) => {
  const answer = await request(await serve(), line);
  expect(answer.status).toBe(status);
  expect(answer.body).toContain(body);
});

test.each([
  ['GET /vi-vn', 301, '/vi-vn/'],
  ['GET /vi-vn/a%20b', 301, '/vi-vn/a%20b/'],
  ['GET /vi-vn?x=1', 301, '/vi-vn/?x=1'],
  ['GET /.//vi-vn', 301, '/vi-vn/'],
])('%s leads to %s %s', async (line, status, location) => {
  const answer = await request(await serve(), line);
  expect(answer.status).toBe(status);
  expect(answer.headers).toContain(`Location: ${location}\r\n`);
});

test.each([
  ['GET /help/vi-vn/', 200],
  ['GET /help/', 200],
  ['GET /help', 301],
  ['GET /', 302],
  ['GET /vi-vn/', 404],
  ['GET /helpful/', 404],
])('under a base: %s', async (line, status) => {
  expect((await request(await serve('/help/'), line)).status).toBe(status);
});

test.each([
  [undefined, '/'],
  ['help', '/help/'],
  ['https://a.example/x/y', '/x/y/'],
])('base %s', async (base, path) => {
  expect(new URL((await serve(base)).url).pathname).toBe(path);
});

test('HEAD has the headers and no body', async () => {
  const answer = await request(await serve(), 'HEAD /vi-vn/');
  expect(answer).toMatchObject({ status: 200, body: '' });
  expect(answer.headers).toContain('Content-Type: text/html; charset=utf-8');
});

test('a link out of the folder is not followed', async () => {
  const folder = temporaryFolder(SITE);
  symlinkSync('/etc', join(folder, 'etc'));
  expect((await request(await serve(undefined, folder), 'GET /etc/passwd')).status).toBe(404);
});

test('a site without a 404 page', async () => {
  expect((await request(await serve(undefined, temporaryFolder({ 'a.txt': '' })), 'GET /b')).status).toBe(404);
});

test('says which port is taken, and what to do', async () => {
  const { url } = await serve();
  const second = serveFolder({ folder: temporaryFolder(SITE), base: undefined, port: Number(new URL(url).port), host: '127.0.0.1' });
  await expect(second).rejects.toThrow(UserError);
  await expect(second).rejects.toThrow(/^Port \d+ is in use/);
});

test.each([
  ['a folder that does not exist', () => '/does/not/exist'],
  ['a file', () => join(temporaryFolder({ x: '' }), 'x')],
])('refuses %s', async (_, folderOf) => {
  await expect(serveFolder({ folder: folderOf(), base: undefined, port: 0, host: '127.0.0.1' })).rejects.toThrow(/^There is no site in/);
});
