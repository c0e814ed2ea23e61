import { parseFragment, type DefaultTreeAdapterTypes, type ParserError } from 'parse5';

export interface ParsedPage {
  readonly html: string;
  /** With the place of every element in the HTML. */
  readonly tree: DefaultTreeAdapterTypes.DocumentFragment;
  readonly errors: readonly ParserError[];
}

/** Parses a page as browsers do. The last one is kept: several proofs in a row read the same page. */
export function parsePage(html: string): ParsedPage {
  if (last?.html === html) return last;
  const errors: ParserError[] = [];
  const tree = parseFragment(html, { sourceCodeLocationInfo: true, onParseError: (error) => errors.push(error) });
  last = { html, tree, errors };
  return last;
}

let last: ParsedPage | undefined;
