import { UserError } from '../model/user-error.ts';

/** `--port`; default 4321. */
export function readPort(option: string | undefined): number {
  const port = Number(option ?? 4321);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new UserError(`--port takes a number from 0 to 65535, not "${option ?? ''}".`, 'Leave it out for 4321, or give 0 for any free port.');
}
