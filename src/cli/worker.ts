import { workerData } from 'node:worker_threads';
import { createNodeHost } from '../host/node-host.ts';
import { serveWorker } from '../host/worker-pool.ts';
import type { ContentMap } from '../project/content-map.ts';
import { deskThread } from '../project/desk-thread.ts';
import { shardMethods } from '../project/shard-methods.ts';
import { contentFence } from './desk/content-fence.ts';

// The main thread sends the map; it is our own plain data.
const map = workerData as ContentMap;
const host = createNodeHost();
serveWorker({ ...shardMethods(host, map), ...deskThread(contentFence(host, map).host, map) });
