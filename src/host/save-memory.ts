import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects garbage early from here on: takes a third off the memory of a small build for a little of its time. To be
 * called before the heap has grown.
 */
export function saveMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=60');
}

/** Below this number of families a command is short whatever the garbage collector does. */
export const FEW_FAMILIES = 500;

/** Takes {@link saveMemory} back, to V8's defaults: a large build would pay for it with a fifth of its time. */
export function spendMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
  setFlagsFromString('--heap-growing-percent=0');
}

/**
 * Leaves garbage lying from here on, in all threads: for a command that is over before there is much. Where it turns out
 * to have more to do, {@link spendMemory} is to be called.
 */
export function leaveGarbage(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
  setFlagsFromString('--heap-growing-percent=1000');
}

/** Bytes that this thread's heap takes of the machine. */
export function heldMemory(): number {
  return getHeapStatistics().total_physical_size;
}

/** Collects all garbage of this thread, and gives the memory back to the machine. Takes up to a quarter of a second. */
export function releaseMemory(): void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  // Any other flavour keeps free pages for later.
  if (typeof gc === 'function') gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
