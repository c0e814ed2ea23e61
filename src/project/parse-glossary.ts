import type { z } from 'zod';
import type { Term } from '../checks/define-check.ts';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';
import { GLOSSARY_NAMES, glossarySchema, type GlossaryTarget } from './glossary-schema.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/**
 * Reads `glossary.yml`.
 * @param name how messages call the file
 * @throws {UserError} naming the line, what is wrong there and what is allowed
 */
export function parseGlossary(text: string, name: string): Term[] {
  const { value, where } = readYamlFile(text, name);
  const result = glossarySchema.safeParse(value ?? { terms: [] });
  if (!result.success) throw describe(result.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? result.error.issues[0], where);
  const seen = new Map<string, number>();
  return result.data.terms.map(({ term, note, targets }, index) => {
    const first = seen.get(term.toLowerCase());
    if (first !== undefined) throw new UserError(`${where(['terms', index])}: the term "${term}" stands already in ${where(['terms', first])}.`, 'Put the two entries together.');
    seen.set(term.toLowerCase(), index);
    return { source: term, targets: targetsOf(targets, (tag) => where(['terms', index, 'targets', tag])), ...(note !== undefined && { note }) };
  });
}

function targetsOf(targets: Readonly<Record<string, GlossaryTarget>>, where: (tag: string) => string): Term['targets'] {
  return Object.fromEntries(
    Object.entries(targets).map(([tag, target]) => {
      if (!isTag(tag)) throw new UserError(`${where(tag)}: "${tag}" is not a language tag.`, 'Write a language such as de, or a locale such as de-DE.');
      const { use = [], avoid = [] } = typeof target === 'string' || Array.isArray(target) ? { use: target } : target;
      const forms = { use: listed(use), avoid: listed(avoid) };
      const empty = [...forms.use, ...forms.avoid].find((form) => form.replace(/^\*|\*$/g, '').trim() === '');
      if (empty !== undefined) throw new UserError(`${where(tag)}: the form "${empty}" has no letters.`, 'Write a word; `*` stands at its beginning or end only.');
      return [tag.toLowerCase(), forms];
    }),
  );
}

function listed(forms: string | readonly string[]): readonly string[] {
  return typeof forms === 'string' ? [forms] : forms;
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const SHAPE = 'Write `terms:` and below it `- term: folder` with `targets:`, one line per language: `de: Ordner`.';

function describe(issue: z.core.$ZodIssue | undefined, where: YamlFile['where']): UserError {
  if (issue?.code === 'invalid_union') {
    const deepest = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length || Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'))[0];
    if (deepest?.code === 'unrecognized_keys') return describe({ ...deepest, path: [...issue.path, ...deepest.path] }, where);
  }
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const known = path.length === 0 ? GLOSSARY_NAMES.file : path.length === 2 ? GLOSSARY_NAMES.term : GLOSSARY_NAMES.target;
    const guess = closest(key, known);
    return new UserError(`${where([...path, key])}: there is no "${key}" in a glossary at this place.`, guess ? `Did you mean "${guess}"?` : `Allowed: ${known.join(', ')}.`);
  }
  const last = path.findLast((step) => typeof step === 'string');
  return new UserError(`${where(path)}: ${last === undefined ? 'the glossary' : `"${last}"`} is missing something or has a value of the wrong kind.`, SHAPE);
}
