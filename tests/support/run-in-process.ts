import { runCommand } from '../../src/cli/run-command.ts';
import { createTerminal } from '../../src/cli/terminal.ts';

export interface RanHere {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command in a folder as a user does, but in this process: fifty times as fast as starting one, for all that
 * depends on no signal, no thread and no setting that Node reads when it starts (`LANG`, `NODE_OPTIONS`).
 * One call at a time. tests/cli/process.test.ts holds it to what a process of its own does.
 */
export async function runInProcess(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<RanHere> {
  if (isRunning) throw new Error('Commands share the working folder of this process: await the one before.');
  isRunning = true;
  const workingFolder = process.cwd();
  const environment = process.env;
  const out = capture(process.stdout);
  const err = capture(process.stderr);
  process.env = { PATH: environment['PATH'], HOME: environment['HOME'], ...env };
  try {
    process.chdir(folder);
    const status = await runCommand(args, createTerminal());
    return { status, stdout: out.text(), stderr: err.text() };
  } finally {
    process.env = environment;
    process.chdir(workingFolder);
    out.release();
    err.release();
    isRunning = false;
  }
}

let isRunning = false;

/** Takes what is written to a stream, and everything that listens to it meanwhile, until it is released. */
function capture(stream: NodeJS.WriteStream): { text(): string; release(): void } {
  const { write } = stream;
  const listeners = stream.listeners('error');
  let text = '';
  stream.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    text: () => text,
    release() {
      stream.write = write;
      for (const listener of stream.listeners('error')) if (!listeners.includes(listener)) stream.off('error', listener as () => void);
    },
  };
}
