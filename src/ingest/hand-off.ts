import type { Article, HandOff } from '../model/article.ts';

/**
 * The translation metadata of an article (FORMAT.md §3), reduced to strings; undefined where the
 * frontmatter has no value of the expected form. `ms.lasthandoff` is `MM/DD/YYYY` in the file.
 */
export function handOff(article: Article): HandOff {
  const { data } = article.frontmatter;
  // `MTE95` and other degrees of machine translation; `Human Translation` in older hand-backs.
  const [provenance] = /^(?:MT|HT|HUMAN)/.exec(text(data['ms.translationtype'])?.toUpperCase() ?? '') ?? [];
  return {
    sourceHash: sourceHash(article),
    date: isoDate(text(data['ms.lasthandoff'])),
    provenance: provenance === 'HUMAN' ? 'HT' : provenance === 'MT' || provenance === 'HT' ? provenance : undefined,
    contentLocale: text(data['ms.contentlocale']),
  };
}

/** A hash that happens to look like a number (`12e4…`) is one to YAML; then it is taken as it is written. */
function sourceHash({ frontmatter, text: file }: Article): string | undefined {
  const value = frontmatter.data['ms.openlocfilehash'];
  if (typeof value !== 'number') return text(value);
  return /^ms\.openlocfilehash:[ \t]*(\S+)/m.exec(file.slice(frontmatter.start, frontmatter.end))?.[1];
}

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
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}
