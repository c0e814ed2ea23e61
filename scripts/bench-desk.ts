// Prints how the review desk does on the real corpus: its start, the queue, long articles, findings while typing,
// concordance, and a day's work by keyboard with what it leaves in the files. Works on a copy of the corpus. Asserts
// nothing but that no edit is lost: the times depend on how busy the machine is.
//   node scripts/bench-desk.ts [--edits 600] [--only start,queue,long,concordance,day]
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import { table } from '../src/report/table.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { pathologicalArticle } from './bench/pathological-article.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LONG = 'includes/alchemyinsights-content-updates.md';
const LONGEST = 'generated.md';
const LOCALE = 'de-de';
/** Words on the source's side and on each target's. */
const QUERIES = [
  ['source', undefined, 'the'], ['source', undefined, 'mailbox'], ['source', LOCALE, 'Microsoft 365 admin center'], ['source', undefined, 'zzz'],
  ['target', 'vi-vn', 'hộp thư'], ['target', 'vi-vn', 'không'], ['target', 'ar-sa', 'البريد'], ['target', 'ar-sa', 'إعادة'], ['target', 'ja-jp', 'メール'], ['target', 'ja-jp', '設定'], ['target', 'de-de', 'Öffnen'], ['target', undefined, 'a'],
] as const;
const ARTICLES = 60;

const { values } = parseArgs({ options: { edits: { type: 'string', default: '600' }, only: { type: 'string', default: 'start,queue,long,concordance,day' } } });
const parts = new Set(values.only.split(','));
const corpus = resolve(ROOT, process.env['INTERLINEAR_CORPUS'] ?? '../shared/corpus', 'alchemy');
/** Seconds of CPU that the page had taken when {@link felt} was last called. */
let busy = 0;
let meter: CDPSession | undefined;
const scratch = mkdtempSync(join(tmpdir(), 'interlinear-bench-desk-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
if (existsSync(corpus)) await main();
else console.error(`The corpus ${corpus} is absent (set INTERLINEAR_CORPUS).`);

async function main(): Promise<void> {
  const content = join(scratch, 'content');
  cpSync(corpus, content, { recursive: true });
  writeFileSync(join(content, LOCALE, LONGEST), pathologicalArticle());
  if (parts.has('start')) for (let run = 0; run < 3; run++) await (await startDesk(content, true)).stop();
  const desk = await startDesk(content, false);
  const browser = await openBrowser();
  try {
    const page = await openPage(browser, desk.url);
    if (parts.has('queue')) await queue(page, desk);
    await whenRead(page, desk);
    if (parts.has('concordance')) await concordance(page);
    if (parts.has('long')) for (const path of [LONG, LONGEST]) await longArticle(page, desk, path);
    if (parts.has('day')) await day(page, desk, content, Number(values.edits));
  } finally {
    await browser.close();
    await desk.stop();
  }
}

interface RunningDesk {
  readonly url: string;
  /** Megabytes that the server holds now. */
  memory(): number;
  cpu(): number;
  stop(): Promise<void>;
}

async function startDesk(content: string, shows: boolean): Promise<RunningDesk> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/interlinear.mjs'), 'review', '--content', content, '--port', '0'], { env: { ...process.env, NO_COLOR: '1' } });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await addressOf(child);
  const cpu = (): number => cpuOf(child.pid);
  if (shows) say('start', [['to the address, wall', ms(performance.now() - started)], ['CPU', ms(cpu() * 1000)]]);
  return {
    url,
    cpu,
    memory: () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve: found } = Promise.withResolvers<string>();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [url] = /http:\/\/\S+token=\S+/.exec(said) ?? [];
      if (url !== undefined) found(url);
    });
  }
  return promise;
}

/** Seconds of user and system time. */
function cpuOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript(() => {
    const seen = { long: [] as number[], events: [] as number[] };
    performance.setResourceTimingBufferSize(100_000);
    Object.assign(window, { seen });
    new PerformanceObserver((entries) => seen.long.push(...entries.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((entries) => seen.events.push(...entries.getEntries().map(({ duration }) => duration))).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log('error in the page:', error.message));
  const started = performance.now();
  await page.goto(url);
  await page.locator('.item').first().waitFor();
  say('queue, first opened', [['first articles shown', ms(performance.now() - started)], ...(await felt(page))]);
  return page;
}

async function whenRead(page: Page, desk: RunningDesk): Promise<void> {
  const started = performance.now();
  for (;;) {
    const { checked, articles } = z.object({ checked: z.number(), articles: z.number() }).parse(await page.evaluate(() => fetch('/api/desk').then((answer) => answer.json())));
    if (checked === articles) break;
    await page.waitForTimeout(500);
  }
  say('all read and checked', [['after', ms(performance.now() - started)], ['CPU of the server since its start', `${desk.cpu().toFixed(1)} s`], ['memory of the server', mb(desk.memory())]]);
  await felt(page);
}

async function queue(page: Page, desk: RunningDesk): Promise<void> {
  await page.waitForTimeout(4000);
  say('queue, while the content is read', [['articles so far', String(await page.locator('.filters [role=status]').innerText())], ...(await felt(page))]);
  await whenRead(page, desk);
  const started = performance.now();
  await page.reload();
  await page.locator('.item').first().waitFor();
  say('queue, all read', [['first articles shown', ms(performance.now() - started)], ['shown', await page.locator('.filters [role=status]').innerText()], ...(await felt(page))]);
  say('queue, scrolled from end to end', [...(await scrolled(page, '.queue-list .scroller', 120)), ...(await felt(page))]);
  await page.locator('.filters input').focus();
  await page.keyboard.type('exchange', { delay: 60 });
  say('queue, filtered by typing', [['shown', await page.locator('.filters [role=status]').innerText()], ...(await felt(page))]);
  for (let back = 0; back < 'exchange'.length; back++) await page.keyboard.press('Backspace');
  await page.locator('.filters select').nth(1).selectOption('warning');
  await page.locator('.filters select').nth(5).selectOption('oldest');
  await page.locator('.filters select').nth(1).selectOption('');
  await page.locator('.filters select').nth(5).selectOption('worst');
  say('queue, other filters and orders', await felt(page));
}

async function concordance(page: Page): Promise<void> {
  const rows: [string, string][] = [];
  for (const [side, locale, words] of QUERIES) {
    const times: number[] = [];
    let total = 0;
    for (let run = 0; run < 3; run++) {
      const { took, body } = await page.evaluate(async (query) => {
        const from = performance.now();
        const answer = await fetch(`/api/concordance?${query}`);
        return { body: await answer.text(), took: performance.now() - from };
      }, new URLSearchParams({ q: words, side, locale: locale ?? '' }).toString());
      times.push(took);
      total = z.object({ total: z.number() }).parse(JSON.parse(body)).total;
    }
    rows.push([`${side} ${locale ?? 'all'}: ${words} (${total})`, times.map(ms).join(', ')]);
  }
  say('concordance', rows);
}

async function longArticle(page: Page, desk: RunningDesk, path: string): Promise<void> {
  const started = performance.now();
  await page.evaluate((hash) => { location.hash = hash; }, `#/${LOCALE}/${path}`);
  await page.locator('.row.active .field').waitFor({ timeout: 120_000 });
  const count = await page.locator('.article-head .progress').innerText();
  say(`article ${path}`, [['opened', ms(performance.now() - started)], ['segments', count.trim()], ...(await felt(page))]);
  say('  scrolled from end to end', [...(await scrolled(page, '.rows .scroller', 200)), ...(await felt(page))]);
  for (const end of [1, 2]) {
    await page.locator('.row.active').evaluate((row) => (row instanceof HTMLElement ? row.focus() : undefined));
    const jump = performance.now();
    await page.keyboard.press(end === 1 ? 'End' : 'Home');
    await page.waitForFunction((last) => document.activeElement?.matches('.row') && Number(document.activeElement.closest('[data-index]')?.getAttribute('data-index')) > 5 === last, end === 1);
    say(`  to the ${end === 1 ? 'end' : 'start'}`, [['took', ms(performance.now() - jump)], ...(await felt(page))]);
  }
  await page.keyboard.press('Enter');
  await page.locator('.row.active .field:focus').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.type(' abc abc 123 ', { delay: 80 });
  const checks = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/check')).map(({ duration }) => Math.round(duration)).slice(-6));
  const typed = await felt(page);
  say('  typing', [...typed, ['checks', checks.map((time) => `${time} ms`).join(', ')], ['last key to its finding, seven times', (await keysToFindings(page, 7)).map(ms).join(', ')]]);
  await page.keyboard.press('Escape');
  say('  memory', await memory(page, desk));
}

/** Milliseconds from the moment at which the browser takes a key to the frame that shows its finding, as the page itself sees it; fewest first. */
async function keysToFindings(page: Page, times: number): Promise<number[]> {
  const taken: number[] = [];
  const finding = page.locator('.row.active .row-findings li', { hasText: 'FFFD' });
  for (let time = 0; time < times; time++) {
    const shown = await page.evaluateHandle(() => ({ after: new Promise<number>((resolve) => {
      let key = NaN;
      addEventListener('beforeinput', (event) => { key = event.timeStamp; }, { capture: true, once: true });
      const observer = new MutationObserver(() => {
        if (![...document.querySelectorAll('.row.active .row-findings li')].some((item) => item.textContent?.includes('FFFD'))) return;
        observer.disconnect();
        requestAnimationFrame((frame) => resolve(frame - key));
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    }) }));
    await page.keyboard.type('\uFFFD');
    taken.push(await shown.evaluate(({ after }) => after));
    await page.keyboard.press('Backspace');
    await finding.first().waitFor({ state: 'detached' });
  }
  return taken.sort((a, b) => a - b);
}

async function day(page: Page, desk: RunningDesk, content: string, edits: number): Promise<void> {
  const paths = z.array(z.object({ path: z.string(), segments: z.number() })).parse(await page.evaluate((locale) => fetch(`/api/queue/${locale}`).then((answer) => answer.json()), 'ja-jp')).filter(({ segments }) => segments >= 11 && segments < 100).slice(0, ARTICLES).map(({ path }) => path);
  const each = Math.ceil(edits / paths.length);
  const wanted: (readonly [file: string, text: string])[] = [];
  const saves: number[] = [];
  let done = 0;
  let mark = 100;
  const started = performance.now();
  await felt(page);
  for (const path of paths) {
    await page.evaluate((hash) => { location.hash = hash; }, `#/ja-jp/${path}`);
    await page.waitForFunction((shown) => document.querySelector('.article-head .path')?.textContent === shown && document.activeElement?.matches('.row.active .field'), path);
    for (let edit = 0; edit < each && done < edits; edit++, done++) {
      const text = `改${done}。`;
      await page.waitForFunction(() => document.activeElement?.matches('.row.active .field'));
      const ordinal = await page.locator('.row.active').getAttribute('data-ordinal');
      await page.keyboard.press('Control+Home');
      await page.keyboard.insertText(text);
      const from = performance.now();
      await page.keyboard.press(edit % 2 === 0 ? 'Enter' : 'Control+Enter');
      await page.waitForFunction((was) => document.querySelector('.row.active')?.getAttribute('data-ordinal') !== was || document.querySelector('.row.active .saved-mark') !== null, ordinal);
      saves.push(performance.now() - from);
      wanted.push([join(content, 'ja-jp', path), text]);
    }
    await page.waitForFunction(() => document.querySelector('.row-head .unsaved') === null);
    const trouble = await page.locator('.row .trouble, .row .refusal, .row .conflict').allInnerTexts();
    if (trouble.length > 0) console.log(path, trouble);
    if (done >= mark) {
      say(`day, after ${done} edits`, [['so far', `${((performance.now() - started) / 1000).toFixed(0)} s`], ['to the next segment', `${ms(percentile(saves, 0.5))} median, ${ms(percentile(saves, 0.95))} p95`], ...(await memory(page, desk)), ...(await felt(page))]);
      mark += mark === 100 ? 200 : 300;
    }
  }
  const lost = wanted.filter(([file, text]) => readFileSync(file, 'utf8').split(text).length !== 2);
  say('day', [['edits', String(wanted.length)], ['articles', String(paths.length)], ['lost', String(lost.length)], ['session', await page.locator('.session').innerText()]]);
  if (lost.length > 0) process.exitCode = 1;
}

/** Scrolls from end to end in steps, a frame each, and says how long frames took. */
async function scrolled(page: Page, selector: string, steps: number): Promise<[string, string][]> {
  const frames = await page.locator(selector).evaluate(async (element, count) => {
    const gaps: number[] = [];
    let last = performance.now();
    for (let step = 0; step <= count; step++) {
      element.scrollTop = (element.scrollHeight * step) / count;
      await new Promise((next) => requestAnimationFrame(next));
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    }
    return { gaps, empty: element.querySelectorAll('[data-index]').length };
  }, steps);
  return [['frames', `${ms(percentile(frames.gaps, 0.5))} median, ${ms(percentile(frames.gaps, 0.95))} p95, ${ms(Math.max(...frames.gaps))} longest`]];
}

/** What the page did, tasks that kept the page from answering, and how long keys took to show, since the last call. */
async function felt(page: Page): Promise<[string, string][]> {
  await page.waitForTimeout(300);
  const { long, events } = z.object({ long: z.array(z.number()), events: z.array(z.number()) }).parse(await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { long: number[]; events: number[] } };
    return { long: seen.long.splice(0), events: seen.events.splice(0) };
  }));
  if (!meter) {
    meter = await page.context().newCDPSession(page);
    await meter.send('Performance.enable', { timeDomain: 'threadTicks' });
  }
  const { metrics } = await meter.send('Performance.getMetrics');
  const now = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const spent = now - (now < busy ? 0 : busy);
  busy = now;
  return [['CPU of the page', ms(spent * 1000)], ['long tasks', long.length === 0 ? 'none' : `${long.length}: ${long.sort((a, b) => b - a).slice(0, 6).map(ms).join(', ')}`], ['slow events', events.length === 0 ? 'none over 16 ms' : `${events.length}: ${ms(percentile(events, 0.5))} median, ${ms(Math.max(...events))} longest`]];
}

async function memory(page: Page, desk: RunningDesk): Promise<[string, string][]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return [['heap of the page', mb(usedSize / 1024 / 1024)], ['memory of the server', mb(desk.memory())]];
}

function percentile(numbers: readonly number[], share: number): number {
  return [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
}

function say(title: string, rows: readonly (readonly [string, string])[]): void {
  console.log(`${title}\n${table(rows.map(([name, value]) => [`  ${name}`, value])).join('\n')}`);
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}

function mb(size: number): string {
  return `${size.toFixed(0)} MB`;
}
