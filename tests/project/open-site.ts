import type { RefusedEntry, TextRead } from '../../src/model/host.ts';
import type { ContentMap } from '../../src/project/content-map.ts';
import { openContent, type ContentOptions } from '../../src/project/open-content.ts';
import { memoryHost } from './memory-host.ts';

/** Opens content given as paths below the content root, `/content`. `..` leads beside it. */
export function openSite(files: Readonly<Record<string, string | TextRead>>, options: Partial<ContentOptions> & { readonly refused?: readonly RefusedEntry[] } = {}): ContentMap {
  const { refused, ...rest } = options;
  const host = memoryHost(Object.fromEntries(Object.entries(files).map(([path, text]) => [path.startsWith('/') ? path : `/content/${path}`, text])), refused);
  return openContent(host, { root: '/content', configFile: undefined, base: undefined, locales: [], checkIds: ['stale-translation', 'missing-ordinal'], ...rest });
}
