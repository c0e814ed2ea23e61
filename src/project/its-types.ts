import { checks } from '../checks/index.ts';
import type { Category } from '../checks/define-check.ts';

/** Types of ITS 2.0 for rules whose category says too little (INTERCHANGE.md §5.1). */
const BY_RULE: Readonly<Record<string, string>> = {
  'untranslated': 'untranslated',
  'number-missing': 'numbers',
  'name-missing': 'terminology',
  'term': 'terminology',
  'identifier-missing': 'inconsistent-entities',
  'corrupt-token': 'inconsistent-entities',
  'inconsistent-translation': 'inconsistency',
  'bad-characters': 'characters',
  'bidi-controls': 'characters',
  'double-space': 'whitespace',
  'space-before-punctuation': 'whitespace',
  'no-break-space': 'whitespace',
  'doubled-word': 'duplication',
  'locale-punctuation': 'locale-violation',
  'native-digits-in-name': 'locale-violation',
};

const BY_CATEGORY: Readonly<Record<Category, string>> = {
  structure: 'markup',
  alignment: 'non-conformance',
  metadata: 'other',
  links: 'markup',
  files: 'other',
  markup: 'markup',
  wording: 'grammar',
  typography: 'typographical',
  project: 'terminology',
};

const categories = new Map(checks.map(({ id, category }) => [id, category]));

/** What a finding is to tools that know ITS 2.0. */
export function itsTypeOf(rule: string): { readonly itsType?: string } {
  const category = categories.get(rule);
  const itsType = BY_RULE[rule] ?? (category && BY_CATEGORY[category]);
  return itsType === undefined ? {} : { itsType };
}
