import { join } from 'node:path';
import { fence, type Fence } from '../../host/fence.ts';
import type { Host } from '../../model/host.ts';
import type { ContentMap } from '../../project/content-map.ts';
import { isOutside } from '../../project/inventory.ts';

/** The folders of the content and nothing else, wherever links lead. */
export function contentFence(host: Host, { root, config }: Pick<ContentMap, 'root' | 'config'>): Fence {
  return fence(host, [root, ...config.locales.filter(isOutside).map(({ folder }) => join(root, folder))]);
}
