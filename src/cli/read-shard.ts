import { UserError } from '../model/user-error.ts';
import type { Part } from '../project/shard-part.ts';
import type { OptionValues } from './command.ts';

/** More machines would only read the same content over and over. */
const MOST = 1_000;

/** The part that is to be built, and how the tool knows. */
export interface AskedPart extends Part {
  /** Environment variables that say so; undefined: the option. */
  readonly from: string | undefined;
}

/**
 * `--shard i/n`, or what a CI says about its parallel jobs: CI_NODE_INDEX of CI_NODE_TOTAL, from 1 (GitLab), or
 * JOB_COMPLETION_INDEX, from 0 (Kubernetes), of --shard-count or JOB_COMPLETIONS.
 * @returns undefined: the whole site
 * @throws {UserError} for numbers that are no part
 */
export function readShard({ shard, 'shard-count': count }: OptionValues, env: NodeJS.ProcessEnv): AskedPart | undefined {
  if (shard === 'off') return undefined;
  if (shard !== undefined) {
    const [, number = '', of = ''] = /^(\d+)\/(\d+)$/.exec(shard) ?? [];
    return partOf(number, of, undefined, `--shard takes a part and the number of parts, e.g. 1/4, not "${shard}".`);
  }
  const { CI_NODE_INDEX: index, CI_NODE_TOTAL: total, JOB_COMPLETION_INDEX: job, JOB_COMPLETIONS: jobs } = env;
  const completions = count ?? jobs;
  if (job !== undefined && job !== '' && completions !== undefined && completions !== '') {
    const number = /^\d+$/.test(job) ? String(Number(job) + 1) : job;
    return partOf(number, completions, `JOB_COMPLETION_INDEX=${job}`, `JOB_COMPLETION_INDEX is ${job} and the number of parts ${completions}: these are no part, which is counted from 0.`);
  }
  if (count !== undefined) throw new UserError('--shard-count says how many parts there are, and nothing says which one this is.', 'Set JOB_COMPLETION_INDEX, as Kubernetes does in an Indexed Job, or write --shard i/n.');
  if (index === undefined || index === '' || total === undefined || total === '' || total === '1') return undefined;
  return partOf(index, total, `CI_NODE_INDEX=${index} of CI_NODE_TOTAL=${total}`, `CI_NODE_INDEX is ${index} and CI_NODE_TOTAL ${total}: these are no part, which is counted from 1.`);
}

function partOf(number: string, of: string, from: string | undefined, problem: string): AskedPart {
  const part = { number: /^\d{1,6}$/.test(number) ? Number(number) : 0, of: /^\d{1,6}$/.test(of) ? Number(of) : 0, from };
  if (part.number >= 1 && part.number <= part.of && part.of <= MOST) return part;
  throw new UserError(problem, `Write --shard i/n with i from 1 to n and n up to ${MOST}, or --shard off to build the whole site.`);
}
