const CHARACTERS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&#39;': "'", '&nbsp;': '\u00A0' };

/** The text that `escapeHtml` was given, or that others wrote with the entities of every editor. Once: unescapeHtml('a &lt; &quot;b&quot; &amp;lt;') // => 'a < "b" &lt;' */
export function unescapeHtml(html: string): string {
  return html.includes('&') ? html.replace(/&(?:amp|lt|gt|quot|apos|#39|nbsp);/g, (name) => CHARACTERS[name] ?? name) : html;
}
