import type { Term } from '../checks/define-check.ts';
import type { Locale } from '../model/locale.ts';

export interface FoundTerm {
  readonly source: string;
  readonly use: readonly string[];
  readonly avoid: readonly string[];
  readonly note: string | undefined;
}

/** The terms of the glossary that a source text uses, with what the locale says for them. */
export function termsIn(source: string, terms: readonly Term[], { id }: Locale): FoundTerm[] {
  const [language = id] = id.split('-');
  const text = source.toLowerCase();
  return terms.flatMap((term) => {
    const target = term.targets[id] ?? term.targets[language];
    if (!target || !occurs(text, term.source.toLowerCase())) return [];
    return [{ source: term.source, use: target.use, avoid: target.avoid, note: term.note }];
  });
}

/** Whether the words stand in the text as whole words, also in the plural. */
function occurs(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const rest = text.slice(at + words.length, at + words.length + 3);
    if (!/[\p{L}\p{N}]/u.test(text.slice(at - 1, at)) && /^(?:e?s)?(?![\p{L}\p{N}])/u.test(rest)) return true;
  }
  return false;
}
