import { readFileSync } from 'node:fs';
import { getEnvironmentData } from 'node:worker_threads';
import { sourceDigest } from './bundled-code.mjs';

/** A digest of this version of the tool, byte by byte, and of the Node that runs it. */
export function codeDigest(): string {
  const bundle = getEnvironmentData('interlinear.bundle');
  if (typeof bundle !== 'string') return sourceDigest();
  try {
    return readFileSync(new URL('digest.txt', bundle), 'utf8');
  } catch {
    // It was made while this command started, or is gone.
    return sourceDigest();
  }
}
