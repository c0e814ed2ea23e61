import { parseArgs } from 'node:util';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';
import type { Command, ExitCode, OptionValues, Terminal } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { OPTIONS } from './options.ts';
import { version } from './version.ts';

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  validate: async () => (await import('./commands/validate.ts')).validate,
  fix: async () => (await import('./commands/fix.ts')).fix,
  build: async () => (await import('./commands/build.ts')).build,
  dev: async () => (await import('./commands/dev.ts')).dev,
  'check-site': async () => (await import('./commands/check-site.ts')).checkSite,
  review: async () => (await import('./commands/review.ts')).review,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  merge: async () => (await import('./commands/merge.ts')).merge,
  'deploy-plan': async () => (await import('./commands/deploy-plan.ts')).deployPlanCommand,
  preview: async () => (await import('./commands/preview.ts')).preview,
  status: async () => (await import('./commands/status.ts')).status,
  diff: async () => (await import('./commands/diff.ts')).diff,
  explain: async () => (await import('./commands/explain.ts')).explain,
};

/**
 * Runs the command that the arguments name, as `interlinear` does. Never rejects: what goes wrong is written to the terminal.
 * @returns the exit code
 */
export async function runCommand(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await run(argv, terminal);
  } catch (error) {
    return reportError(error, terminal);
  }
}

/** Says what went wrong, and whose fault it is. @returns the exit code */
export function reportError(error: unknown, terminal: Terminal): ExitCode {
  terminal.endProgress();
  if (error instanceof UserError) {
    terminal.note(`${terminal.color ? '\u001B[31merror\u001B[39m' : 'error'}: ${error.message}\n  ${error.hint}`);
    return 2;
  }
  terminal.note(`This is a bug in Interlinear, not in your content. Please report it with the lines below.\n\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 3;
}

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv[0] === 'help' && argv[1] !== undefined ? [argv[1], '--help'] : argv;
  if (name === '--version') {
    terminal.out(version());
    return 0;
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(generalHelp(await Promise.all(Object.values(COMMANDS).map((load) => load()))));
    return 0;
  }
  if (name.startsWith('-')) throw new UserError(`The option ${name} stands where a command belongs.`, `Write the command first: interlinear <command> [options]. Commands: ${Object.keys(COMMANDS).join(', ')}.`);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw unknownCommand(name);
  const command = await load();
  const { values, positionals, help } = readOptions(command, rest);
  if (help) {
    terminal.out(commandHelp(command));
    return 0;
  }
  const extra = command.arguments?.endsWith(' …]') ? undefined : positionals[command.arguments?.split(' ').length ?? 0];
  if (extra !== undefined) {
    const content = command.options.includes('content') ? 'The content folder is given with --content DIR. ' : '';
    throw new UserError(`\`interlinear ${name}\` has no use for the argument "${extra}".`, `${content}See \`interlinear ${name} --help\`.`);
  }
  return command.run({ options: values, args: positionals, terminal });
}

function readOptions(command: Command, argv: readonly string[]): { values: OptionValues; positionals: string[]; help: boolean } {
  const names = [...command.options, 'help'] as const;
  const rows = Object.fromEntries(names.map((option) => [option, { type: OPTIONS[option].type, ...('multiple' in OPTIONS[option] ? { multiple: true } : {}), ...(option === 'help' ? { short: 'h' } : {}) }]));
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: rows, allowPositionals: true, allowNegative: true });
    return { values: values as OptionValues, positionals, help: values['help'] === true };
  } catch (error) {
    throw badOption(command, error, names);
  }
}

function badOption(command: Command, error: unknown, names: readonly string[]): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS'))) return error;
  const unknown = /Unknown option '(--?[^']+)'/.exec(error.message)?.[1];
  if (unknown === undefined) return new UserError(`${error.message.split(/\.?(?:\n|\. |$)/)[0]}.`, `See \`interlinear ${command.name} --help\`.`);
  const guess = closest(unknown.replace(/^-+(no-)?/, ''), names);
  return new UserError(`\`interlinear ${command.name}\` has no option ${unknown}.`, guess ? `Did you mean --${guess === 'search' || guess === 'cache' ? 'no-' : ''}${guess}?` : `See \`interlinear ${command.name} --help\`.`);
}

function unknownCommand(name: string): UserError {
  const known = Object.keys(COMMANDS);
  const guess = closest(name, known);
  return new UserError(`There is no command "${name}".`, guess ? `Did you mean \`interlinear ${guess}\`?` : `Commands: ${known.join(', ')}.`);
}
