import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { CONTENT_TYPES } from '../model/content-types.ts';
import { UserError } from '../model/user-error.ts';

export interface FolderServer {
  readonly url: string;
  /** Resolves when the server has stopped. */
  readonly closed: Promise<void>;
  close(): void;
}

/**
 * Serves a folder of static files under `base`, read only, with `index.html` for folders and the nearest `404.html`.
 * @throws {UserError} when the port is taken
 */
export async function serveFolder(options: { readonly folder: string; readonly base: string | undefined; readonly port: number; readonly host: string }): Promise<FolderServer> {
  const root = realpathSync(options.folder);
  const base = `/${(options.base ?? '/').replace(/^[a-z]+:\/\/[^/]+/i, '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const server = createServer((request, response) => {
    const path = decodePath(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const within = path?.startsWith(base) ? path.slice(base.length) : undefined;
    const found = within === undefined ? undefined : fileAt(root, within);
    if (found === 'folder') {
      response.writeHead(301, { Location: `${encodeURI(path ?? '')}/` }).end();
      return;
    }
    const file = found ?? notFound(root, within ?? '');
    if (file === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream', 'X-Content-Type-Options': 'nosniff' });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).on('error', () => response.destroy()).pipe(response);
  });
  await listen(server, options.port, options.host);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  server.on('close', resolve);
  return { url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}${base}`, closed, close: () => server.close() };
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      reject(taken ? new UserError(`Port ${port} is in use.`, 'Choose another with --port, or --port 0 for any free one.') : new UserError(`Cannot listen on ${host}:${port}: ${error.message}.`, 'Choose another --host or --port.'));
    });
    server.listen(port, host, resolve);
  });
}

function fileAt(root: string, path: string): string | undefined {
  const file = join(root, path);
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  if (!existsSync(file)) return undefined;
  const real = realpathSync(file);
  if (real !== root && !real.startsWith(root + sep)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, 'index.html');
  if (!existsSync(index)) return undefined;
  return path === '' || path.endsWith('/') ? index : 'folder';
}

/** The 404 page of the locale in the path, else the one at the root. */
function notFound(root: string, path: string): string | undefined {
  const locale = path.split('/')[0] ?? '';
  return [fileAt(root, `${locale}/404.html`), fileAt(root, `${locale}/404/`), fileAt(root, '404.html')].find((file) => file !== undefined && file !== 'folder');
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}
