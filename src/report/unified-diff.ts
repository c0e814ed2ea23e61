import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { paintWith } from './paint.ts';
import { visibleText } from './visible-text.ts';

/**
 * What changes in a file, as `git apply` and `patch` read it; empty when nothing does. In colour it is for people:
 * invisible characters are written out.
 */
export function unifiedDiff(file: string, before: string, after: string, { color }: { readonly color: boolean }): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 1, headerOptions: FILE_HEADERS_ONLY });
  if (!color) return patch;
  const paint = paintWith(true);
  return patch
    .split('\n')
    .map((line) => visibleText(line.replace(/\r$/, '')))
    .map((line) => (/^(?:---|\+\+\+) /.test(line) ? paint.bold(line) : line.startsWith('-') ? paint.red(line) : line.startsWith('+') ? paint.green(line) : line.startsWith('@@') ? paint.blue(line) : line))
    .join('\n');
}
