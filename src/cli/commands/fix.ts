import { relative, resolve, sep } from 'node:path';
import { createNodeHost } from '../../host/node-host.ts';
import { UserError } from '../../model/user-error.ts';
import type { ContentMap } from '../../project/content-map.ts';
import type { RefusedFix } from '../../project/fix-content.ts';
import { contentFile } from '../../project/inventory.ts';
import { unifiedDiff } from '../../report/unified-diff.ts';
import { closest } from '../../text/closest.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Command, Terminal } from '../command.ts';
import { fixFiles, readRules, type FixResult } from '../fix-files.ts';
import { openProject } from '../open-project.ts';
import { readWorkers } from '../read-workers.ts';

export const fix: Command = {
  name: 'fix',
  summary: 'Fix what can be fixed without a person: spaces and punctuation of translations.',
  arguments: '[paths …]',
  options: ['content', 'config', 'locale', 'rule', 'dry-run', 'workers'],
  details: [
    'Changes translations only, and only where a finding says how; every other byte of a file stays.',
    'A fix that would change how the file is read is refused. Files are replaced in one step; one that',
    'was changed meanwhile is left alone. Findings that are ignored stay as they are.',
    'Ends with 1 when something was refused and, with --dry-run, when there is something to fix.',
    '',
    'Examples:',
    '  interlinear fix --dry-run',
    '  interlinear fix --locale ar-sa --rule space-before-punctuation',
    '  interlinear fix de-de/guides content/de-de/index.md',
  ].join('\n'),
  async run({ options, args, terminal }) {
    const rules = readRules(options.rule);
    const host = createNodeHost();
    const map = openProject(host, options);
    const files = args.map((path) => filePath(path, map));
    const isDry = options['dry-run'] === true;
    const result = await fixFiles(host, map, { rules, files }, { write: !isDry, terminal, workers: readWorkers(options.workers) });
    if (isDry) for (const { file, before, after } of result.files) if (before !== after) terminal.out(unifiedDiff(file, before, after, { color: terminal.color }).replace(/\n$/, ''));
    noteFixes(result, isDry, terminal);
    const isRefused = result.changed.length > 0 || result.files.some(({ refused }) => refused.length > 0);
    return isRefused || (isDry && result.files.some(({ before, after }) => before !== after)) ? 1 : 0;
  },
};

/** Says how many findings of each rule were fixed, and what was not. */
export function noteFixes({ files, changed }: FixResult, isDry: boolean, terminal: Terminal): void {
  const done = files.filter(({ file, before, after }) => before !== after && !changed.includes(file));
  const counts = new Map<string, number>();
  for (const { fixed } of done) for (const [rule, count] of Object.entries(fixed)) counts.set(rule, (counts.get(rule) ?? 0) + count);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const width = Math.max(0, ...[...counts.keys()].map((rule) => rule.length));
  const lines = [
    total === 0 ? 'Nothing to fix.' : `${isDry ? 'Would fix' : 'Fixed'} ${total} ${total === 1 ? 'finding' : 'findings'} in ${done.length} ${done.length === 1 ? 'file' : 'files'}:`,
    ...[...counts].sort(([a], [b]) => compareText(a, b)).map(([rule, count]) => `  ${rule.padEnd(width)}  ${count}`),
    ...changed.map((file) => `${file} was changed meanwhile and is left as it is. Run the command again.`),
    ...files.flatMap(({ file, refused }) => refused.map((one) => `${file}:${one.line}: the fix for ${one.rule} is refused: ${REASONS[one.reason]}. Correct it by hand.`)),
  ];
  terminal.note(lines.join('\n'));
}

const REASONS: Readonly<Record<RefusedFix['reason'], string>> = {
  outside: 'it would change more than one translation',
  overlap: 'another fix touches the same text',
  'not-text': 'half a character would be left',
  structure: 'the file would be read as other pairs',
  markup: 'the links, bold words or code of the sentence would change',
};

/**
 * A path as it is typed, below the working folder or below the content, as a path of the content.
 * @throws {UserError} when no article of the content stands there
 */
function filePath(path: string, map: ContentMap): string {
  const inContent = (absolute: string): string => relative(map.root, absolute).split(sep).join('/');
  const known = [...map.inventory.locales.values()].flatMap(({ locale, articles }) => articles.map((article) => contentFile(locale, article)));
  const isKnown = (one: string): boolean => !one.startsWith('..') && (one === '' || known.some((file) => file === one || file.startsWith(`${one}/`)));
  const found = [inContent(resolve(path)), inContent(resolve(map.root, path))].find(isKnown);
  if (found !== undefined) return found;
  const guess = closest(path, known);
  throw new UserError(`There is no article at ${path}.`, guess ? `Did you mean ${guess}?` : 'Give files or folders below the content folder, e.g. de-de/guides.');
}
