/**
 * 16 hex digits that stand for a list of texts: equal lists give equal digits on every machine, different ones almost
 * certainly different ones. FNV-1a over UTF-16 code units in two lanes of 32 bits; not for secrets.
 * shortDigest('a', 'b') !== shortDigest('ab', '')
 */
export function shortDigest(...texts: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (const text of texts) {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
    }
    // No text holds this value, so that the border between two texts counts.
    a = Math.imul(a ^ 0x1ffff, 0x01000193);
    b = Math.imul(b ^ 0x1ffff, 0x5bd1e995) ^ (b >>> 15);
  }
  return hex(a) + hex(b);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
