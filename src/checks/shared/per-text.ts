import type { InlineText } from '../../model/inline.ts';

/** Texts that are remembered at once: more than most articles have. */
const MOST = 500;

/**
 * Remembers what `make` has said of the last texts: the same source is checked in every locale. The keys are strong, for
 * an entry of a `WeakMap` costs more than most of what is remembered.
 */
export function perText<Value>(make: (text: InlineText) => Value): (text: InlineText) => Value {
  const known = new Map<InlineText, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = make(text);
    if (known.size === MOST) known.clear();
    known.set(text, { value });
    return value;
  };
}
