import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { serve } from '@hono/node-server';
import { createNodeHost } from '../../host/node-host.ts';
import { UserError } from '../../model/user-error.ts';
import type { Command } from '../command.ts';
import { openDesk } from '../desk/open-desk.ts';
import { deskApp } from '../desk/desk-app.ts';
import { openProject } from '../open-project.ts';
import { readPort } from '../read-port.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

export const review: Command = {
  name: 'review',
  summary: 'Open the desk in which translations are read, corrected and approved.',
  options: ['content', 'config', 'locale', 'port', 'host', 'views'],
  details: [
    'Serves the desk to this machine only; the address that is printed holds a secret of this run.',
    'What is saved goes into the files of the content, a byte range at a time, and what was said of it',
    'into a file beside the article. Stops at Ctrl+C.',
    '',
    'With --host the desk answers to other machines; whoever has the address may read and write.',
    '',
    'Examples:',
    '  interlinear review',
    '  interlinear review --locale ar-sa --views views.csv',
  ].join('\n'),
  async run({ options, terminal }) {
    const host = createNodeHost();
    const map = openProject(host, options);
    const hostname = options.host ?? '127.0.0.1';
    const port = await freePort(readPort(options.port ?? '4322'), hostname, options.port !== undefined);
    const token = randomBytes(24).toString('base64url');
    const opened = openDesk(host, map, options.views);
    const names = [...new Set([hostname, ...(LOOPBACK.includes(hostname) ? LOOPBACK : [])])];
    const app = deskApp({ ...opened, token, hosts: names.map((name) => `${name.includes(':') ? `[${name}]` : name}:${port}`.toLowerCase()) });
    const server = serve({ fetch: app.fetch, port, hostname });
    const { promise: stopped, resolve } = Promise.withResolvers<void>();
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
    terminal.note(`The desk is open at http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}/?token=${token}\nPress Ctrl+C to close it.`);
    // Reading goes on beside answering: a slice, then whatever was asked meanwhile.
    const reading = setInterval(() => {
      if (!opened.work()) clearInterval(reading);
    }, 0);
    await stopped;
    clearInterval(reading);
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    return 0;
  },
};

/** The port, or the next free one when it was not asked for. */
async function freePort(wanted: number, hostname: string, insisted: boolean): Promise<number> {
  for (let port = wanted; port < wanted + (insisted ? 1 : 20); port++) {
    const free = await tryPort(port, hostname);
    if (free !== undefined) return free;
  }
  throw new UserError(`Port ${wanted} is taken on ${hostname}.`, 'Give another one with --port, or 0 for any.');
}

function tryPort(port: number, hostname: string): Promise<number | undefined> {
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  const probe = createServer();
  probe.once('error', () => resolve(undefined));
  probe.listen(port, hostname, () => {
    const address = probe.address();
    const given = typeof address === 'object' && address !== null ? address.port : undefined;
    probe.close(() => resolve(given));
  });
  return promise;
}
