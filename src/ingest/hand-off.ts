import type { Article, HandOff } from '../model/article.ts';

/**
 * The translation metadata of an article (FORMAT.md §3), reduced to strings; undefined where the
 * frontmatter has no value of the expected form. `ms.lasthandoff` is `MM/DD/YYYY` in the file.
 */
export function handOff(article: Article): HandOff {
  const { data } = article.frontmatter;
  const provenance = text(data['ms.translationtype'])?.toUpperCase();
  return {
    sourceHash: text(data['ms.openlocfilehash']),
    date: isoDate(text(data['ms.lasthandoff'])),
    provenance: provenance === 'MT' || provenance === 'HT' ? provenance : undefined,
    contentLocale: text(data['ms.contentlocale']),
  };
}

/** A hash of digits only reads as a number in YAML. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** isoDate('09/14/2020') // => '2020-09-14' */
function isoDate(written: string | undefined): string | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written ?? '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]|$)/.exec(written ?? '');
  const [year, month, day] = american ? [american[3], american[1], american[2]] : [iso?.[1], iso?.[2], iso?.[3]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? date.toISOString().slice(0, 10) : undefined;
}
