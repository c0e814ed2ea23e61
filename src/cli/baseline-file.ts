import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { reasonOf } from '../host/system-error.ts';
import { UserError } from '../model/user-error.ts';
import { BASELINE_FILE, formatBaseline, parseBaseline, type BaselineEntry } from '../project/baseline.ts';
import type { Finding } from '../model/finding.ts';

export interface BaselineFile {
  readonly name: string;
  /** Undefined: there is none yet. */
  readonly entries: readonly BaselineEntry[] | undefined;
}

/**
 * The baseline that `--baseline` names, or `interlinear-baseline.json` of the working folder where it exists.
 * @throws {UserError} for one that is named and missing (unless it is about to be written), or cannot be read
 */
export function readBaseline(option: string | undefined, isUpdated: boolean): BaselineFile {
  const name = option ?? BASELINE_FILE;
  if (!existsSync(name)) {
    if (option !== undefined && !isUpdated) throw new UserError(`The baseline ${name} does not exist.`, 'Check the path, or write it with --update-baseline.');
    return { name, entries: undefined };
  }
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch (error) {
    throw new UserError(`The baseline ${name} cannot be read: ${reasonOf(error)}.`, 'Correct that, or name another one with --baseline FILE.');
  }
  return { name, entries: parseBaseline(text, name) };
}

/** Writes the baseline that knows these findings. @throws {UserError} when the machine refuses */
export function writeBaseline(name: string, findings: readonly Finding[], kept: readonly BaselineEntry[]): void {
  try {
    writeFileSync(name, formatBaseline(findings, kept));
  } catch (error) {
    throw new UserError(`The baseline ${name} cannot be written: ${reasonOf(error)}.`, 'Correct that, or name another file with --baseline FILE.');
  }
}
