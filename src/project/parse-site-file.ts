import { LineCounter, isMap, isScalar, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';
import { siteSchema, type SiteFile } from './site-schema.ts';

/**
 * Reads `site.yml`.
 * @param name how messages call the file
 * @param checkIds ids that may stand under `checks`
 * @throws {UserError} naming the line, what is wrong there and what is allowed
 */
export function parseSiteFile(text: string, name: string, checkIds: readonly string[]): SiteFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const broken = document.errors[0];
  if (broken) throw new UserError(`${name}:${lines.linePos(broken.pos[0]).line} is not valid YAML: ${broken.message}`, 'Correct the line; indentation and colons are the usual causes.');
  const result = siteSchema.safeParse(toJs(document, name) ?? {});
  if (!result.success) throw describe(result.error.issues, document, lines, name);
  for (const id of Object.keys(result.data.checks ?? {})) {
    if (!checkIds.includes(id)) throw unknownName(name, lineOf(document, lines, ['checks', id]), `There is no check "${id}"`, id, checkIds);
  }
  return result.data;
}

function toJs(document: Document, name: string): unknown {
  try {
    // A small file of our own users; the limit only stops alias bombs.
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    throw new UserError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, 'Write the values out instead of using aliases.');
  }
}

function describe(issues: readonly z.core.$ZodIssue[], document: Document, lines: LineCounter, name: string): UserError {
  const issue = issues[0];
  if (!issue) return new UserError(`${name} is not valid.`, 'Compare it with the documentation.');
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const known = issue.path.length === 0 ? Object.keys(siteSchema.shape) : ['tag', 'label', 'dir'];
    return unknownName(name, lineOf(document, lines, [...issue.path, key]), `There is no setting "${key}"`, key, known);
  }
  const where = `${name}:${lineOf(document, lines, issue.path)}`;
  const setting = `"${issue.path.join('.')}"`;
  if (issue.code === 'invalid_value') {
    return new UserError(`${where} gives ${setting} a value that is not allowed.`, `Allowed: ${issue.values.map(String).join(', ')}.`);
  }
  return new UserError(`${where} gives ${setting} a value of the wrong kind: ${issue.message}.`, 'See the configuration page of the documentation for what each setting takes.');
}

function unknownName(file: string, line: number, problem: string, word: string, known: readonly string[]): UserError {
  const guess = closest(word, known);
  const hint = guess ? `Did you mean "${guess}"?` : `Allowed: ${[...known].sort().join(', ')}.`;
  return new UserError(`${file}:${line}: ${problem}.`, hint);
}

/** Line (1-based) of the key or value at a path, or of the nearest node above it. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (node && typeof node === 'object' && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(step)];
      if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) offset = Number(node.range[0]);
    }
  }
  return lines.linePos(offset).line;
}
