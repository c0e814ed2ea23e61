import matter from 'gray-matter';
import type { Frontmatter } from '../model/article.ts';
import { copyData } from './copy-data.ts';
import { parseYaml } from './parse-yaml.ts';
import { simpleMapping } from './simple-mapping.ts';
import { withTargets } from './with-targets.ts';

/**
 * Finds and reads the metadata block at the top of a file (FORMAT.md §3).
 *
 * It starts with a line `---` (or `---yaml`) and ends with the next line `---`. Never throws and never runs code:
 * blocks in other languages (`---js`) are invalid. An unclosed block is invalid and stays in the body. Text between
 * two thematic breaks is no metadata: a block whose first line is blank counts only when it reads as a mapping.
 * Of values that hold pairs the targets are taken; where pairs keep the block from being read, it is `bilingual`.
 *
 * @returns `bodyStart`: offset in `text` (UTF-16 code units) behind the block, or behind the byte order mark when there is none
 */
export function readFrontmatter(text: string): { readonly frontmatter: Frontmatter; readonly bodyStart: number } {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  OPENING_LINE.lastIndex = start;
  const opening = OPENING_LINE.exec(text);
  if (opening === null) return withoutBlock('none', start);
  CLOSING_LINE.lastIndex = OPENING_LINE.lastIndex - (opening[2] ?? '').length;
  const closing = CLOSING_LINE.exec(text);
  const yamlStart = OPENING_LINE.lastIndex;
  const opensBlank = BLANK_LINE.test(text.slice(yamlStart, yamlStart + 200));
  if (closing === null) {
    return opensBlank ? withoutBlock('none', start) : withoutBlock('invalid', start, 'the closing line --- is missing');
  }
  const end = CLOSING_LINE.lastIndex;
  const yaml = text.slice(yamlStart, Math.max(yamlStart, closing.index));
  const language = (opening[1] ?? '').toLowerCase();
  if (language !== '' && language !== 'yaml' && language !== 'yml') {
    return block({ state: 'invalid', data: {}, start, end, problem: { reason: `frontmatter in the language ${language} is not read`, offset: start } });
  }
  const read = readYaml(yaml);
  const bilingual = BILINGUAL.test(yaml);
  if ('data' in read) return block({ state: 'valid', ...(bilingual ? withTargets(read.data) : read), start, end });
  if (opensBlank) return withoutBlock('none', start);
  if (bilingual) return block({ state: 'bilingual', data: {}, start, end });
  return block({ state: 'invalid', data: {}, start, end, problem: { reason: read.reason, offset: yamlStart + offsetAsWritten(yaml, read.offset) } });
}

const OPENING_LINE = /---([a-z]{0,20})[ \t]*(\r\n|\n|\r|$)/iy;
const CLOSING_LINE = /(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/g;
const BLANK_LINE = /^[ \t]*(?:[\r\n]|$)/;
const BILINGUAL = /<span\s[^<>]{0,200}(?:data-[ts]tu-id|sxs-lookup)/;

/** Longer blocks are not metadata. Keeps the work small on hostile files. */
const LONGEST_BLOCK = 65_536;
/** gray-matter looks for comments in a time that grows with the square of a blank stretch. */
const LONGEST_GAP = /\s{1000}/;

function block(frontmatter: Frontmatter): ReturnType<typeof readFrontmatter> {
  return { frontmatter, bodyStart: frontmatter.end };
}

function withoutBlock(state: 'none' | 'invalid', start: number, reason?: string): ReturnType<typeof readFrontmatter> {
  const problem = reason === undefined ? {} : { problem: { reason, offset: start } };
  return { frontmatter: { state, data: {}, start, end: start, ...problem }, bodyStart: start };
}

type YamlResult = { readonly data: Frontmatter['data'] } | { readonly reason: string; readonly offset: number };

function readYaml(yaml: string): YamlResult {
  if (yaml.length > LONGEST_BLOCK) return { reason: `the block is longer than ${LONGEST_BLOCK} characters`, offset: 0 };
  if (yaml.length >= 1_000 && LONGEST_GAP.test(yaml)) return { reason: 'the block holds 1000 blanks in a row', offset: 0 };
  const simple = simpleMapping(yaml);
  if (simple) return { data: simple };
  let result: YamlResult = { data: {} };
  const engine = (block: string): object => {
    result = asData(block);
    return {};
  };
  // Passing options keeps gray-matter from answering out of its cache, and from keeping the file in it.
  const { content } = matter(`---\n${yaml.replace(/\r\n?/g, '\n')}\n---\n`, { language: 'yaml', engines: { yaml: engine } });
  return content === '' ? result : { reason: 'a line inside starts with ---', offset: 0 };
}

/** Undoes the normalising of line ends: every CRLF before the offset was one character longer. */
function offsetAsWritten(yaml: string, offset: number): number {
  let written = Math.max(0, offset);
  for (let at = yaml.indexOf('\r\n'); at !== -1 && at < written; at = yaml.indexOf('\r\n', at + 2)) written++;
  return Math.min(written, yaml.length);
}

/** gray-matter hands over the block with the line break of its opening line. */
function asData(block: string): YamlResult {
  const read = parseYaml(block);
  if ('reason' in read) return { reason: read.reason, offset: read.offset - 1 };
  if (read.value === null || read.value === undefined) return { data: {} };
  const copy = copyData(read.value);
  if (copy === undefined) return { reason: 'the aliases make it too large', offset: 0 };
  return isRecord(copy.value) ? { data: copy.value } : { reason: 'expected keys and values', offset: 0 };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
