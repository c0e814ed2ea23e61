import type { z } from 'zod';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';
import { SETTINGS, siteSchema, type SiteFile } from './site-schema.ts';
import { readYamlFile } from './yaml-file.ts';

/** `site.yml` as it is written, and where in it. */
export interface ParsedSiteFile {
  readonly values: SiteFile;
  /** Names the file and the line (1-based) of a setting: `where(['locales', 0])` // => 'site.yml:4' */
  readonly where: (path: readonly PropertyKey[]) => string;
}

/** A site without `site.yml`. */
export const NO_SITE_FILE: ParsedSiteFile = { values: {}, where: () => 'site.yml' };

/**
 * Reads `site.yml`.
 * @param name how messages call the file
 * @param checkIds ids that may stand under `checks`
 * @throws {UserError} naming the line, what is wrong there and what is allowed
 */
export function parseSiteFile(text: string, name: string, checkIds: readonly string[]): ParsedSiteFile {
  const { value, where } = readYamlFile(text, name);
  const result = siteSchema.safeParse(value ?? {});
  if (!result.success) throw describe(result.error.issues[0], where);
  for (const id of Object.keys(result.data.checks ?? {})) {
    if (!checkIds.includes(id)) throw unknownName(where(['checks', id]), `there is no check "${id}"`, id, checkIds, 'Run `interlinear explain` for the list of checks.');
  }
  result.data.ignore?.forEach(({ rules }, entry) => {
    rules.forEach((id, index) => {
      if (!checkIds.includes(id)) throw unknownName(where(['ignore', entry, 'rules', index]), `"ignore" names the rule "${id}", which does not exist`, id, checkIds, 'Run `interlinear explain` for the list of rules.');
    });
  });
  for (const [path, { maxFindings }] of limitGroups(result.data)) {
    for (const id of typeof maxFindings === 'object' ? Object.keys(maxFindings) : []) {
      if (![...checkIds, 'error', 'warning', 'info'].includes(id)) throw unknownName(where([...path, 'maxFindings', id]), `"maxFindings" names "${id}", which is no rule and no severity`, id, checkIds, 'Write rules, or error, warning and info.');
    }
  }
  return { values: result.data, where };
}

function limitGroups({ limits }: SiteFile): (readonly [path: readonly string[], limits: NonNullable<SiteFile['limits']>])[] {
  if (!limits) return [];
  return [[['limits'], limits], ...Object.entries(limits.locales ?? {}).map(([tag, own]) => [['limits', 'locales', tag], own] as const)];
}

function describe(issue: z.core.$ZodIssue | undefined, where: ParsedSiteFile['where']): UserError {
  if (!issue) return new UserError(`${where([])} is not valid.`, 'Compare it with the documentation.');
  const place = where(issue.path);
  const setting = settingName(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      const known = issue.path.length === 0 ? Object.keys(siteSchema.shape) : (SETTINGS[groupName(issue.path)] ?? []);
      return unknownName(where([...issue.path, key]), `there is no setting "${key}"${setting === '' ? '' : ` in "${setting}"`}`, key, known);
    }
    case 'invalid_value':
      return new UserError(`${place}: "${setting}" has a value that is not allowed.`, `Allowed: ${issue.values.map(String).join(', ')}.`);
    // The forms of a union fail each in its own way; the one that comes furthest is the one that was meant.
    case 'invalid_union': {
      const deepest = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length || Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'))[0];
      if (deepest && (deepest.path.length > 0 || deepest.code === 'unrecognized_keys')) return describe({ ...deepest, path: [...issue.path, ...deepest.path] }, where);
      return wrongKind(place, setting);
    }
    case 'invalid_type':
      return issue.path.length === 0 ? new UserError(`${place}: the file must be a list of settings, each \`name: value\`.`, `Settings: ${Object.keys(siteSchema.shape).join(', ')}.`) : wrongKind(place, setting);
    default:
      return wrongKind(place, setting);
  }
}

const KINDS: Readonly<Record<string, string>> = {
  title: 'Write one title, or one per locale: `vi-VN: …`.',
  url: 'Write an address that begins with https:// or http://, e.g. https://help.example.com/docs/.',
  linkBase: 'Write an address that begins with https:// or http://, e.g. https://learn.example.com.',
  base: 'Write a path such as /help/.',
  locales: 'Write a list: `- vi-VN`, or `- tag: vi-VN` with `label` and `dir`.',
  checks: 'Write one line per check: `stale-translation: error`. Allowed: error, warning, info, off.',
  repository: 'Write an address that begins with https:// and holds {file}, e.g. https://git.example.com/docs/edit/main/content/{file}.',
  suggest: 'Write an address that begins with https:// and holds what it needs of {path}, {segment}, {source}, {target}, {url}, {locale}, {file} and {line}.',
  checkPages: 'Write true or false.',
  rules: 'Write a list of rules with `id`, `pattern` and `message`: `- id: no-please`. Also: flags, side, locales, severity.',
  'rules.id': 'Write lower-case words joined by hyphens, e.g. no-please.',
  'rules.flags': 'Write letters of i, m, s, u and v.',
  names: 'Write a list of names: `- Contoso`.',
  statusPage: 'Write true or false.',
  review: 'Write true or false.',
  redirects: 'Write a list of `- from: guides/old.md` with `to: guides/new.md`, or an address that begins with / or https://.',
  ignore: 'Write a list of entries with `rules`, `paths` and `reason`: `- rules: [empty-segment]`.',
  'ignore.reason': 'Write why these findings are no problem.',
  limits: 'Write `maxStale: 10` or `5%`, `minTranslated: 90%`, and `maxFindings: 0` or one number per rule or severity; for one locale below `locales`.',
  description: 'Write one text, or one per locale: `vi-VN: …`.',
  brand: 'Write the settings of the brand below it, one per line: `logo: media/logo.svg`.',
  'brand.color': 'Write a colour as in #1a5fb4.',
  'brand.colorDark': 'Write a colour as in #99c1f1.',
  'brand.favicon': 'Write a file of the content, or a list of two: the icon as SVG and as PNG.',
  'brand.fonts': 'Write family names as in CSS, or font files of the content: `body: fonts/text.woff2`.',
  footer: 'Write `text`, and `links` as a list of `- label: …` with `url: …`.',
  social: 'Write a list of `- name: GitHub` with `url: https://…`.',
  feedback: 'Write an address that begins with https:// or mailto:, e.g. https://example.com/feedback?page={url}.',
  slots: 'Name a file of HTML in the content, e.g. `footer: parts/footer.html`, or one per locale.',
};

function wrongKind(place: string, setting: string): UserError {
  const group = setting.replace(/\[\d+\]/g, '').split('.');
  const hint = group.map((_, index) => KINDS[group.slice(0, group.length - index).join('.')]).find((text) => text !== undefined);
  return new UserError(`${place}: "${setting}" has a value of the wrong kind.`, hint ?? 'Write one line of text, in quotation marks if it has a colon or looks like a number.');
}

function unknownName(place: string, problem: string, word: string, known: readonly string[], list = `Allowed: ${[...known].sort().join(', ')}.`): UserError {
  const guess = closest(word, known);
  return new UserError(`${place}: ${problem}.`, guess ? `Did you mean "${guess}"?` : list);
}

/** groupName(['footer', 'links', 0]) // => 'footer.links' */
function groupName(path: readonly PropertyKey[]): string {
  return path.filter((step) => typeof step !== 'number').map(String).join('.');
}

/** settingName(['locales', 0, 'tag']) // => 'locales[0].tag' */
function settingName(path: readonly PropertyKey[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`)).join('');
}
