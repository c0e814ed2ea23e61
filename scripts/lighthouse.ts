// Prints what Lighthouse says of our own site; the goal is 100 in every category. It asserts nothing, because the first
// category depends on how busy the machine is. npm fetches Lighthouse on the first run: it is larger than all that the
// project depends on, and nothing else needs it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { table } from '../src/report/table.ts';

const VERSION = '13.5.0';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = [
  ['article, left to right', 'vi-vn/format/docs-extensions/'],
  ['article, right to left', 'ar-sa/format/segments/'],
  ['home with search', 'ja-jp/'],
  ['search, left to right', 'vi-vn/search/?q=segment'],
  ['search, right to left', 'ar-sa/search/?q=segment'],
  ['list of a section', 'de-de/format/'],
] as const;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const reportSchema = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) })),
  audits: z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable(), displayValue: z.string().optional() })),
});

const scratch = mkdtempSync(join(tmpdir(), 'interlinear-lighthouse-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(130));
await main();

async function main(): Promise<void> {
  const site = join(scratch, 'site');
  run(process.execPath, [join(ROOT, 'src/cli/interlinear.mjs'), 'build', '--content', join(ROOT, 'content'), '--out', site]);
  const { url, close } = await serve(site);
  try {
    const results = PAGES.map(([name, path], index) => ({ name, report: lighthouse(url + path, join(scratch, `${index}.json`)) }));
    const rows = results.map(({ name, report }) => [name, ...CATEGORIES.map((category) => String(Math.round((report.categories[category]?.score ?? 0) * 100)))]);
    const losses = results.flatMap(({ name, report: { categories, audits } }) => Object.values(categories).flatMap(({ auditRefs }) => auditRefs).flatMap(({ id, weight }) => {
      const audit = audits[id];
      return weight > 0 && audit && audit.score !== null && audit.score < 1 ? [`${name}: ${audit.title} (${id}) ${audit.displayValue ?? ''}`.trimEnd()] : [];
    }));
    for (const line of [...table([['page', ...CATEGORIES], ...rows]), '', ...losses]) console.log(line);
  } finally {
    close();
  }
}

function lighthouse(url: string, report: string): z.infer<typeof reportSchema> {
  const installed = process.env['CHROME_PATH'] ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  run('npm', ['exec', '--yes', `--package=lighthouse@${VERSION}`, '--', 'lighthouse', url, '--quiet', '--output=json', `--output-path=${report}`,
    `--only-categories=${CATEGORIES.join(',')}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage'], installed);
  return reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
}

/** @throws with what the command said, when it fails */
function run(command: string, args: readonly string[], chrome?: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: scratch, maxBuffer: 64 << 20, env: { ...process.env, ...(chrome === undefined ? {} : { CHROME_PATH: chrome }) } });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`);
}

/** Serves a folder from another thread, because this one waits for Lighthouse, and packs what is text, as hosts of sites do. */
async function serve(folder: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const code = `import { createServer } from 'node:http';
    import { parentPort, workerData } from 'node:worker_threads';
    import { gzipSync } from 'node:zlib';
    const { serveFolder } = await import(workerData.module);
    const { url } = await serveFolder({ folder: workerData.folder, base: undefined, port: 0, host: '127.0.0.1' });
    const server = createServer(async (request, response) => {
      const answer = await fetch(new URL(request.url, url));
      const type = answer.headers.get('content-type') ?? '';
      const body = Buffer.from(await answer.arrayBuffer());
      const packs = /text|javascript|json|xml/.test(type);
      response.writeHead(answer.status, { 'Content-Type': type, ...(packs && { 'Content-Encoding': 'gzip' }) }).end(packs ? gzipSync(body) : body);
    });
    server.listen(0, '127.0.0.1', () => parentPort.postMessage('http://127.0.0.1:' + server.address().port + new URL(url).pathname));`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { workerData: { folder, module: new URL('../src/host/serve-folder.ts', import.meta.url).href } });
  const url = await new Promise<string>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  return { url, close: () => void worker.terminate() };
}
