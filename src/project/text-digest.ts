import { hash } from 'node:crypto';

/** Digest of a text as it lies in a file: 20 hex digits. */
export function textDigest(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex').slice(0, 20);
}
