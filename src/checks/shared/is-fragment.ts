import type { InlineText } from '../../model/inline.ts';

/**
 * True for the rest of a sentence that the producer cut in two: the words of both parts may be divided between the
 * targets in another way. isFragment(inlineText('on Bing.')) // => true
 */
export function isFragment({ plain }: InlineText): boolean {
  return /^\p{Ll}/u.test(plain) && /[.!?:]$/.test(plain);
}
