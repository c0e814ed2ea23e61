import type { ExchangeFile } from '../model/exchange.ts';
import type { Locale } from '../model/locale.ts';
import { tocNames } from '../review/toc-names.ts';
import { isSourceText, plainUnit } from './plain-units.ts';

/** A `toc.yml` of a locale and the one of the source locale at the same path. */
export interface TocPair {
  /** Relative to the locales' folders. */
  readonly path: string;
  readonly source: string;
  readonly target: string;
}

/** The names of a table of contents, those that stand for the same entry as a name of the source. */
export function tocFile({ path, source, target }: TocPair, locale: Locale, sourceLocale: Locale, only: 'untranslated' | undefined): ExchangeFile {
  const sources = Map.groupBy(tocNames(source), ({ key }) => key);
  const units = tocNames(target).flatMap(({ number, name, key }) => {
    const original = sources.get(key)?.shift();
    return original ? [plainUnit(`name-${number}`, original.name, name)] : [];
  });
  return {
    path,
    locale: locale.id,
    sourceTag: sourceLocale.tag,
    targetTag: locale.tag,
    sourceDir: sourceLocale.dir,
    targetDir: locale.dir,
    units: only === undefined ? units : units.filter(isSourceText),
  };
}
