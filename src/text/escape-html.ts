const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Makes text safe inside an element or a double-quoted attribute. escapeHtml('a < "b"') // => 'a &lt; &quot;b&quot;' */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => NAMES[character] ?? character) : text;
}
