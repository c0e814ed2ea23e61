/**
 * Names a text by its content: 16 hex digits, the same everywhere and in browsers. Two FNV-1a hashes of 32 bits
 * over UTF-16 code units with different primes; tells versions of a text apart, keeps no secret.
 * contentHash('a') !== contentHash('b')
 */
export function contentHash(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ (unit & 0xff), 0x01000193);
    first = Math.imul(first ^ (unit >>> 8), 0x01000193);
    second = Math.imul(second ^ unit, 0x85ebca6b);
    second ^= second >>> 15;
  }
  return hex(first) + hex(second);
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}
