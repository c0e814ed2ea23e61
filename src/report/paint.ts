/** Colours a terminal shows in its own palette. Each takes text and gives text. */
export interface Paint {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly underline: (text: string) => string;
}

/** Colours, or the same functions doing nothing. The caller knows about terminals and NO_COLOR. */
export function paintWith(color: boolean): Paint {
  const style = (open: number, close: number) => (color ? (text: string) => (text === '' ? '' : `\u001B[${open}m${text}\u001B[${close}m`) : (text: string) => text);
  return {
    red: style(31, 39),
    yellow: style(33, 39),
    blue: style(34, 39),
    green: style(32, 39),
    bold: style(1, 22),
    dim: style(2, 22),
    underline: style(4, 24),
  };
}
