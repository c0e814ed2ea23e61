import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { ReturnedPiece, ReturnedSide, ReturnedUnit } from '../model/exchange.ts';
import { ExchangeError } from './exchange-error.ts';
import type { PieceReader } from './piece-reader.ts';
import { strictXml } from './strict-xml.ts';
import { unitKey } from './unit-key.ts';
import { readState } from './unit-state.ts';

/**
 * Reads TMX 1.4 piece by piece; `take` gets each entry that names its article and unit, as ours do. Entries of other
 * memories have no place to go and are passed over.
 * @throws {ExchangeError} from `write` and `close`: not well-formed, not TMX, an entry that occurs twice
 */
export function tmxReader(take: (unit: ReturnedUnit) => void): PieceReader {
  const seen = new Set<string>();
  let depth = 0;
  let sourceTag = '';
  let entry: EntryInWork | undefined;
  let language = '';
  let prop: string | undefined;
  let pieces: ReturnedPiece[] | undefined;
  let skipFrom = 0;
  /** Our id of a pair by the number that TMX pairs its ends with. */
  let pairs = new Map<string, string>();

  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth === 1 && tag.local !== 'tmx') throw new ExchangeError(`It is no TMX: its root element is <${tag.local}>.`, parser.line);
    if (skipFrom > 0) return;
    if (pieces) return inSegment(tag, pieces);
    switch (tag.local) {
      case 'header':
        sourceTag = (value(tag, 'srclang') ?? '').toLowerCase();
        return;
      case 'tu':
        entry = { id: value(tag, 'tuid') ?? '', props: new Map(), sides: new Map() };
        return;
      case 'prop':
        prop = value(tag, 'type') ?? '';
        return;
      case 'tuv':
        language = value(tag, 'xml:lang') ?? value(tag, 'lang') ?? '';
        return;
      case 'seg':
        pieces = [];
        pairs = new Map();
        return;
    }
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', (tag) => {
    const at = depth;
    depth -= 1;
    if (skipFrom > 0) {
      if (at === skipFrom) skipFrom = 0;
      return;
    }
    if (tag.local === 'prop') prop = undefined;
    else if (tag.local === 'seg' && pieces) {
      entry?.sides.set(language, { kind: 'coded', pieces });
      pieces = undefined;
    } else if (tag.local === 'tu') finish();
  });
  return strictXml(parser);

  function inSegment(tag: SaxesTagNS, into: ReturnedPiece[]): void {
    const number = value(tag, 'i') ?? '';
    switch (tag.local) {
      case 'bpt': {
        const id = value(tag, 'x') ?? number;
        pairs.set(number, id);
        into.push({ kind: 'start', id });
        break;
      }
      case 'ept':
        into.push({ kind: 'end', id: pairs.get(number) ?? number });
        break;
      case 'ph':
      case 'it':
      case 'ut':
        into.push({ kind: 'place', id: value(tag, 'x') ?? '' });
        break;
      default:
        return;
    }
    skipFrom = depth;
  }

  function text(words: string): void {
    if (skipFrom > 0) return;
    if (pieces) {
      const last = pieces.at(-1);
      if (typeof last === 'string') pieces[pieces.length - 1] = last + words;
      else pieces.push(words);
    } else if (entry && prop !== undefined) entry.props.set(prop, (entry.props.get(prop) ?? '') + words);
  }

  function finish(): void {
    if (!entry) return;
    const { id: tuid, props, sides } = entry;
    entry = undefined;
    const mark = tuid.lastIndexOf('#');
    const path = props.get('x-path') ?? (mark > 0 ? tuid.slice(0, mark) : undefined);
    const id = props.get('x-unit') ?? (mark > 0 ? tuid.slice(mark + 1) : undefined);
    if (path === undefined || id === undefined) return;
    // A tool may say `*all*` for the source language; then our own note of the locale tells the sides apart.
    const own = props.get('x-locale');
    const target = [...sides].find(([tag]) => tag.toLowerCase() === own) ?? [...sides].find(([tag]) => tag.toLowerCase() !== sourceTag);
    const locale = own ?? target?.[0];
    const key = unitKey(locale, path, id);
    if (seen.has(key)) throw new ExchangeError(`The entry "${id}" of "${path}" occurs twice.`, parser.line);
    seen.add(key);
    take({
      path,
      locale,
      id,
      source: [...sides].find(([tag]) => tag.toLowerCase() === sourceTag || (sourceTag === '*all*' && tag !== target?.[0]))?.[1],
      target: target?.[1],
      sourceHash: props.get('x-source-hash'),
      targetHash: props.get('x-target-hash'),
      state: readState(props.get('x-state')),
    });
  }
}

interface EntryInWork {
  readonly id: string;
  readonly props: Map<string, string>;
  /** By language tag as written. */
  readonly sides: Map<string, ReturnedSide>;
}

function value(tag: SaxesTagNS, name: string): string | undefined {
  return tag.attributes[name]?.value;
}
