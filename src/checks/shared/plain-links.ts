/** A text whose only markup with brackets are links and images of the plain kind. */
export interface PlainLinks {
  /** As written, in text order. */
  readonly urls: readonly string[];
  /** The text with each link replaced by its label. */
  readonly text: string;
}

/**
 * Reads `[label](address)` and `![label](address)` without parsing.
 * @returns undefined for a text that may hold anything else with brackets, code, HTML or escapes
 */
export function plainLinks(raw: string): PlainLinks | undefined {
  if (/[`<\\]/.test(raw)) return undefined;
  if (!raw.includes(']') && !raw.includes('[')) return { urls: [], text: raw };
  const urls: string[] = [];
  const text = raw.replace(LINK, (_, label: string, url: string) => {
    urls.push(url);
    return label;
  });
  return text.includes('[') || text.includes(']') ? undefined : { urls, text };
}

const LINK = /!?\[([^[\]]*)\]\(([^()\s]*)\)/g;
