import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { serveFolder } from '../../host/serve-folder.ts';
import type { Command } from '../command.ts';
import { readPort } from '../read-port.ts';

export const preview: Command = {
  name: 'preview',
  summary: 'Serve the finished site, as a host would.',
  options: ['out', 'base', 'port', 'host'],
  details: 'Serves what `interlinear build` has written until Ctrl+C is pressed.',
  async run({ options, terminal }) {
    const folder = resolve(options.out ?? 'dist');
    if (!existsSync(folder)) throw new UserError(`There is no site in ${folder}.`, 'Run `interlinear build` first, or name the folder with --out.');
    const server = await serveFolder({ folder, base: options.base, port: readPort(options.port), host: options.host ?? 'localhost' });
    terminal.note(`Serving ${folder} at ${server.url}\nPress Ctrl+C to stop.`);
    await server.closed;
    return 0;
  },
};
