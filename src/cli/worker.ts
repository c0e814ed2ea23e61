import { createNodeHost } from '../host/node-host.ts';
import { serveWorker } from '../host/worker-pool.ts';
import type { ContentMap } from '../project/content-map.ts';
import { deskThread } from '../project/desk-thread.ts';
import { shardMethods } from '../project/shard-methods.ts';
import { contentFence } from './desk/content-fence.ts';

serveWorker((map: ContentMap) => {
  const host = createNodeHost();
  return { ...shardMethods(host, map), ...deskThread(contentFence(host, map).host, map) };
});
