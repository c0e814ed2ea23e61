import type { SaxesParser } from 'saxes';
import { ExchangeError } from './exchange-error.ts';
import type { PieceReader } from './piece-reader.ts';

/** Refuses what is not well-formed and every document type, so that no entity can be declared. */
export function strictXml<Options extends object>(parser: SaxesParser<Options>): PieceReader {
  parser.on('doctype', (doctype) => {
    if (!PLAIN_TMX_DOCTYPE.test(doctype)) throw new ExchangeError('It declares a document type, which is not read.', parser.line);
  });
  parser.on('error', (error) => {
    throw new ExchangeError(`It is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`, parser.line);
  });
  return {
    write: (chunk) => void parser.write(chunk),
    close: () => void parser.close(),
  };
}

/** What every TMX tool writes: it names the DTD and declares nothing. */
const PLAIN_TMX_DOCTYPE = /^\s*tmx\s+SYSTEM\s+(?:"[^"[]*"|'[^'[]*')\s*$/;
