import { workerData } from 'node:worker_threads';
import { createNodeHost } from '../host/node-host.ts';
import { serveWorker } from '../host/worker-pool.ts';
import type { ContentMap } from '../project/content-map.ts';
import { shardMethods } from '../project/shard-methods.ts';

// The main thread sends the map; it is our own plain data.
serveWorker(shardMethods(createNodeHost(), workerData as ContentMap));
