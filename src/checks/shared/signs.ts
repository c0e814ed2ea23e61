/** Characters of which a side must have one, or else a check has nothing to look at. */
export interface Signs {
  /** `either`: one of both sides is enough. */
  readonly in: 'source' | 'target' | 'either';
  /** Characters of the Basic Multilingual Plane and ranges of them, as in a character class without escapes: `*_0-9`. */
  readonly of: string;
}

/** Tells which of several checks have nothing to look at in a segment; reads each side once for all of them. */
export interface SignReader {
  /** A bit for each check, by its place: 1 when its signs are there or it has none. */
  read(source: string, target: string): number;
}

/** Bits of a number that are safe to shift. */
const MOST = 31;

/** A character reference may stand for any character. */
const ANY = '&'.charCodeAt(0);

/** @param signs of each check in turn; behind the first 31 every check is taken for one without signs */
export function signReader(signs: readonly (Signs | undefined)[]): SignReader {
  const table = new Int32Array(0x1_0000);
  const all = { source: 0, target: 0, none: 0 };
  signs.slice(0, MOST).forEach((one, place) => {
    const bit = 1 << place;
    if (!one) all.none |= bit;
    if (one && one.in !== 'target') all.source |= bit;
    if (one && one.in !== 'source') all.target |= bit;
    for (const [first, last] of rangesOf(one?.of ?? '')) for (let unit = first; unit <= last; unit++) table[unit] = (table[unit] ?? 0) | bit;
  });
  table[ANY] = all.source | all.target;
  const found = (text: string): number => {
    let bits = 0;
    for (let index = 0; index < text.length; index++) bits |= table[text.charCodeAt(index)] ?? 0;
    return bits;
  };
  return { read: (source, target) => (found(source) & all.source) | (found(target) & all.target) | all.none };
}

/** Whether the check at a place of {@link signReader} is among those that `bits` names. */
export function isSigned(bits: number, place: number): boolean {
  return place >= MOST || (bits & (1 << place)) !== 0;
}

function* rangesOf(text: string): Iterable<readonly [first: number, last: number]> {
  for (let at = 0; at < text.length; at++) {
    const first = text.charCodeAt(at);
    const isRange = text[at + 1] === '-' && at + 2 < text.length;
    if (isRange) at += 2;
    yield [first, isRange ? text.charCodeAt(at) : first];
  }
}
