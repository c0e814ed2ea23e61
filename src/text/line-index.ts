/** A point in a text, 1-based, columns in UTF-16 code units. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds lines and columns in one text. Lines end with `\n`, `\r\n` or `\r`.
 * Building is one pass; a look-up is a binary search.
 */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    const pattern = /\r\n|\n|\r/g;
    while (pattern.exec(text)) this.#starts.push(pattern.lastIndex);
  }

  /** Point (1-based) of a 0-based offset in UTF-16 code units; offsets past the end give the end. */
  pointAt(offset: number): Point {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
  }

  /** 0-based offset of a point; one behind the end of its line gives that end. */
  offsetAt({ line, column }: Point): number {
    const start = this.#starts[line - 1];
    if (start === undefined) return line < 1 ? 0 : this.#text.length;
    return Math.min(start + Math.max(0, column - 1), (this.#starts[line] ?? this.#text.length + 1) - 1, this.#text.length);
  }

  /** Text of a 1-based line without its line end; empty when there is no such line. */
  lineText(line: number): string {
    const start = this.#starts[line - 1];
    if (start === undefined) return '';
    return this.#text.slice(start, this.#starts[line] ?? this.#text.length).replace(/[\r\n]+$/, '');
  }
}
