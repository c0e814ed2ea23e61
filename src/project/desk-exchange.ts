import { ExchangeError } from '../exchange/exchange-error.ts';
import { EXCHANGE_FORMATS, unitReader, type ExchangeFormat } from '../exchange/formats.ts';
import type { DeskExportRequest, ImportedUnit, ImportResponse } from '../model/desk.ts';
import type { ExchangeFile, ReturnedUnit } from '../model/exchange.ts';
import type { Host } from '../model/host.ts';
import type { BaselineEntry } from './baseline.ts';
import type { ContentMap } from './content-map.ts';
import { exportContent } from './export-content.ts';
import type { ExchangeSelection } from './exchange-units.ts';
import { findLocale } from './find-locale.ts';
import { importContent } from './import-content.ts';
import { contentFile } from './inventory.ts';
import { refusalText } from './refusal-text.ts';
import { zipPieces, type ZippedFile } from './zip-pieces.ts';

export interface DeskExchangeOptions {
  readonly host: Host;
  readonly map: ContentMap;
  readonly desk: { reread(paths: Iterable<string>): void };
  readonly baseline: readonly BaselineEntry[];
  /** As in {@link DeskOptions.write}. */
  readonly write: (file: string, text: string, expected: string | undefined) => 'written' | 'changed';
  /** ISO date and time. */
  readonly now: () => string;
  /** Of the tool. */
  readonly version: string;
}

interface ExportedDocument {
  readonly name: string;
  readonly mediaType: string;
  /** Made as they are asked for. */
  readonly pieces: Iterable<string | Uint8Array>;
}

interface ImportRequest {
  /** Name of the file; its ending says the format. */
  readonly name: string;
  /** For units that do not say theirs. */
  readonly locale: string;
  readonly apply: boolean;
  readonly trustStates: boolean;
}

/** What the desk gives other tools and takes back. */
export interface DeskExchange {
  /** Undefined for a locale, format or selection that is not known. */
  export(request: DeskExportRequest): ExportedDocument | undefined;
  /** Takes a document in pieces of any size. `rest` lets others be answered while what is to be written is written. */
  import(request: ImportRequest): { write(chunk: string): void; end(rest: () => Promise<unknown>): Promise<ImportResponse> };
}

const SELECTIONS: readonly ExchangeSelection[] = ['untranslated', 'findings', 'stale', 'not-reviewed'];
const ENCODER = new TextEncoder();
/** Outcomes that an answer lists. */
const MOST_OUTCOMES = 2_000;

export function deskExchange({ host, map, desk, baseline, write, now, version }: DeskExchangeOptions): DeskExchange {
  const { config } = map;
  const targets = config.locales.filter(({ id }) => id !== config.sourceLocale);
  return {
    export({ locale: id, format: name, paths, only, perArticle }) {
      const locale = targets.find((candidate) => candidate.id === id);
      const format = EXCHANGE_FORMATS.find((candidate) => candidate.name === name);
      const selection = SELECTIONS.find((candidate) => candidate === only);
      if (!locale || !format || (only !== undefined && !selection)) return undefined;
      const wanted = new Set(paths);
      const files = exportContent(host, map, { locale, only: selection, wants: (path) => wanted.size === 0 || wanted.has(path), baseline });
      if (perArticle) return { name: `${locale.id}.zip`, mediaType: 'application/zip', pieces: zipPieces(eachFile(files, format, version)) };
      return { name: `${locale.id}.${format.extension}`, mediaType: format.mediaType, pieces: format.write(files, version) };
    },
    import({ name, locale: chosen, apply, trustStates }) {
      const outcomes: ImportedUnit[] = [];
      const places = new Map<string, { readonly locale: string; readonly path: string }>();
      const taking = importContent(host, map, {
        trustStates,
        acceptSource: false,
        now: now(),
        write: apply ? write : undefined,
        onOutcome(file, { id, kind, reason, detail, before, after }) {
          const place = places.get(file);
          if (kind !== 'unchanged' && place && outcomes.length < MOST_OUTCOMES) outcomes.push({ ...place, id, kind, refusal: reason && refusalText(reason, detail), before, after });
        },
      });
      let strange = 0;
      let problem: ImportResponse['problem'];
      const attempt = (step: () => void): void => {
        if (problem) return;
        try {
          step();
        } catch (error) {
          if (!(error instanceof ExchangeError)) throw error;
          problem = { reason: error.message, line: error.line };
        }
      };
      let reader: ReturnType<typeof unitReader> | undefined;
      const take = (unit: ReturnedUnit): void => {
        const locale = findLocale(targets, unit.locale ?? chosen);
        if (!locale) {
          strange += 1;
          return;
        }
        places.set(contentFile(locale, unit.path), { locale: locale.id, path: unit.path });
        taking.take(locale, unit);
      };
      // What is wrong further down must not leave the first half written: the document is read to its end first. It is kept
      // as bytes, which take less than its units.
      const kept: Uint8Array[] = [];
      attempt(() => {
        reader = unitReader(name, apply ? () => {} : take);
      });
      return {
        write(chunk) {
          attempt(() => reader?.write(chunk));
          if (apply && !problem) kept.push(ENCODER.encode(chunk));
        },
        async end(rest) {
          attempt(() => reader?.close());
          if (apply && !problem) {
            const again = unitReader(name, take);
            const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
            for (let bytes = kept.shift(); bytes; bytes = kept.shift()) {
              again.write(decoder.decode(bytes, { stream: true }));
              await rest();
            }
            again.close();
          }
          const { units, counts, changed, reviewed } = taking.end();
          // What is said of a segment stands beside its file, which stays.
          const touched = apply && reviewed > 0 ? [...places.keys()] : changed;
          desk.reread(new Set(touched.flatMap((file) => places.get(file)?.path ?? [])));
          return { problem, applied: apply, units: units + strange, counts: { ...counts, refused: counts.refused + strange }, reviewed, changed, outcomes };
        },
      };
    },
  };
}

function* eachFile(files: Iterable<ExchangeFile>, format: ExchangeFormat, version: string): Generator<ZippedFile> {
  for (const file of files) yield { name: `${file.path}.${format.extension}`, pieces: format.write([file], version) };
}
