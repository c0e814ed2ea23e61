import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { Toc, TocLink, TocNode, TocProblem } from '../model/toc.ts';

/**
 * Reads a docfx `toc.yml`: a list of entries, or a mapping with `items`. An entry has `name`, `href`
 * (or `topicHref`, `tocHref`), `uid`, `expanded`, `items`; other keys are ignored.
 * Never throws: what cannot be read is left out with a problem that names its line.
 */
export function parseToc(text: string): Toc {
  try {
    return readToc(text);
  } catch {
    return { nodes: [], problems: [{ reason: 'the nesting is too deep', line: 1, column: 1 }], links: [] };
  }
}

/** A table of contents has no more levels, and what walks it may recurse. */
const DEEPEST = 32;

function readToc(text: string): Toc {
  const lines = new LineCounter();
  // Numbers and dates are titles here: the failsafe schema reads every value as text.
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
  const problems: TocProblem[] = document.errors.map(({ message, pos: [at] }) => ({ reason: lowerFirst(message), ...pointAt(lines, at) }));
  const links: TocLink[] = [];

  const report = (node: unknown, reason: string): void => {
    problems.push({ reason, ...pointAt(lines, offsetOf(node)) });
  };
  const readItems = (written: unknown, depth: number): TocNode[] => {
    if (written === undefined || written === null || isEmpty(written)) return [];
    if (!isSeq(written)) {
      report(written, isAlias(written) ? ALIAS : 'expected a list of entries');
      return [];
    }
    if (depth > DEEPEST) {
      report(written, `expected at most ${DEEPEST} levels`);
      return [];
    }
    return written.items.flatMap((item) => readEntry(item, depth));
  };
  const readEntry = (entry: unknown, depth: number): TocNode[] => {
    if (!isMap(entry)) {
      report(entry, isAlias(entry) ? ALIAS : 'expected an entry with name and href');
      return [];
    }
    const title = textOf(entry, 'name') ?? '';
    const topic = textOf(entry, 'topicHref');
    const own = textOf(entry, 'href');
    const href = topic ?? own ?? textOf(entry, 'tocHref');
    // The other two are addresses in breadcrumbs, which need not be those of this content.
    if (own !== undefined && topic === undefined) links.push({ href: own, ...pointAt(lines, offsetOf(entry.get('href', true))) });
    const uid = textOf(entry, 'topicUid') ?? textOf(entry, 'uid');
    const items = readItems(entry.get('items', true), depth + 1);
    if (title === '' && href === undefined && uid === undefined && items.length === 0) {
      report(entry, 'expected a name, an href or items');
      return [];
    }
    return [
      {
        title,
        ...(href !== undefined && { href }),
        ...(uid !== undefined && { uid }),
        ...(textOf(entry, 'expanded') === 'true' && { expanded: true }),
        items,
      },
    ];
  };

  const root = document.contents;
  const nodes = isMap(root) ? readItems(root.get('items', true), 0) : readItems(root, 0);
  if (isMap(root) && !root.has('items')) report(root, 'expected a list of entries, or items');
  return { nodes, problems, links };
}

/** Aliases let a short file stand for an endless one; no table of contents needs them. */
const ALIAS = 'expected no aliases (*name)';

function isEmpty(node: unknown): boolean {
  return isScalar(node) && (node.value === null || node.value === '');
}

/** A scalar value as trimmed text; undefined when there is none. */
function textOf(entry: YAMLMap, key: string): string | undefined {
  const value = entry.get(key, true);
  const text = isScalar(value) && value.value !== null ? String(value.value).trim() : '';
  return text === '' ? undefined : text;
}

function offsetOf(node: unknown): number {
  if (typeof node !== 'object' || node === null || !('range' in node)) return 0;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}

function pointAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
