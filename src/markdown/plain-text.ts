const NAMES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Characters of HTML that this folder wrote: every `>` outside a tag is escaped there. plainText('<b>a</b> &lt; b') // => 'a < b' */
export function plainText(html: string): string {
  const text = html.includes('<') ? html.replace(/<[^>]*>/g, '') : html;
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot);/g, (name) => NAMES[name] ?? name) : text;
}
