import type { PatternRule, ProjectRules, Term } from '../checks/define-check.ts';
import { UserError } from '../model/user-error.ts';
import type { ParsedSiteFile } from './parse-site-file.ts';

/** Says why a regular expression may take very long on some text; undefined when it cannot. */
export type PatternRisk = (pattern: RegExp) => string | undefined;

/** A project without rules of its own. */
export const NO_RULES: ProjectRules = { terms: [], patterns: [], names: [] };

/**
 * The rules that a project brings along: `rules` and `names` of `site.yml`, and the terms of its glossary.
 * @param riskOf refuses patterns with which one line of a hostile article could stop the build
 * @throws {UserError} naming the line of a rule that cannot be used
 */
export function projectRules({ values, where }: ParsedSiteFile, terms: readonly Term[], riskOf: PatternRisk): ProjectRules {
  const seen = new Set<string>();
  const patterns = (values.rules ?? []).map((rule, index): PatternRule => {
    const at = (key: string): string => where(['rules', index, key]);
    if (seen.has(rule.id)) throw new UserError(`${at('id')}: the rule "${rule.id}" is there twice.`, 'Give each rule an id of its own.');
    seen.add(rule.id);
    const flags = rule.flags ?? 'u';
    const pattern = compile(rule.pattern, flags, at('pattern'));
    const risk = riskOf(pattern);
    if (risk !== undefined) throw new UserError(`${at('pattern')}: the pattern of the rule "${rule.id}" can take very long: ${risk}.`, 'Repeat less: write [^…]* in place of .*, and no repetition inside another one.');
    return {
      id: rule.id,
      pattern: rule.pattern,
      flags,
      side: rule.side ?? 'target',
      ...(rule.locales && { locales: rule.locales }),
      message: rule.message,
      severity: rule.severity ?? 'warning',
    };
  });
  return { terms, patterns, names: values.names ?? [] };
}

function compile(pattern: string, flags: string, where: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error);
    throw new UserError(`${where}: the pattern is not a regular expression: ${reason}.`, 'Correct it. In YAML, put patterns in single quotation marks, so that a backslash is a backslash.');
  }
}
