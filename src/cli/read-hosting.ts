import { HOSTINGS, type Hosting } from '../model/site.ts';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';

/** `--host-limits`, else what `site.yml` says. @throws {UserError} for a host whose limits are not known */
export function readHosting(option: string | undefined, configured: Hosting): Hosting {
  if (option === undefined) return configured;
  const hosting = HOSTINGS.find((name) => name === option);
  if (hosting) return hosting;
  const guess = closest(option, HOSTINGS);
  throw new UserError(`--host-limits knows no host "${option}".`, guess ? `Did you mean ${guess}?` : `Allowed: ${HOSTINGS.join(', ')}.`);
}
