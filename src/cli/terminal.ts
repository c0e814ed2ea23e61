import type { Terminal } from './command.ts';

/** The terminal of this process. Colour follows NO_COLOR and FORCE_COLOR; progress moves only on a real terminal. */
export function createTerminal(): Terminal {
  // `interlinear validate | head` closes the pipe early: that is the reader's choice, not a failure.
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit();
    throw error;
  });
  const moving = process.stderr.isTTY && process.env['CI'] === undefined && process.env['TERM'] !== 'dumb';
  let shown = false;
  let lastStep: string | undefined;
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001B[2K');
    shown = false;
  };
  return {
    color: wantsColor(),
    out: (text) => {
      clear();
      process.stdout.write(`${text}\n`);
    },
    note: (text) => {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress: (step, howFar) => {
      if (!moving) {
        if (step !== lastStep) process.stderr.write(`${step} …\n`);
      } else {
        clear();
        process.stderr.write(`${howFar === undefined ? step : `${step}: ${howFar}`} …`.slice(0, Math.max(20, (process.stderr.columns || 80) - 1)));
        shown = true;
      }
      lastStep = step;
    },
    endProgress: clear,
  };
}

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return process.stdout.isTTY === true && TERM !== 'dumb';
}
