import type { ProjectRules, Term } from '../define-check.ts';
import { languageOf } from './language-of.ts';

/** A term as one locale uses it, ready to be looked for. */
export interface CompiledTerm {
  readonly source: string;
  /** Accepted forms as written in the glossary. */
  readonly use: readonly string[];
  /** Matches any accepted form; undefined when the glossary names none. */
  readonly accepted: RegExp | undefined;
  /** Finds rejected forms. */
  readonly rejected: RegExp | undefined;
}

export interface CompiledTerms {
  /** Finds every source term of the locale, the longest at each place. */
  readonly sources: RegExp;
  /** The term that a match of {@link sources} means. */
  termOf(match: string): CompiledTerm | undefined;
}

const compiled = new WeakMap<ProjectRules, Map<string, CompiledTerms | undefined>>();

/** The terms of a glossary for one locale; undefined when it has none. Made once per locale. */
export function compiledTerms(rules: ProjectRules, tag: string): CompiledTerms | undefined {
  const byLocale = compiled.get(rules) ?? new Map<string, CompiledTerms | undefined>();
  compiled.set(rules, byLocale);
  if (!byLocale.has(tag)) byLocale.set(tag, compileTerms(rules.terms, tag));
  return byLocale.get(tag);
}

function compileTerms(terms: readonly Term[], tag: string): CompiledTerms | undefined {
  const own = terms.flatMap((term) => {
    const target = term.targets[tag.toLowerCase()] ?? term.targets[languageOf(tag)];
    return target ? [{ term: compileTerm(term.source, target), whole: new RegExp(`^(?:${sourcePattern(term.source)})$`, 'iu') }] : [];
  });
  if (own.length === 0) return undefined;
  const longestFirst = own.map(({ term }) => term.source).sort((a, b) => b.length - a.length);
  return {
    sources: new RegExp(longestFirst.map(sourcePattern).join('|'), 'giu'),
    termOf: (match) => own.find(({ whole }) => whole.test(match))?.term,
  };
}

function compileTerm(source: string, { use, avoid }: Term['targets'][string]): CompiledTerm {
  const anyOf = (forms: readonly string[], flags: string): RegExp | undefined => (forms.length === 0 ? undefined : new RegExp(forms.map((form) => formPattern(form)).join('|'), flags));
  return { source, use, accepted: anyOf(use, 'iu'), rejected: anyOf(avoid, 'giu') };
}

/** A source term with its plural: languages that form it otherwise list it, or end the term with `*`. */
function sourcePattern(source: string): string {
  return formPattern(source, /[\p{Script=Latin}]$/u.test(source) ? '(?:s|es)?' : '');
}

/** Scripts written without spaces: a word may begin and end anywhere. Source: UAX #14, classes SA and ID. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * A form of a term as a regular expression: whole words, `*` at either end for any beginning or ending, any white space
 * for a blank. Linear: nothing in it repeats but the blanks.
 */
function formPattern(form: string, ending = ''): string {
  const text = form.normalize('NFC');
  const words = text.replace(/^\*|\*$/g, '').split(/\s+/).filter((word) => word !== '').map(escapePattern).join('[\\s\\u00A0]+');
  const isUnspaced = UNSPACED.test(text);
  const before = text.startsWith('*') || isUnspaced ? '' : '(?<![\\p{L}\\p{M}\\p{N}_])';
  const after = text.endsWith('*') || isUnspaced ? '' : `${ending}(?![\\p{L}\\p{M}\\p{N}_])`;
  return `${before}${words}${after}`;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
