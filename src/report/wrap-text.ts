import { displayWidth } from '../text/display-width.ts';

/** Breaks text at spaces into lines of at most `width` columns; a longer word stands alone. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = displayWidth(word);
    if (used > 0 && used + 1 + needed > width) {
      lines.push(line);
      [line, used] = [word, needed];
    } else {
      line = used > 0 ? `${line} ${word}` : word;
      used += needed + (used > 0 ? 1 : 0);
    }
  }
  return [...lines, line];
}
