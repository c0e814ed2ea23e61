/**
 * What a docset tells its translators to leave alone, without the telling; the name itself is text like all other.
 * withoutNoLoc('Mit :::no-loc(Blazor):::') // => 'Mit Blazor'
 */
export function withoutNoLoc(text: string): string {
  return text.includes('no-loc') || text.includes('NO-LOC') ? text.replace(NO_LOC, (_, marked?: string, stated?: string) => marked ?? stated ?? '') : text;
}

/** A name may hold parentheses of its own, one level of them: `List(Of T)`. */
const NO_LOC = /:::[ \t]{0,4}no-loc[ \t]{0,4}\(([^()\n]{0,200}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,4})\):::|\[!OP\.NO-LOC\(([^()\n]{0,200}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,4})\)\]/g;
