import { join } from 'node:path';
import { writeTmx } from '../exchange/write-tmx.ts';
import { writeXliff1 } from '../exchange/write-xliff-1.ts';
import { makeFolder, writePieces } from '../host/write-pieces.ts';
import type { ExchangeFile } from '../model/exchange.ts';
import type { Locale } from '../model/locale.ts';
import type { ContentMap } from '../project/content-map.ts';
import { memoryOf, omegatFiles } from '../project/omegat-kit.ts';

export interface KitOptions {
  readonly locale: Locale;
  readonly map: ContentMap;
  readonly version: string;
}

/**
 * Writes a project that OmegaT opens (INTERCHANGE.md §1.2): articles as XLIFF 1.2 whose targets hold the source, and the
 * translations as a memory that OmegaT fills them from. One article is in memory at a time.
 * @throws {UserError} when the machine refuses
 */
export function writeOmegatKit(folder: string, files: Iterable<ExchangeFile>, { locale, map, version }: KitOptions): void {
  const { config, rules } = map;
  const sourceLocale = config.locales.find(({ id }) => id === config.sourceLocale);
  if (!sourceLocale) return;
  writePieces(join(folder, 'tm/auto', `${locale.id}.tmx`), writeTmx(passing(files, (file) => writePieces(join(folder, 'source', `${file.path}.xlf`), writeXliff1([file], { codes: 'gx', sourceAsTarget: true }))), version));
  // OmegaT opens no project that lacks one of its folders.
  for (const name of ['source', 'target', 'dictionary', 'glossary', 'tm/auto']) makeFolder(join(folder, name));
  const title = config.title['*'] ?? config.title[config.sourceLocale] ?? 'Translation';
  for (const [name, text] of Object.entries(omegatFiles(locale, sourceLocale, rules.terms, title))) writePieces(join(folder, name), [text]);
}

/** What goes into the memory; every file is written on its way there. */
function* passing(files: Iterable<ExchangeFile>, write: (file: ExchangeFile) => void): Generator<ExchangeFile> {
  for (const file of files) {
    write(file);
    yield memoryOf(file);
  }
}
