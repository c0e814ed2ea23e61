const CHARACTERS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The text that `escapeHtml` was given. unescapeHtml('a &lt; &quot;b&quot;') // => 'a < "b"' */
export function unescapeHtml(html: string): string {
  return html.includes('&') ? html.replace(/&(?:amp|lt|gt|quot);/g, (name) => CHARACTERS[name] ?? name) : html;
}
