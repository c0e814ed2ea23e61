/**
 * How many sentences a short text has at most, at least one. countSentences('Save. Then close.') // => 2
 * Counts the marks that can end a sentence in the scripts we know, wherever they stand: `e.g.` counts too.
 */
export function countSentences(text: string): number {
  return Math.max(1, text.trim().replace(/[.!?:;…。！？؟۔।॥]+["'”’»)\]]*$/u, '').split(/[.!?:…。！？：؟۔।॥]+/u).length);
}
