/**
 * Fills the `{name}`s of a URL pattern with values, percent-encoded but for slashes. Names without a value stay, so
 * that a pattern can be filled in two steps.
 * fillPattern('https://h.example/{file}#L{line}', { file: 'a b/c.md' }) // => 'https://h.example/a%20b/c.md#L{line}'
 */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([a-z]+)\}/g, (name, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    // A value may be cut or damaged text; half a character cannot be encoded.
    return value === undefined ? name : value.toWellFormed().split('/').map(encodeURIComponent).join('/');
  });
}
