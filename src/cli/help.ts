import type { Command } from './command.ts';
import { OPTIONS, type OptionName, type OptionRow } from './options.ts';

/** Text of `interlinear --help`. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Interlinear: a help site from bilingual Markdown, every sentence aligned with its original.',
    '',
    'Usage: interlinear <command> [options]',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Every command explains itself: interlinear <command> --help',
    'Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage or configuration, 3 internal error.',
  ].join('\n');
}

/** Text of `interlinear <command> --help`. */
export function commandHelp(command: Command): string {
  const rows = [...command.options, 'help' as const].map((name) => [optionName(name, command.rows?.[name]), describe(command.rows?.[name] ?? OPTIONS[name])] as const);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    command.summary,
    '',
    `Usage: interlinear ${command.name}${command.arguments === undefined ? '' : ` ${command.arguments}`} [options]`,
    '',
    'Options:',
    ...rows.map(([name, description]) => `  ${name.padEnd(width)}  ${description}`),
    '',
    command.details,
  ].join('\n');
}

function optionName(name: OptionName, row: OptionRow = OPTIONS[name]): string {
  if (row.type === 'string') return `--${name} ${row.value ?? 'VALUE'}`;
  return name === 'search' || name === 'cache' ? `--no-${name}` : `--${name}`;
}

function describe({ description, default: value }: OptionRow): string {
  return value === undefined ? description : `${description} (default: ${value})`;
}
