import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { UserError } from '../model/user-error.ts';

/** A file of settings as it is written. */
export interface YamlFile {
  readonly value: unknown;
  /** Names the file and the line (1-based) of a setting: `where(['terms', 0])` // => 'glossary.yml:4' */
  readonly where: (path: readonly PropertyKey[]) => string;
}

/**
 * Reads YAML that users of the tool write by hand.
 * @param name how messages call the file
 * @throws {UserError} naming the line, when it is not YAML
 */
export function readYamlFile(text: string, name: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const broken = document.errors[0];
  if (broken) throw new UserError(`${name}:${lines.linePos(broken.pos[0]).line} is not valid YAML: ${sentence(broken.message)}`, 'Correct the line; indentation and colons are the usual causes.');
  return { value: toJs(document, name), where: (path) => `${name}:${lines.linePos(offsetOf(document, path)).line}` };
}

function toJs(document: Document, name: string): unknown {
  try {
    // A small file of our own users; the limit only stops alias bombs.
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    throw new UserError(`${name} cannot be read: ${sentence(error instanceof Error ? error.message : String(error))}`, 'Write the values out instead of using aliases.');
  }
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
