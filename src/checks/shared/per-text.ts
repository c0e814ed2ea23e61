import type { InlineText } from '../../model/inline.ts';

/** Remembers what `make` has said of a text as long as the text is used: the same source is checked in every locale. */
export function perText<Value>(make: (text: InlineText) => Value): (text: InlineText) => Value {
  const known = new WeakMap<InlineText, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = make(text);
    known.set(text, { value });
    return value;
  };
}
