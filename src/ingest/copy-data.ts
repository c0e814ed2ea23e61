/** More values than any real metadata has; what aliases multiply beyond this is an attack. */
const MOST_VALUES = 10_000;
const DEEPEST = 100;

/**
 * Copies parsed YAML into plain data in which nothing is shared and no key reaches a prototype.
 * Undefined when aliases repeat or nest it beyond what metadata needs (a "billion laughs" file).
 */
export function copyData(value: unknown): { readonly value: unknown } | undefined {
  let left = MOST_VALUES;
  const copy = (from: unknown, depth: number): unknown => {
    if (depth > DEEPEST) left = 0;
    if (--left < 0) return undefined;
    if (Array.isArray(from)) return from.map((item) => copy(item, depth + 1));
    if (typeof from !== 'object' || from === null) return from;
    const values: Readonly<Record<string, unknown>> = { ...from };
    const record: Record<string, unknown> = {};
    for (const key of Object.keys(values)) {
      if (key !== '__proto__') record[key] = copy(values[key], depth + 1);
    }
    return record;
  };
  const copied = copy(value, 0);
  return left < 0 ? undefined : { value: copied };
}
