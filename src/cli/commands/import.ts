import { resolve } from 'node:path';
import { ExchangeError } from '../../exchange/exchange-error.ts';
import { unitReader } from '../../exchange/formats.ts';
import { writeAtomically } from '../../host/atomic-write.ts';
import { createNodeHost } from '../../host/node-host.ts';
import { readChunks } from '../../host/read-chunks.ts';
import { isFolder } from '../../host/write-pieces.ts';
import type { ReturnedUnit } from '../../model/exchange.ts';
import type { Host } from '../../model/host.ts';
import type { Locale } from '../../model/locale.ts';
import { UserError } from '../../model/user-error.ts';
import type { ContentMap } from '../../project/content-map.ts';
import { findLocale } from '../../project/find-locale.ts';
import { importContent, type ImportReport } from '../../project/import-content.ts';
import { unifiedDiff } from '../../report/unified-diff.ts';
import { closest } from '../../text/closest.ts';
import type { Command } from '../command.ts';
import { importReportJson, importReportText } from '../import-report.ts';
import { openProject } from '../open-project.ts';

const FORMATS = ['pretty', 'json'];

export const importCommand: Command = {
  name: 'import',
  summary: 'Take back segments that were exported and edited in another tool.',
  arguments: '[files …]',
  options: ['content', 'config', 'locale', 'dry-run', 'trust-states', 'accept-source', 'format', 'all'],
  rows: { locale: { type: 'string', multiple: true, value: 'L', description: 'locale of files that do not say theirs' } },
  details: [
    'Takes .xlf, .xliff, .tmx, .csv, .jsonl, .html and .po, and folders of them. Changes translations only; every other',
    'byte of a file stays. Links, code and images of a sentence must come back; a text that was changed here since the',
    'export is a conflict and stays. A file that cannot be read to its end changes nothing.',
    'A translation that came back as its original is not taken, unless --accept-source says that it is meant.',
    'Ends with 1 when something was refused or is in conflict.',
    '',
    'Formats: pretty, json.',
    '',
    'Examples:',
    '  interlinear import de-de.xlf --dry-run',
    '  interlinear import kit/target',
    '  interlinear import de-de.xlf --trust-states     # takes what is approved there as reviewed',
  ].join('\n'),
  async run({ options, args, terminal }) {
    const format = options.format ?? 'pretty';
    if (!FORMATS.includes(format)) {
      const guess = closest(format, FORMATS);
      throw new UserError(`There is no report format "${format}".`, guess ? `Did you mean "${guess}"?` : `Formats: ${FORMATS.join(', ')}.`);
    }
    if (args.length === 0) throw new UserError('`interlinear import` needs a file.', 'For example `interlinear import de-de.xlf --dry-run`.');
    const host = createNodeHost();
    const { locale: named, ...others } = options;
    const map = openProject(host, others);
    const assumed = assumedLocale(map, named);
    const files = args.flatMap((typed) => filesAt(host, typed));
    // All are read to their end before the first change: a file that is broken in its middle must change nothing.
    for (const file of files) {
      terminal.progress('Reading', file);
      readUnits(file, localeReader(map, file, assumed));
    }
    const isDry = options['dry-run'] === true;
    const content = importContent(host, map, {
      trustStates: options['trust-states'] === true,
      acceptSource: options['accept-source'] === true,
      now: new Date().toISOString(),
      write: isDry ? undefined : writeAtomically,
      ...(isDry && format === 'pretty' && { onChange: (file: string, before: string, after: string) => terminal.out(unifiedDiff(file, before, after, { color: terminal.color }).replace(/\n$/, '')) }),
    });
    const reports = files.map((file): { readonly file: string; readonly report: ImportReport } => {
      terminal.progress('Importing', file);
      const localeOf = localeReader(map, file, assumed);
      readUnits(file, (unit) => content.take(localeOf(unit), unit));
      return { file, report: content.end() };
    });
    terminal.endProgress();
    if (format === 'json') terminal.out(importReportJson(reports, isDry));
    else terminal.note(importReportText(reports, isDry, options.all === true));
    return reports.some(({ report: { counts } }) => counts.refused + counts.conflict > 0) ? 1 : 0;
  },
};

/** A file as it was typed, or the files of a folder that some format reads. */
function filesAt(host: Host, typed: string): string[] {
  if (!isFolder(typed)) return [typed];
  const folder = typed.replace(/[\\/]+$/, '');
  const found = host.listFiles(resolve(typed)).files.filter((path) => /\.(?:xlf|xliff|tmx|csv|jsonl|html?|po)$/i.test(path)).map((path) => `${folder}/${path}`);
  if (found.length === 0) throw new UserError(`The folder ${typed} holds no file that can be imported.`, 'Give the folder of .xlf, .tmx, .csv, .jsonl, .html or .po files; with OmegaT, create the translated documents first.');
  return found;
}

/** @throws {UserError} naming file and line when it cannot be read to its end */
function readUnits(file: string, take: (unit: ReturnedUnit) => void): void {
  try {
    const reader = unitReader(file, take);
    for (const chunk of readChunks(file)) reader.write(chunk);
    reader.close();
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    throw new UserError(`${file}${error.line === undefined ? '' : `:${error.line}`} cannot be imported: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`, 'Nothing was changed. Export again, or have the tool save the file as it was.');
  }
}

/** Finds the locale of each unit of a file. */
function localeReader({ config }: ContentMap, file: string, assumed: Locale | undefined): (unit: ReturnedUnit) => Locale {
  const known = new Map<string | undefined, Locale>();
  return ({ locale: written }) => {
    const found = known.get(written) ?? (written === undefined || written === '' ? assumed : findLocale(config.locales, written));
    if (found === undefined || found.id === config.sourceLocale) throw badLocale(file, written, config.locales.filter(({ id }) => id !== config.sourceLocale));
    known.set(written, found);
    return found;
  };
}

function badLocale(file: string, written: string | undefined, locales: readonly Locale[]): UserError {
  const names = locales.map(({ tag }) => tag);
  if (written === undefined || written === '') return new UserError(`${file} does not say its locale.`, `Give it with --locale: ${names.join(', ')}.`);
  const guess = closest(written, names);
  return new UserError(`${file} is in "${written}", which is no translated locale of this content.`, guess ? `Correct the language of the file; did you mean "${guess}"?` : `Locales: ${names.join(', ')}.`);
}

function assumedLocale({ config }: ContentMap, named: readonly string[] | undefined): Locale | undefined {
  const [first, ...others] = named ?? [];
  if (first === undefined) return undefined;
  const found = others.length > 0 ? undefined : findLocale(config.locales, first);
  if (found) return found;
  const guess = closest(first, config.locales.map(({ id }) => id));
  throw new UserError(others.length > 0 ? '--locale takes one locale here.' : `There is no locale "${first}" in this content.`, guess ? `Did you mean "${guess}"?` : `Locales: ${config.locales.map(({ id }) => id).join(', ')}.`);
}
