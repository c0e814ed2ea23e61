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
 * @param options.base path, or address whose path counts
 * @throws {UserError} when the folder or the port cannot be used
 */
export async function serveFolder(options: { readonly folder: string; readonly base: string | undefined; readonly port: number; readonly host: string }): Promise<FolderServer> {
  const root = rootFolder(options.folder);
  const base = `/${(options.base ?? '/').replace(/^[a-z]+:\/\/[^/]+/i, '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const server = createServer((request, response) => {
    const { status, file, headers } = answer(root, base, request.method ?? 'GET', request.url ?? '/');
    if (file === undefined) {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(status === 404 ? 'Not found\n' : undefined);
      return;
    }
    response.writeHead(status, { 'Content-Type': CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-cache' });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).on('error', () => response.destroy()).pipe(response);
  });
  await listen(server, options.port, options.host);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  server.on('close', resolve);
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}${base}`,
    closed,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Answer {
  readonly status: number;
  /** Absolute path of the file that is sent. */
  readonly file?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

function answer(root: string, base: string, method: string, url: string): Answer {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { Allow: 'GET, HEAD' } };
  // A request line may hold anything, so that it is cut up and not parsed as an address.
  const [, written = '', query = ''] = /^(?:https?:\/\/[^/]*)?([^?#]*)([^#]*)/i.exec(url) ?? [];
  const path = decodePath(written);
  if (path === undefined) return { status: 400 };
  if (path === '/' && base !== '/') return { status: 302, headers: { Location: base } };
  const within = path.startsWith(base) ? path.slice(base.length) : path === base.slice(0, -1) ? 'folder' : undefined;
  const found = within === undefined ? undefined : within === 'folder' ? ('folder' as const) : fileAt(root, within);
  if (found === 'folder') {
    const steps = path.split('/').filter((step) => step !== '' && step !== '.');
    return { status: 301, headers: { Location: `/${steps.map(encodeURIComponent).join('/')}/${query}` } };
  }
  return found === undefined ? { status: 404, file: notFound(root, within ?? '') } : { status: 200, file: found };
}

function rootFolder(folder: string): string {
  const root = existsSync(folder) ? realpathSync(folder) : undefined;
  if (root === undefined || !statSync(root).isDirectory()) throw new UserError(`There is no site in ${folder}.`, 'Run `interlinear build` first, or name the folder with --out.');
  return root;
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenProblem('code' in error ? error.code : undefined, error.message, port, host)));
    server.listen(port, host, resolve);
  });
}

function listenProblem(code: unknown, message: string, port: number, host: string): UserError {
  if (code === 'EADDRINUSE') return new UserError(`Port ${port} is in use, perhaps by another preview.`, 'Stop that, choose another port with --port, or --port 0 for any free one.');
  if (code === 'EACCES') return new UserError(`Port ${port} is not open to this user.`, 'Choose one from 1024 on with --port.');
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return new UserError(`${host} is not an address of this machine.`, 'Leave --host out for localhost, or give 0.0.0.0 for every address.');
  return new UserError(`Cannot listen on ${host}:${port}: ${message}.`, 'Choose another --host or --port.');
}

function fileAt(root: string, path: string): string | undefined {
  const file = join(root, path);
  if (!isWithin(root, file) || !existsSync(file) || !isWithin(root, realpathSync(file))) return undefined;
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.isFile() && !path.endsWith('/') ? file : undefined;
  const index = join(file, 'index.html');
  if (!existsSync(index)) return undefined;
  return path === '' || path.endsWith('/') ? index : 'folder';
}

function isWithin(root: string, file: string): boolean {
  return file === root || file === root + sep || file.startsWith(root + sep);
}

/** The 404 page of the locale in the path, else the one at the root. */
function notFound(root: string, path: string): string | undefined {
  const locale = path.split('/')[0] ?? '';
  return [fileAt(root, `${locale}/404.html`), fileAt(root, '404.html')].find((file) => file !== undefined && file !== 'folder');
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}
