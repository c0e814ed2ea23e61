/** Names a unit within a document. A text of its own: one that is put together with `+` would keep the document in memory. */
export function unitKey(locale: string | undefined, path: string, id: string): string {
  return [locale ?? '', path, id].join('\n');
}
