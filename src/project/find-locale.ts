import type { Locale } from '../model/locale.ts';

/** The locale that a tool means: by id or tag in any case, or by the language alone when only one locale is of it. */
export function findLocale(locales: readonly Locale[], written: string): Locale | undefined {
  const wanted = written.trim().replaceAll('_', '-').toLowerCase();
  const exact = locales.find(({ id, tag }) => id === wanted || tag.toLowerCase() === wanted);
  if (exact || wanted.includes('-')) return exact;
  const related = locales.filter(({ id }) => id.startsWith(`${wanted}-`));
  return related.length === 1 ? related[0] : undefined;
}
