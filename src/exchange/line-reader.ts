import { ExchangeError } from './exchange-error.ts';
import type { PieceReader } from './piece-reader.ts';

/** Longest line, row or entry that is read, in UTF-16 code units: no segment is as long, and what is read waits in memory. */
export const LONGEST_ENTRY = 4_000_000;

/**
 * Cuts text into lines, without their ends; `number` counts them from 1.
 * @throws {ExchangeError} from `write` for a line that is too long
 */
export function lineReader(take: (line: string, number: number) => void): PieceReader {
  let rest = '';
  let number = 0;
  const end = (line: string): void => {
    number += 1;
    take((number === 1 ? line.replace(/^\uFEFF/, '') : line).replace(/\r$/, ''), number);
  };
  return {
    write(piece) {
      const lines = piece.split('\n');
      const last = lines.pop() ?? '';
      for (const line of lines) {
        end(rest + line);
        rest = '';
      }
      rest += last;
      if (rest.length > LONGEST_ENTRY) throw new ExchangeError('A line is longer than any segment.', number + 1);
    },
    close() {
      if (rest !== '') end(rest);
      rest = '';
    },
  };
}
