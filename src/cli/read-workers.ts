import { UserError } from '../model/user-error.ts';

/** `--workers`; undefined when it is left to the tool. */
export function readWorkers(option: string | undefined): number | undefined {
  if (option === undefined) return undefined;
  const workers = /^\d+$/.test(option) ? Number(option) : 0;
  if (workers >= 1 && workers <= 64) return workers;
  throw new UserError(`--workers takes a number from 1 to 64, not "${option}".`, 'Leave it out to use every core.');
}
