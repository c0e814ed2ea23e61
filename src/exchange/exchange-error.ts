/** A file that cannot be imported at all. The message is a sentence about the file, without its name. */
export class ExchangeError extends Error {
  /** 1-based; undefined where the place is not known. */
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.name = 'ExchangeError';
    this.line = line;
  }
}
