import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';
import { LOCALE_SETTINGS, siteSchema, type SiteFile } from './site-schema.ts';

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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const broken = document.errors[0];
  if (broken) throw new UserError(`${name}:${lines.linePos(broken.pos[0]).line} is not valid YAML: ${sentence(broken.message)}`, 'Correct the line; indentation and colons are the usual causes.');
  const where = (path: readonly PropertyKey[]): string => `${name}:${lines.linePos(offsetOf(document, path)).line}`;
  const result = siteSchema.safeParse(toJs(document, name) ?? {});
  if (!result.success) throw describe(result.error.issues[0], where);
  for (const id of Object.keys(result.data.checks ?? {})) {
    if (!checkIds.includes(id)) throw unknownName(where(['checks', id]), `there is no check "${id}"`, id, checkIds, 'Run `interlinear explain` for the list of checks.');
  }
  return { values: result.data, where };
}

function toJs(document: Document, name: string): unknown {
  try {
    // A small file of our own users; the limit only stops alias bombs.
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    throw new UserError(`${name} cannot be read: ${sentence(error instanceof Error ? error.message : String(error))}`, 'Write the values out instead of using aliases.');
  }
}

function describe(issue: z.core.$ZodIssue | undefined, where: ParsedSiteFile['where']): UserError {
  if (!issue) return new UserError(`${where([])} is not valid.`, 'Compare it with the documentation.');
  const place = where(issue.path);
  const setting = settingName(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      const known = issue.path.length === 0 ? Object.keys(siteSchema.shape) : LOCALE_SETTINGS;
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
  checkPages: 'Write true or false.',
};

function wrongKind(place: string, setting: string): UserError {
  const [first = ''] = setting.split(/[.[]/);
  return new UserError(`${place}: "${setting}" has a value of the wrong kind.`, KINDS[first] ?? 'Write one line of text, in quotation marks if it has a colon or looks like a number.');
}

function unknownName(place: string, problem: string, word: string, known: readonly string[], list = `Allowed: ${[...known].sort().join(', ')}.`): UserError {
  const guess = closest(word, known);
  return new UserError(`${place}: ${problem}.`, guess ? `Did you mean "${guess}"?` : list);
}

/** settingName(['locales', 0, 'tag']) // => 'locales[0].tag' */
function settingName(path: readonly PropertyKey[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`)).join('');
}

/** Offset of the key or value at a path, or of the nearest node above it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isMap(node) || isScalar(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
    } else {
      break;
    }
  }
  return offset;
}

function sentence(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
