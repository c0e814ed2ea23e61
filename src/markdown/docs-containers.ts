/**
 * Makes the content of `:::row:::`, `:::column:::` and images with a long description ordinary Markdown. Its authors
 * indent what stands between two such lines, which Docs takes back; CommonMark would read four blanks as code. And such
 * a line ends the paragraph, the list item or the HTML block before it, as it does on Docs. Linear in the length.
 */
export function withDocsContainers(text: string): string {
  if (!text.includes(':::')) return text;
  const out: string[] = [];
  const open: Container[] = [];
  let fence: string | undefined;
  let inHtml = false;
  for (const written of text.split('\n')) {
    const marker = fence === undefined ? MARKER.exec(written) : null;
    const line = marker === null ? open.reduce(outdented, written) : markerLine(written, marker[1] ?? '', open);
    fence = marker === null ? fenceBehind(fence, line) : fence;
    if (marker !== null && (inHtml || ENDS.test(marker[1] ?? '')) && out.at(-1)?.trim() !== '') out.push('');
    inHtml = marker === null && line.trim() !== '' && (inHtml || /^[ \t]*<[a-z/]/i.test(line));
    out.push(line);
  }
  return out.join('\n');
}

interface Container {
  readonly kind: string;
  /** Columns of indentation that its content gets. */
  readonly indent: number;
  /** Columns that its content stands further in; known from its first line on. */
  by: number | undefined;
}

const MARKER = /^[ \t]*:{3,}[ \t]*([a-z-]*)/;
const ENDS = /^(?:column|moniker|row|zone)\b/;
/** Deeper ones are left as they are. */
const DEEPEST = 16;

/** A `:::` line, at the indentation of the container that it opens, ends or belongs to; keeps account of what is open. */
function markerLine(written: string, name: string, open: Container[]): string {
  const kind = name.replace(/-end$/, '');
  const at = open.findLastIndex((container) => container.kind === (kind === 'column' && name === kind ? 'row' : kind));
  if (name !== kind) {
    const ended = open[at];
    if (ended === undefined) return open.reduce(outdented, written);
    open.length = at;
    return indented(written, ended.indent);
  }
  const row = kind === 'column' ? open[at] : undefined;
  if (row !== undefined) open.length = at + 1;
  const line = row === undefined ? open.reduce(outdented, written) : indented(written, row.indent);
  const holds = kind === 'row' || kind === 'column' || (kind === 'image' && /\btype\s*=\s*["']?complex/.test(line));
  if (holds && open.length < DEEPEST) open.push({ kind, indent: indentOf(line), by: kind === 'row' ? 0 : undefined });
  return line;
}

/** A line of a container's content without what it stands further in than the container; its first line says how far that is. */
function outdented(line: string, container: Container): string {
  if (line.trim() === '') return line;
  const indent = indentOf(line);
  container.by ??= Math.max(0, indent - container.indent);
  const less = Math.min(container.by, indent - container.indent);
  return less > 0 ? indented(line, indent - less) : line;
}

/** Columns before the first character that is no blank; tab stops are four columns apart, as in CommonMark. */
function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

function indented(line: string, columns: number): string {
  return ' '.repeat(columns) + line.replace(/^[ \t]+/, '');
}

/** The run that a line leaves a fenced block open with. */
function fenceBehind(fence: string | undefined, line: string): string | undefined {
  const run = FENCE.exec(line)?.[1];
  if (run === undefined) return fence;
  if (fence === undefined) return run;
  return run.startsWith(fence) && line.trimEnd().endsWith(run) ? undefined : fence;
}

const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;
