import { isMap, isScalar, isSeq, parseDocument, type Document, type Scalar } from 'yaml';
import type { TextEdit } from '../model/finding.ts';
import { oneLine, yamlSpellings } from './yaml-scalar.ts';

/** The name of an entry of a `toc.yml`. */
export interface TocName {
  /** Counts the entries of the file in the order they are written, from 1; also those without a name. */
  readonly number: number;
  readonly name: string;
  /** Names the entry by where it leads, else by its place, below the entries above it: equal in all locales. */
  readonly key: string;
}

/** The names of a `toc.yml`, in their order; none for a file that is not YAML. */
export function tocNames(text: string): TocName[] {
  return entriesOf(read(text)).flatMap(({ number, key, scalar }) => {
    const name = scalar === undefined ? '' : String(scalar.value ?? '').trim();
    return name === '' ? [] : [{ number, name, key }];
  });
}

/** The edit that gives an entry another name; undefined when there is no such entry or the result would be read as something else. */
export function replaceTocName(text: string, number: number, value: string): TextEdit | undefined {
  const scalar = entriesOf(read(text)).find((entry) => entry.number === number)?.scalar;
  if (!scalar?.range) return undefined;
  const [start, end] = scalar.range.map((offset) => offset + (BOM.test(text) ? 1 : 0));
  if (start === undefined || end === undefined) return undefined;
  const wanted = oneLine(value).trim();
  const expected = JSON.stringify(tocNames(text).map((name) => (name.number === number ? { ...name, name: wanted } : name)));
  for (const spelling of yamlSpellings(wanted, scalar)) {
    if (JSON.stringify(tocNames(text.slice(0, start) + spelling + text.slice(end))) === expected) return { start, end, text: spelling };
  }
  return undefined;
}

const BOM = /^\uFEFF/;

interface TocEntry {
  readonly number: number;
  readonly key: string;
  readonly scalar: Scalar | undefined;
}

function read(text: string): Document | undefined {
  try {
    // Numbers and dates are names here, as in ingest/parse-toc.ts.
    const document = parseDocument(text.replace(BOM, ''), { schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
    return document.errors.length > 0 ? undefined : document;
  } catch {
    return undefined;
  }
}

/** As deep as ingest/parse-toc.ts reads. */
const DEEPEST = 32;

function entriesOf(document: Document | undefined): TocEntry[] {
  const entries: TocEntry[] = [];
  const root = document?.contents;
  walk(isMap(root) ? root.get('items', true) : root, '', 0);
  return entries;

  function walk(list: unknown, above: string, depth: number): void {
    if (!isSeq(list) || depth > DEEPEST) return;
    list.items.forEach((item, index) => {
      if (!isMap(item)) return;
      const scalarOf = (name: string): Scalar | undefined => {
        const value = item.get(name, true);
        return isScalar(value) ? value : undefined;
      };
      const leads = ['topicHref', 'href', 'tocHref', 'topicUid', 'uid'].map(scalarOf).find((scalar) => scalar !== undefined);
      const key = `${above}/${leads === undefined ? index : String(leads.value).trim().toLowerCase()}`;
      entries.push({ number: entries.length + 1, key, scalar: scalarOf('name') });
      walk(item.get('items', true), key, depth + 1);
    });
  }
}
