/**
 * A configuration or usage problem: says what, where, why (message) and what to do (hint).
 * Content problems are findings, never errors; every other Error is a bug of ours.
 */
export class UserError extends Error {
  /** What to do about it; one or two sentences. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'UserError';
    this.hint = hint;
  }
}
