import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { hostname as machineName } from 'node:os';
import { serve } from '@hono/node-server';
import { createNodeHost } from '../../host/node-host.ts';
import { UserError } from '../../model/user-error.ts';
import { readBaseline } from '../baseline-file.ts';
import type { Command } from '../command.ts';
import { openDesk } from '../desk/open-desk.ts';
import { deskApp } from '../desk/desk-app.ts';
import { openProject } from '../open-project.ts';
import { readPort } from '../read-port.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

export const review: Command = {
  name: 'review',
  summary: 'Open the desk in which translations are read, corrected and approved.',
  options: ['content', 'config', 'locale', 'port', 'host', 'views', 'baseline'],
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
    const baseline = readBaseline(options.baseline, false).entries ?? [];
    const hostname = options.host ?? '127.0.0.1';
    const isLocal = LOOPBACK.includes(hostname);
    const isEverywhere = ['0.0.0.0', '::'].includes(hostname);
    const port = await freePort(readPort(options.port ?? '4322'), hostname, options.port !== undefined);
    const token = randomBytes(24).toString('base64url');
    const opened = openDesk(host, map, { views: options.views, baseline });
    const names = [hostname.toLowerCase(), ...(isLocal || isEverywhere ? LOOPBACK : []), ...(isEverywhere ? [machineName().toLowerCase()] : [])];
    const app = deskApp({ ...opened, token, port, names, anyAddress: isEverywhere });
    // Shiki reads its grammar engine with the Response of Node itself.
    const server = serve({ fetch: app.fetch, port, hostname, overrideGlobalObjects: false });
    // The address is printed when it answers.
    if (!server.listening) await once(server, 'listening');
    const { promise: stopped, resolve } = Promise.withResolvers<void>();
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
    const shown = isEverywhere ? '127.0.0.1' : hostname;
    terminal.note(`The desk is open at http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/?token=${token}\nPress Ctrl+C to close it.`);
    if (!isLocal) terminal.note(`warning: Other machines can reach this desk${isEverywhere ? ` under each address of this machine, port ${port}` : ''}. Whoever has the token may read and write the content, and it travels unencrypted: use it only in a network that you trust.`);
    // Reading goes on beside answering: a slice, then whatever was asked meanwhile.
    let reading: NodeJS.Timeout | undefined;
    const read = (): void => {
      reading = setTimeout(read, opened.work() ? 0 : IDLE);
    };
    read();
    await stopped;
    clearTimeout(reading);
    await opened.close();
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    return 0;
  },
};

/** Between two looks for something to be read, in milliseconds. */
const IDLE = 200;

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
