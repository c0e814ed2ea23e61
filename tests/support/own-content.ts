import { join } from 'node:path';
import { checks } from '../../src/checks/index.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { ContentMap } from '../../src/project/content-map.ts';
import { openContent } from '../../src/project/open-content.ts';
import { PROJECT } from './run-cli.ts';

/** The names of a content folder of the project, e.g. `content`. */
export function openFolder(content: string, base?: string): ContentMap {
  return openContent(createNodeHost(), { root: join(PROJECT, content), configFile: undefined, base, locales: [], checkIds: checks.map(({ id }) => id) });
}
