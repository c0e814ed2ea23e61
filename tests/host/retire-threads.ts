// Fills a thread's memory and retires it; prints how many megabytes the process had before and after.
import { isMainThread } from 'node:worker_threads';
import { createWorkerPool, serveWorker } from '../../src/host/worker-pool.ts';

interface Methods {
  fill(input: { readonly objects: number }): number;
}

const megabytes = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);

if (isMainThread) {
  const pool = createWorkerPool<Methods>(new URL(import.meta.url), undefined, 1);
  await pool.call(0, 'fill', { objects: 2_000_000 });
  const full = megabytes();
  await pool.retire();
  console.log(JSON.stringify({ full, retired: megabytes() }));
} else {
  serveWorker(() => {
    const kept: unknown[] = [];
    return {
      fill({ objects }: { readonly objects: number }) {
        for (let at = 0; at < objects; at++) kept.push({ at, list: [at] });
        return kept.length;
      },
    };
  });
}
