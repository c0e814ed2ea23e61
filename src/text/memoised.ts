/** Texts that are remembered at most; then all are forgotten, so that memory stays flat. */
const LIMIT = 50_000;
/** A longer piece of a text keeps the whole text in memory (V8's sliced strings begin here), and does not come again soon. */
const LONGEST = 12;

/** The same function, which works out what it gives for a short text only once. */
export function memoised<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > LONGEST) return make(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= LIMIT) known.clear();
    known.set(text, made);
    return made;
  };
}

/** A {@link memoised} function for each language. */
export function memoisedIn<Value>(make: (text: string, language: string) => Value): (language: string) => (text: string) => Value {
  const functions = new Map<string, (text: string) => Value>();
  return (language) => {
    const known = functions.get(language) ?? memoised((text) => make(text, language));
    functions.set(language, known);
    return known;
  };
}

/** What is made when it is first asked for, and then kept. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
