import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One whole process, children and threads included. */
export interface Measured {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of user and system time; undefined where the machine does not tell. */
  readonly cpu: number | undefined;
  /** Megabytes (10⁶ bytes): the most that the processes of the tree were seen to hold at one time, and no less than the high-water mark of each. */
  readonly peak: number | undefined;
  readonly exitCode: number;
  /** Standard output and standard error. */
  readonly output: string;
}

export interface MeasureOptions {
  /** Folder for a scratch file. */
  readonly scratch: string;
  /** Working folder; default that of this process. */
  readonly folder?: string | undefined;
}

const TIME = '/usr/bin/time';
const POLL_MS = 100;

/** How {@link measureProcess} measures on this machine, for the reader of the table. */
export function measuringMethod(): string {
  const cpu = hasTime() ? `CPU by ${TIME}` : 'CPU not measured (install the package "time")';
  const peak = existsSync('/proc/self/status') ? `peak = most VmRSS of the process tree at one time, polled each ${POLL_MS} ms, or the highest VmHWM` : 'peak not measured (needs /proc)';
  return `wall by the clock, ${cpu}, ${peak}`;
}

/** Runs a command to its end and measures it. Exit codes are the caller's to judge. */
export async function measureProcess(command: string, args: readonly string[], { scratch, folder }: MeasureOptions): Promise<Measured> {
  const report = join(scratch, 'time.txt');
  const [program = command, ...words] = hasTime() ? [TIME, '-q', '-o', report, '-f', '%U %S %M', command, ...args] : [command, ...args];
  const started = performance.now();
  const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  let seen = 0;
  const poll = setInterval(() => {
    seen = Math.max(seen, residentSize(child.pid));
  }, POLL_MS);
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', reject).on('close', (code) => resolve(code ?? 1));
    });
    const wall = (performance.now() - started) / 1000;
    const [user, system, largest] = hasTime() ? readFileSync(report, 'utf8').trim().split(' ').map(Number) : [];
    const peak = Math.max(seen, largest ?? 0) * 1024;
    return { wall, cpu: user === undefined || system === undefined ? undefined : user + system, peak: peak > 0 ? peak / 1e6 : undefined, exitCode, output: Buffer.concat(output).toString() };
  } finally {
    clearInterval(poll);
  }
}

function hasTime(): boolean {
  return process.platform === 'linux' && existsSync(TIME);
}

/** What the processes below `root` hold now (KiB), the wrapper itself excepted. */
function residentSize(root: number | undefined): number {
  if (root === undefined || !existsSync('/proc/self/status')) return 0;
  const parents = parentProcesses();
  let size = 0;
  for (const pid of parents.keys()) {
    if (!descends(pid, root, parents) || (pid === root && hasTime())) continue;
    size += Number(/^VmRSS:\s+(\d+)/m.exec(readProc(pid, 'status'))?.[1] ?? 0);
  }
  return size;
}

function parentProcesses(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The command's name stands in brackets and may hold anything; the parent is the second field after it.
    const parent = /^.*\) \S (\d+)/s.exec(readProc(Number(name), 'stat'))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  return parents;
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) if (at === root) return true;
  return false;
}

/** A process may end between two looks at it: then there is nothing to read. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
