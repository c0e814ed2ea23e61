import { normaliseSource } from './normalise-source.ts';

/**
 * Equal keys = the same source sentence. Normalised as in {@link normaliseSource}; a link wrapper around the
 * whole sentence is dropped, for it stands now inside, now outside the span.
 */
export function sentenceKey(source: string): string {
  const whole = /^\s*\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)?\)\s*$/.exec(source);
  return normaliseSource(whole?.[1] ?? source);
}
