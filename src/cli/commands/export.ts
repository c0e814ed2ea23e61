import { join, resolve } from 'node:path';
import { EXCHANGE_FORMATS, type ExchangeFormat } from '../../exchange/formats.ts';
import { createNodeHost } from '../../host/node-host.ts';
import { isFolder, printPieces, writePieces } from '../../host/write-pieces.ts';
import type { ExchangeFile } from '../../model/exchange.ts';
import type { Host } from '../../model/host.ts';
import type { Locale } from '../../model/locale.ts';
import { UserError } from '../../model/user-error.ts';
import type { BaselineEntry } from '../../project/baseline.ts';
import type { ContentMap } from '../../project/content-map.ts';
import { EXCHANGE_SELECTIONS, type ExchangeSelection } from '../../project/exchange-units.ts';
import { exportContent } from '../../project/export-content.ts';
import { findLocale } from '../../project/find-locale.ts';
import { closest } from '../../text/closest.ts';
import { readBaseline } from '../baseline-file.ts';
import type { Command, OptionValues, Terminal } from '../command.ts';
import { openProject } from '../open-project.ts';
import { selectFiles, type SelectFile } from '../select-files.ts';
import { version } from '../version.ts';
import { writeOmegatKit } from '../write-omegat-kit.ts';

const DEFAULT_FORMAT = 'xliff-2.1';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write segments for another tool: XLIFF, TMX, CSV, PO and others.',
  arguments: '[paths …]',
  options: ['content', 'config', 'locale', 'format', 'only', 'one-file', 'per-article', 'kit', 'out', 'baseline'],
  rows: {
    out: { type: 'string', value: 'PLACE', description: 'file or folder to write to', default: 'the standard output' },
    format: { type: 'string', value: 'FORMAT', description: 'format of the file', default: DEFAULT_FORMAT },
  },
  details: [
    'Segments with their state, findings and terms, titles, descriptions, texts of images and links, and the names of toc.yml.',
    'What a tool gives back is taken in by `interlinear import`.',
    '',
    'Formats:',
    ...EXCHANGE_FORMATS.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`),
    '--only takes untranslated, findings, stale or not-reviewed. Ignored and known findings do not count.',
    '--kit omegat writes a project that OmegaT opens; send the files of its folder target/ back.',
    '',
    'Examples:',
    '  interlinear export --locale de-de > de-de.xlf',
    '  interlinear export --locale ar-sa --format xliff-1.2 --only findings guides --out work/',
    '  interlinear export --format csv --per-article --out work/',
    '  interlinear export --locale ja-jp --kit omegat --out ja-kit',
  ].join('\n'),
  async run({ options, args, terminal }) {
    const only = readSelection(options.only);
    const format = readFormat(options);
    const host = createNodeHost();
    // Whether a translation is stale shows beside the other locales: all are read, whichever is exported.
    const { locale: wanted, ...others } = options;
    const map = openProject(host, others);
    const locales = readLocales(map, wanted);
    const baseline = readBaseline(options.baseline, false).entries ?? [];
    const read = (locale: Locale): Iterable<ExchangeFile> => exportFiles(host, map, locale, only, selectFiles(map, args), baseline, terminal);
    const places = outputs(options, locales, format);
    let written = 0;
    for (const { locale, file, folder } of places) {
      const counted = countUnits(read(locale));
      if (options.kit !== undefined) writeOmegatKit(folder ?? '', counted.files, { locale, map, version: version() });
      else if (file !== undefined) writePieces(file, format.write(counted.files, version()));
      else if (folder === undefined) await printPieces(format.write(counted.files, version()));
      else for (const article of counted.files) writePieces(join(folder, `${article.path}.${format.extension}`), format.write([article], version()));
      terminal.endProgress();
      const { segments, articles } = counted;
      written += segments;
      if (segments > 0) terminal.note(`Exported ${segments} ${segments === 1 ? 'unit' : 'units'} of ${articles} ${articles === 1 ? 'file' : 'files'} of ${locale.id}${file === undefined && folder === undefined ? '' : ` to ${options.out ?? ''}`}.`);
    }
    if (written === 0) terminal.note('Nothing to export: no segment is of that kind.');
    return 0;
  },
};

interface Output {
  readonly locale: Locale;
  /** Undefined, and no folder: the standard output. */
  readonly file: string | undefined;
  /** For a file per article, or a kit. */
  readonly folder: string | undefined;
}

function outputs(options: OptionValues, locales: readonly Locale[], { extension }: ExchangeFormat): Output[] {
  const { out, kit } = options;
  const perArticle = options['per-article'] === true;
  if (perArticle && options['one-file'] === true) throw new UserError('--one-file and --per-article exclude each other.', 'Leave one of them out.');
  const place = out === undefined || out === '-' ? undefined : resolve(out);
  if (place === undefined) {
    if (kit !== undefined || perArticle || locales.length > 1) throw new UserError(`${kit === undefined ? (perArticle ? '--per-article' : 'An export of several locales') : '--kit'} needs a folder to write to.`, locales.length > 1 && kit === undefined && !perArticle ? `Name one with --out DIR, or one locale with --locale: ${locales.map(({ id }) => id).join(', ')}.` : 'Name one with --out DIR.');
    return locales.map((locale) => ({ locale, file: undefined, folder: undefined }));
  }
  if (kit !== undefined) return locales.map((locale) => ({ locale, file: undefined, folder: locales.length > 1 ? join(place, locale.id) : place }));
  if (perArticle) return locales.map((locale) => ({ locale, file: undefined, folder: join(place, locale.id) }));
  const isFile = locales.length === 1 && !/[\\/]$/.test(out ?? '') && !isFolder(place);
  return locales.map((locale) => ({ locale, file: isFile ? place : join(place, `${locale.id}.${extension}`), folder: undefined }));
}

function exportFiles(host: Host, map: ContentMap, locale: Locale, only: ExchangeSelection | undefined, select: SelectFile, baseline: readonly BaselineEntry[], terminal: Terminal): Iterable<ExchangeFile> {
  return exportContent(host, map, {
    locale,
    only,
    baseline,
    wants: (path) => select(locale, path),
    onProgress: (done, all) => terminal.progress(`Exporting ${locale.id}`, `${done} of ${all}`),
  });
}

/** The same files, counted as they pass. */
function countUnits(files: Iterable<ExchangeFile>): { readonly files: Iterable<ExchangeFile>; readonly segments: number; readonly articles: number } {
  const counted = { segments: 0, articles: 0, files: pass() };
  return counted;

  function* pass(): Generator<ExchangeFile> {
    for (const file of files) {
      counted.segments += file.units.length;
      counted.articles += 1;
      yield file;
    }
  }
}

function readFormat({ format, kit }: OptionValues): ExchangeFormat {
  if (kit !== undefined && kit !== 'omegat') throw new UserError(`There is no kit "${kit}".`, 'The only one is `--kit omegat`.');
  if (kit !== undefined && format !== undefined) throw new UserError('--kit decides the formats of its files itself.', 'Leave --format out.');
  const names = EXCHANGE_FORMATS.map(({ name }) => name);
  const found = EXCHANGE_FORMATS.find(({ name }) => name === (format ?? DEFAULT_FORMAT));
  if (found) return found;
  const guess = closest(format ?? '', names);
  throw new UserError(`There is no format "${format ?? ''}".`, guess ? `Did you mean "${guess}"?` : `Formats: ${names.join(', ')}.`);
}

function readSelection(only: string | undefined): ExchangeSelection | undefined {
  if (only === undefined) return undefined;
  const found = EXCHANGE_SELECTIONS.find((name) => name === only);
  if (found) return found;
  const guess = closest(only, EXCHANGE_SELECTIONS);
  throw new UserError(`--only takes no "${only}".`, guess ? `Did you mean "${guess}"?` : `Allowed: ${EXCHANGE_SELECTIONS.join(', ')}.`);
}

/** The locales that are asked for, in the order of the site; all but the source locale when none is. */
function readLocales({ config }: ContentMap, wanted: readonly string[] | undefined): Locale[] {
  const targets = config.locales.filter(({ id }) => id !== config.sourceLocale);
  const names = (wanted ?? []).flatMap((value) => value.split(',')).map((value) => value.trim()).filter((value) => value !== '');
  const chosen = new Set(names.map((name) => {
    const found = findLocale(config.locales, name);
    if (found?.id === config.sourceLocale) throw new UserError(`${found.id} is the source locale, which has no translations.`, `Choose of ${targets.map(({ id }) => id).join(', ')}.`);
    if (found) return found.id;
    const guess = closest(name, targets.map(({ id }) => id));
    throw new UserError(`There is no locale "${name}" in this content.`, guess ? `Did you mean "${guess}"?` : `Locales: ${targets.map(({ id }) => id).join(', ')}.`);
  }));
  return chosen.size === 0 ? targets : targets.filter(({ id }) => chosen.has(id));
}
