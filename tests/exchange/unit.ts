import { inlineText } from '../../src/markdown/inline-text.ts';
import type { ExchangeFile, ExchangeUnit } from '../../src/model/exchange.ts';
import { contentHash } from '../../src/text/content-hash.ts';

/** A unit of two Markdown texts. */
export function unit(source: string, target: string, more: Partial<ExchangeUnit> = {}): ExchangeUnit {
  return { id: '102', kind: 'segment', source: inlineText(source), target: inlineText(target), sourceHash: contentHash(source), targetHash: contentHash(target), state: 'translated', notes: [], ...more };
}

export function file(units: readonly ExchangeUnit[], path = 'guides/mail.md'): ExchangeFile {
  return { path, locale: 'de-de', sourceTag: 'en-US', targetTag: 'de-DE', sourceDir: 'ltr', targetDir: 'ltr', units };
}
