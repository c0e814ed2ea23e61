/**
 * The part of a code file that `[!code-lang[](file#region)]` names: lines (`#L5-L9`, `range=5-9,12`), a named
 * region (`#region Name` … `#endregion`, or `<Name>` … `</Name>` in a comment), or the whole file.
 * Common indentation is removed.
 * @returns undefined when the file has no such region
 */
export function codeRegion(text: string, region: string | undefined): string | undefined {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const wanted = region?.replace(/^[#?]/, '') ?? '';
  if (wanted === '') return dedent(lines.filter((line) => !MARKER.test(line)));
  const parameters = new URLSearchParams(wanted);
  const ranges = /^L(\d+)(?:-L?(\d+))?$/i.exec(wanted)?.slice(1).filter(Boolean).join('-') ?? parameters.get('range') ?? parameters.get('start-end');
  const picked = ranges ? lineRanges(lines, ranges) : namedRegion(lines, parameters.get('name') ?? parameters.get('id') ?? parameters.get('region') ?? wanted);
  return picked && picked.length > 0 ? dedent(picked) : undefined;
}

const MARKER = /^\s*(?:\/\/|#|--|<!--|'|\/\*|%|;)\s*(?:#?(?:end)?region\b.*|<\/?[\w-]+>)\s*(?:-->|\*\/)?\s*$/i;

function lineRanges(lines: readonly string[], ranges: string): string[] {
  return ranges.split(',').flatMap((range) => {
    const [from = 1, to = from] = range.split('-').map(Number);
    if (Number.isNaN(from)) return [];
    return lines.slice(Math.max(0, from - 1), Number.isNaN(to) || to === 0 ? lines.length : to);
  });
}

function namedRegion(lines: readonly string[], name: string): string[] | undefined {
  const wanted = name.toLowerCase();
  const start = lines.findIndex((line) => opens(line.toLowerCase(), wanted));
  if (start < 0) return undefined;
  const end = lines.findIndex((line, index) => index > start && closes(line.toLowerCase(), wanted));
  return lines.slice(start + 1, end < 0 ? lines.length : end).filter((line) => !MARKER.test(line));
}

function opens(line: string, name: string): boolean {
  return MARKER.test(line) && (line.includes(`<${name}>`) || (line.includes('region') && !line.includes('endregion') && line.split(/[^\w-]+/).includes(name)));
}

function closes(line: string, name: string): boolean {
  return MARKER.test(line) && (line.includes(`</${name}>`) || line.includes('endregion'));
}

function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return lines.map((line) => (Number.isFinite(common) ? line.slice(common) : line)).join('\n');
}
