/** Range of an attribute's value without its quotation marks: UTF-16 code units, 0-based. */
export interface AttributeValue {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the attributes of a tag from `start` (behind its name) to its closing mark, `>` or another; undefined when
 * that is not what stands there. Names in lower case; of equal names the first counts. `end` is behind the mark.
 * Values cannot hold `<`, so that a run of unclosed tags stays linear.
 */
export function readAttributes(text: string, start: number, close: string): { readonly values: ReadonlyMap<string, AttributeValue>; readonly end: number } | undefined {
  const values = new Map<string, AttributeValue>();
  ATTRIBUTE.lastIndex = start;
  for (;;) {
    const from = ATTRIBUTE.lastIndex;
    const match = ATTRIBUTE.exec(text);
    const range = match?.indices?.[2] ?? match?.indices?.[3] ?? match?.indices?.[4];
    const at = match ? from + match[0].length : from;
    const name = match?.[1]?.toLowerCase();
    if (name && range && !values.has(name)) values.set(name, { start: range[0], end: range[1] });
    if (text.startsWith(close, at)) return { values, end: at + close.length };
    if (at === from || !name) return undefined;
    ATTRIBUTE.lastIndex = at;
  }
}

const ATTRIBUTE = /[\s/]*(?:([A-Za-z_:][\w.:-]*)(?:\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'=<>`]+)))?)?/dy;
