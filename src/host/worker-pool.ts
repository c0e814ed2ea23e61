import { availableParallelism } from 'node:os';
import { Worker, parentPort } from 'node:worker_threads';
import { UserError } from '../model/user-error.ts';
import { heldMemory, releaseMemory } from './save-memory.ts';

/** Methods that a worker offers, by name; arguments and results must survive the structured clone. */
type WorkerMethods = Readonly<Record<string, (input: never) => unknown>>;

type Input<Methods, Name extends keyof Methods> = Methods[Name] extends (input: infer Value) => unknown ? Value : never;
type Output<Methods, Name extends keyof Methods> = Methods[Name] extends (input: never) => infer Value ? Awaited<Value> : never;

interface Request {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
}

/** The first message to a thread. */
interface Opening {
  readonly data: unknown;
}

type Answer = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: Failure };

/** An error as plain data: the structured clone keeps neither its class nor its fields. */
interface Failure {
  readonly message: string;
  readonly stack: string | undefined;
  /** Set for a {@link UserError}. */
  readonly hint?: string;
}

/** Threads that keep what they have worked on: the caller says which thread does what. */
export interface WorkerPool<Methods> {
  readonly size: number;
  /** Runs a method in one thread. Rejects with the thread's error, or when the thread dies. */
  call<Name extends keyof Methods & string>(worker: number, method: Name, input: Input<Methods, Name>): Promise<Output<Methods, Name>>;
  /** Ends the threads, whatever they are doing. */
  close(): Promise<void>;
  /**
   * Ends the threads when they have given their memory back, but for {@link LEFT_BEHIND}. V8 keeps the memory of a thread
   * that just ends for another eight seconds, in case that a new one wants it.
   */
  retire(): Promise<void>;
}

/** A thread that loads its code and waits for what it is to work on. */
export type WaitingThread = ReturnType<typeof startThread>;

/** Starts threads ahead of {@link createWorkerPool}: their code is loaded while others find out what there is to do. */
export function startThreads(url: URL, size: number): readonly WaitingThread[] {
  return Array.from({ length: size }, () => startThread(url));
}

/**
 * Starts `size` threads (default: one per core) that run the module at `url`, which must call {@link serveWorker}.
 * @param data what is handed to that; must survive the structured clone
 * @param waiting threads that run it already; those that are too many end
 */
export function createWorkerPool<Methods>(url: URL, data: unknown, size = availableParallelism(), waiting: readonly WaitingThread[] = []): WorkerPool<Methods> {
  const threads = Array.from({ length: size }, (_, at) => waiting[at] ?? startThread(url));
  for (const thread of threads) thread.open(data);
  for (const thread of waiting.slice(size)) void thread.close();
  return {
    size,
    call: (worker, method, input) => {
      const thread = threads[worker % size];
      if (!thread) throw new Error('The worker pool is empty.');
      return thread.call(method, input) as never;
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
    retire: async () => {
      const held = await Promise.all(threads.map(async (thread) => Number(await thread.call(HELD, undefined))));
      let together = 0;
      const giving = threads.filter((_, at) => (together += held[at] ?? 0) > LEFT_BEHIND);
      await Promise.all(giving.map((thread) => thread.call(RETIRE, undefined)));
      // This thread keeps what it has: collecting that would keep it from everything else for half a second.
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** Bytes that retired threads may hold together until V8 frees them: to collect it takes each a quarter of a second. */
const LEFT_BEHIND = 256 << 20;

/** Megabytes. The default lets garbage of short-lived strings pile up to several times what a thread keeps. */
const YOUNG_GENERATION = 64;

function startThread(url: URL) {
  const worker = new Worker(url, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION } });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let next = 0;
  let dead: Error | undefined;
  const fail = (error: Error): void => {
    dead = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) call?.reject(toError(answer.error));
    else call?.resolve(answer.result);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error) => fail(outOfMemory(error) ?? error));
  worker.on('exit', (code) => fail(new Error(`A worker thread ended with code ${code}.`)));
  worker.unref();
  return {
    open: (data: unknown): void => worker.postMessage({ data } satisfies Opening),
    call(method: string, input: unknown): Promise<unknown> {
      if (dead) return Promise.reject(dead);
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const request: Request = { id: next++, method, input };
      waiting.set(request.id, { resolve, reject });
      // A pending call keeps the process alive; an idle thread does not.
      worker.ref();
      worker.postMessage(request);
      return promise;
    },
    async close(): Promise<void> {
      worker.removeAllListeners('exit');
      await worker.terminate();
    },
  };
}

/** Calls that every thread answers; no method has such a name. */
const HELD = '?';
const RETIRE = '';

/**
 * Answers the pool's calls inside a thread, one after the other.
 * @param open makes the methods from what {@link createWorkerPool} was given, which is our own plain data
 */
export function serveWorker(open: (data: never) => WorkerMethods): void {
  if (!parentPort) throw new Error('serveWorker runs in a worker thread only.');
  const port = parentPort;
  let serving: WorkerMethods = {};
  const always: WorkerMethods = {
    [HELD]: heldMemory,
    [RETIRE]() {
      serving = {};
      releaseMemory();
    },
  };
  let queue = Promise.resolve();
  port.on('message', (message: Opening | Request) => {
    if ('data' in message) {
      serving = open(message.data as never);
      return;
    }
    const { id, method, input } = message;
    queue = queue.then(async () => {
      try {
        const run = always[method] ?? serving[method];
        if (!run) throw new Error(`A worker has no method ${method}.`);
        const result: unknown = await run(input as never);
        port.postMessage({ id, result } satisfies Answer);
      } catch (error) {
        port.postMessage({ id, error: toFailure(error) } satisfies Answer);
      }
    });
  });
}

function outOfMemory(error: Error): UserError | undefined {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
  return new UserError('A worker thread ran out of memory.', 'Give it more with NODE_OPTIONS=--max-old-space-size=4096, or use fewer threads with --workers 1.');
}

function toFailure(error: unknown): Failure {
  if (error instanceof UserError) return { message: error.message, stack: error.stack, hint: error.hint };
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error), stack: undefined };
}

function toError({ message, stack, hint }: Failure): Error {
  const error = hint === undefined ? new Error(message) : new UserError(message, hint);
  if (stack !== undefined) error.stack = stack;
  return error;
}
