// Fills the memory of some threads and retires them; prints how many megabytes the process had before and after.
// Arguments: threads, objects of each.
import { isMainThread } from 'node:worker_threads';
import { createWorkerPool, serveWorker } from '../../src/host/worker-pool.ts';

interface Methods {
  fill(input: { readonly objects: number }): number;
}

const megabytes = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);

if (isMainThread) {
  const [threads = 1, objects = 0] = process.argv.slice(2).map(Number);
  const pool = createWorkerPool<Methods>(new URL(import.meta.url), undefined, threads);
  for (let worker = 0; worker < threads; worker++) await pool.call(worker, 'fill', { objects });
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
