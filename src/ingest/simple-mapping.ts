import { parseYaml } from './parse-yaml.ts';

/**
 * Reads the YAML that almost every frontmatter is written in: `key: value` and lists, a line each, the values plain or
 * in quotes without escapes. Undefined for all else, which a YAML parser must read; what this reads has the same value
 * there (tests/ingest/simple-mapping.test.ts).
 */
export function simpleMapping(yaml: string): Record<string, unknown> | undefined {
  const mapping: Record<string, unknown> = {};
  let list: { readonly key: string; readonly items: unknown[]; indent: string } | undefined;
  let lines = 0;
  LINE.lastIndex = 0;
  while (LINE.lastIndex < yaml.length) {
    const [line, key, indent = '', double, single, plain] = LINE.exec(yaml) ?? [];
    if (line === undefined || ++lines > MOST_LINES) return undefined;
    const written = double ?? single ?? plain;
    const value = plain === undefined ? (written ?? null) : scalar(plain);
    if (value === undefined) return undefined;
    if (key !== undefined) {
      if (isReserved(key) || Object.hasOwn(mapping, key)) return undefined;
      mapping[key] = value;
      list = written === undefined ? { key, items: [], indent: '' } : undefined;
    } else if (line.includes('-')) {
      if (list === undefined || written === undefined || (list.items.length > 0 && list.indent !== indent)) return undefined;
      list.items.push(value);
      list.indent = indent;
      mapping[list.key] = list.items;
    }
  }
  return Object.keys(mapping).length === 0 ? undefined : mapping;
}

/** More lines than this are left to the parser, which limits what it takes. */
const MOST_LINES = 500;

/** What YAML prints as it stands, without surrogates and the separators that some take for line ends. */
const PRINTED = '\\u00A1-\\u2027\\u2030-\\uD7FF\\uE000-\\uFEFE\\uFF00-\\uFFFC';
const LINE_END = '(?:\\r\\n|\\n|\\r|$)';
const VALUE = `"([ !#-\\[\\]-~${PRINTED}]*)" *|'([ -&(-~${PRINTED}]*)' *|([0-9A-Za-z${PRINTED}][ -~${PRINTED}]*)`;
const LINE = new RegExp(`(?:(?:([A-Za-z][\\w.-]*):|( *)-)(?: +(?:${VALUE})| *)| *)${LINE_END}`, 'y');

const isReserved = (text: string): boolean => text.length <= 5 && /^(?:null|true|false)$/i.test(text);

const mayBeNumber = (text: string): boolean => text.charCodeAt(0) <= NINE && /^0[box]|^[0-9][0-9_.]*(?:e[-+]?[0-9]*)?$/i.test(text);

/** Value of a plain scalar; undefined where it is not one, or not all of the line is. */
function scalar(written: string): unknown {
  let end = written.length;
  while (written.charCodeAt(end - 1) === SPACE) end--;
  const text = written.slice(0, end);
  if (text.includes(': ') || text.includes(' #') || text.endsWith(':')) return undefined;
  if (!isReserved(text) && !mayBeNumber(text)) return text;
  const read = parseYaml(text);
  return 'value' in read ? read.value : undefined;
}

const SPACE = 0x20;
const NINE = 0x39;
