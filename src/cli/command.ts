import type { OptionName, OptionRow } from './options.ts';

/** Values of the options as they were given; a row of `OPTIONS` that was not given is absent. */
export interface OptionValues {
  readonly content?: string;
  readonly config?: string;
  readonly locale?: readonly string[];
  readonly out?: string;
  readonly base?: string;
  readonly search?: boolean;
  readonly cache?: boolean;
  readonly 'fail-on'?: string;
  readonly format?: string;
  readonly report?: readonly string[];
  readonly baseline?: string;
  readonly 'update-baseline'?: boolean;
  readonly 'changed-since'?: string;
  readonly record?: boolean;
  readonly all?: boolean;
  readonly port?: string;
  readonly host?: string;
  readonly workers?: string;
  readonly rule?: readonly string[];
  readonly 'dry-run'?: boolean;
  readonly fix?: boolean;
  readonly strict?: boolean;
  readonly views?: string;
  readonly shard?: string;
  readonly 'shard-count'?: string;
  readonly 'host-limits'?: string;
  readonly only?: string;
  readonly 'one-file'?: boolean;
  readonly 'per-article'?: boolean;
  readonly kit?: string;
  readonly 'trust-states'?: boolean;
  readonly 'accept-source'?: boolean;
}

interface CommandContext {
  readonly options: OptionValues;
  /** Arguments that are not options. */
  readonly args: readonly string[];
  readonly terminal: Terminal;
}

/** Where a command writes. Results go to `out`, everything about the work to `note` and `progress`. */
export interface Terminal {
  readonly color: boolean;
  out(text: string): void;
  note(text: string): void;
  /** What is being done and how far; on a terminal one line that is written over, elsewhere a plain line per step. */
  progress(step: string, howFar?: string): void;
  endProgress(): void;
}

/** 0 clean, 1 findings at or above `--fail-on`, 2 usage or configuration, 3 internal. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands behind the name, e.g. `<rule>`; `[paths …]` for any number. */
  readonly arguments?: string;
  readonly options: readonly OptionName[];
  /** Options that mean something else here than elsewhere, for the help text. */
  readonly rows?: Readonly<Partial<Record<OptionName, OptionRow>>>;
  /** More for `--help`: defaults and examples. */
  readonly details: string;
  run(context: CommandContext): Promise<ExitCode>;
}
