import { resolve } from 'node:path';
import { serveFolder } from '../../host/serve-folder.ts';
import { readSiteFacts } from '../../host/staged-folder.ts';
import type { Command } from '../command.ts';
import { readPort } from '../read-port.ts';

export const preview: Command = {
  name: 'preview',
  summary: 'Serve the finished site, as a host would.',
  options: ['out', 'base', 'port', 'host'],
  details: [
    'Serves what `interlinear build` has written until Ctrl+C is pressed, under the base it was built for.',
    '',
    'Example: interlinear preview --out public --port 8080',
  ].join('\n'),
  async run({ options, terminal }) {
    const folder = resolve(options.out ?? 'dist');
    const server = await serveFolder({ folder, base: options.base ?? readSiteFacts(folder)?.base, port: readPort(options.port), host: options.host ?? 'localhost' });
    process.once('SIGINT', server.close).once('SIGTERM', server.close);
    terminal.note(`Serving ${options.out ?? 'dist'} at ${server.url}\nPress Ctrl+C to stop.`);
    await server.closed;
    return 0;
  },
};
