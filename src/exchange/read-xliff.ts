import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { ReturnedPiece, ReturnedUnit } from '../model/exchange.ts';
import type { ReviewState } from '../model/review.ts';
import { ExchangeError } from './exchange-error.ts';
import { fromXliff1, fromXliff2 } from './states.ts';
import type { PieceReader } from './piece-reader.ts';
import { strictXml } from './strict-xml.ts';
import { unitKey } from './unit-key.ts';

const XLIFF_1 = 'urn:oasis:names:tc:xliff:document:1.2';
const XLIFF_2 = 'urn:oasis:names:tc:xliff:document:2.0';

/**
 * Reads XLIFF 1.2, 2.0 or 2.1, as we or another tool wrote it, piece by piece; `take` gets each unit when it ends.
 * @throws {ExchangeError} from `write` and `close`: not well-formed, a document type, another namespace, an id that occurs twice
 */
export function xliffReader(take: (unit: ReturnedUnit) => void): PieceReader {
  const open: string[] = [];
  const seen = new Set<string>();
  let namespace = '';
  let file: { readonly path: string; readonly locale: string | undefined } | undefined;
  let language: string | undefined;
  let unit: UnitInWork | undefined;
  let side: SideInWork | undefined;
  /** Depth of an element whose content is no text of ours: native codes, alternatives. */
  let skipFrom = 0;
  let meta: string | undefined;

  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('opentag', (tag) => {
    open.push(tag.local);
    if (open.length === 1) return root(tag);
    if (skipFrom > 0) return;
    if (tag.uri === METADATA && tag.local === 'meta') meta = value(tag, 'type');
    if (tag.uri !== namespace) return;
    if (side) return inSide(tag, side);
    switch (tag.local) {
      case 'file':
        file = { path: value(tag, 'original') ?? '', locale: value(tag, 'target-language') ?? language };
        return;
      case 'unit':
      case 'trans-unit':
        unit = newUnit(tag);
        return;
      case 'alt-trans':
      case 'seg-source':
      case 'matches':
        skipFrom = open.length;
        return;
      case 'segment':
        unit?.states.push(fromXliff2(value(tag, 'state')));
        return;
      case 'source':
      case 'target':
        if (!unit) return;
        if (tag.local === 'target') unit.target ??= [];
        if (namespace === XLIFF_1 && tag.local === 'target') unit.states.push(fromXliff1(value(tag, 'state'), unit.approved));
        side = { depth: open.length, pieces: tag.local === 'source' ? unit.source : (unit.target ?? []), ends: [] };
        return;
    }
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', (tag) => {
    const depth = open.length;
    open.pop();
    if (skipFrom > 0) {
      if (depth === skipFrom) skipFrom = 0;
      return;
    }
    meta = undefined;
    if (side) {
      const end = side.ends.at(-1);
      if (end?.depth === depth) {
        side.ends.pop();
        add(side, { kind: 'end', id: end.id });
      } else if (depth === side.depth) side = undefined;
    } else if (tag.local === 'unit' || tag.local === 'trans-unit') finish();
    else if (tag.local === 'file') file = undefined;
  });
  return strictXml(parser);

  function root(tag: SaxesTagNS): void {
    if (tag.local !== 'xliff' || (tag.uri !== XLIFF_1 && tag.uri !== XLIFF_2)) {
      throw new ExchangeError(`It is no XLIFF 1.2, 2.0 or 2.1: its root element is <${tag.local}> of the namespace "${tag.uri}".`, parser.line);
    }
    namespace = tag.uri;
    language = value(tag, 'trgLang');
  }

  function newUnit(tag: SaxesTagNS): UnitInWork {
    const id = value(tag, 'id') ?? '';
    const key = unitKey(file?.locale, file?.path ?? '', id);
    if (seen.has(key)) throw new ExchangeError(`The unit "${id}" of "${file?.path ?? ''}" occurs twice.`, parser.line);
    seen.add(key);
    const extra = value(tag, 'extradata') ?? '';
    return {
      id,
      approved: value(tag, 'approved'),
      source: [],
      target: undefined,
      states: [],
      sourceHash: /source-hash:(\S+)/.exec(extra)?.[1],
      targetHash: /target-hash:(\S+)/.exec(extra)?.[1],
    };
  }

  function inSide(tag: SaxesTagNS, into: SideInWork): void {
    const id = value(tag, 'id') ?? '';
    const depth = open.length;
    switch (tag.local) {
      case 'pc':
      case 'g':
        add(into, { kind: 'start', id });
        into.ends.push({ depth, id });
        return;
      case 'ph':
      case 'x':
      case 'it':
        add(into, { kind: 'place', id });
        skipFrom = depth;
        return;
      case 'bpt':
      case 'bx':
      case 'sc':
        add(into, { kind: 'start', id: value(tag, 'rid') ?? id });
        skipFrom = depth;
        return;
      case 'ept':
      case 'ex':
      case 'ec':
        add(into, { kind: 'end', id: value(tag, 'startRef') ?? value(tag, 'rid') ?? id });
        skipFrom = depth;
        return;
      case 'cp':
        add(into, String.fromCharCode(Number.parseInt(value(tag, 'hex') ?? 'FFFD', 16)));
        return;
    }
  }

  function text(words: string): void {
    if (skipFrom > 0) return;
    if (side) add(side, words);
    else if (unit && meta === 'source-hash') unit.sourceHash = words.trim();
    else if (unit && meta === 'target-hash') unit.targetHash = words.trim();
  }

  function finish(): void {
    if (!unit) return;
    const { id, source, target, states, sourceHash, targetHash } = unit;
    unit = undefined;
    take({
      path: file?.path ?? '',
      locale: file?.locale,
      id,
      source: { kind: 'coded', pieces: source },
      target: target === undefined ? undefined : { kind: 'coded', pieces: target },
      sourceHash,
      targetHash,
      state: lowest(states),
    });
  }
}

const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0';

interface UnitInWork {
  readonly id: string;
  readonly approved: string | undefined;
  readonly source: ReturnedPiece[];
  target: ReturnedPiece[] | undefined;
  readonly states: (ReviewState | undefined)[];
  sourceHash: string | undefined;
  targetHash: string | undefined;
}

interface SideInWork {
  readonly depth: number;
  readonly pieces: ReturnedPiece[];
  /** Elements that enclose text, by their depth. */
  readonly ends: { readonly depth: number; readonly id: string }[];
}

function add({ pieces }: SideInWork, piece: ReturnedPiece): void {
  const last = pieces.at(-1);
  if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
  else pieces.push(piece);
}

/** A unit that a tool has cut into segments is as far as the one that is least far. */
function lowest(states: readonly (ReviewState | undefined)[]): ReviewState | undefined {
  const order: readonly ReviewState[] = ['initial', 'translated', 'reviewed', 'final'];
  return order.find((state) => states.includes(state));
}

function value(tag: SaxesTagNS, name: string): string | undefined {
  return tag.attributes[name]?.value;
}
